/** The local CRMs and, in front of them, a server built on the real `@app-connect/core`, each in a process of its own. */
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import type { Platform } from '../../src/contract/operations';

const SANDBOX = path.join(__dirname, '..', '..', 'dist', 'sandbox', 'main.js');
const SERVER = path.join(__dirname, 'server.js');

const crmUserSchema = z.object({ id: z.coerce.string(), token: z.string() });
const sandboxReadySchema = z.object({
  type: z.literal('sandbox-ready'),
  netsuite: z.object({ baseUrl: z.string(), hostname: z.string(), users: z.array(crmUserSchema) }),
  bullhorn: z.object({ baseUrl: z.string(), restUrl: z.string(), users: z.array(crmUserSchema) }),
  clio: z.object({ baseUrl: z.string(), hostname: z.string(), users: z.array(crmUserSchema) }),
});
const serverReadySchema = z.object({
  type: z.literal('server-ready'),
  baseUrl: z.string(),
  jwts: z.array(z.string()),
});
const toolResultSchema = z.object({ type: z.literal('tool-result'), result: z.unknown() });

type SandboxReady = z.infer<typeof sandboxReadySchema>;

const messageOf = <Schema extends z.ZodType>(
  child: ChildProcess,
  schema: Schema,
): Promise<z.output<Schema>> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`a process ended with code ${code}`));
    const listen = (message: unknown): void => {
      const read = schema.safeParse(message);
      if (!read.success) return;
      child.off('message', listen).off('exit', ended);
      resolve(read.data);
    };
    child.on('message', listen).once('exit', ended);
  });

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

const first = <T>([item]: readonly T[]): T => {
  if (item === undefined) throw new Error('the sandbox has no user');
  return item;
};

/** Rows as core's own CRM connectors make them at sign-in: Bullhorn's offset is hours taken for minutes, its id another one. */
const userRows = ({ netsuite, bullhorn, clio }: SandboxReady) => {
  const [netsuiteUser, bullhornUser, clioUser] = [netsuite, bullhorn, clio].map(({ users }) => first(users));
  return [
    {
      id: `${netsuiteUser?.id}-netsuite`,
      platform: 'netsuite',
      hostname: netsuite.hostname,
      accessToken: netsuiteUser?.token,
      platformAdditionalInfo: {},
    },
    {
      id: '990017-bullhorn',
      platform: 'bullhorn',
      hostname: 'cls9.bullhornstaffing.com',
      timezoneName: '',
      timezoneOffset: '-303',
      accessToken: 'an-access-token-that-the-rest-api-does-not-take',
      platformAdditionalInfo: {
        id: Number(bullhornUser?.id),
        restUrl: bullhorn.restUrl,
        bhRestToken: bullhornUser?.token,
        loginUrl: bullhorn.baseUrl,
        tokenUrl: `${bullhorn.baseUrl}/oauth/token`,
      },
    },
    {
      id: `${clioUser?.id}-clio`,
      platform: 'clio',
      hostname: clio.hostname,
      timezoneName: 'Pacific Time (US & Canada)',
      timezoneOffset: '-7',
      accessToken: clioUser?.token,
      platformAdditionalInfo: {},
    },
    {
      id: '4711-netsuite',
      platform: 'netsuite',
      hostname: netsuite.hostname,
      accessToken: 'revoked',
      platformAdditionalInfo: {},
    },
  ];
};

export interface AppConnectServer {
  readonly baseUrl: string;
  readonly jwts: Readonly<Record<Platform | 'revoked', string>>;
  /** Runs one of core's MCP tools, which pass by core's request schemas. */
  runTool(tool: string, args: object): Promise<unknown>;
  close(): Promise<void>;
}

export const startAppConnectServer = async (): Promise<AppConnectServer> => {
  const sandbox = fork(SANDBOX, [], {
    env: { ...process.env, TZ: 'America/Los_Angeles' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const crms = await messageOf(sandbox, sandboxReadySchema);
  const server = fork(SERVER, [], {
    env: {
      ...process.env,
      // Core reads local times of the server in places; our connectors must not.
      TZ: 'Asia/Kolkata',
      APP_SERVER_SECRET_KEY: 'a secret of the server',
      HASH_KEY: 'a hash key',
      DYNAMODB_LOCALHOST: 'http://127.0.0.1:9',
      NETSUITE_RESTLET_BASE_URL: crms.netsuite.baseUrl,
      NETSUITE_REST_BASE_URL: crms.netsuite.baseUrl,
      BULLHORN_REST_BASE_URL: crms.bullhorn.baseUrl,
      CLIO_BASE_URL: crms.clio.baseUrl,
      APP_CONNECT_USERS: JSON.stringify(userRows(crms)),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { baseUrl, jwts } = await messageOf(server, serverReadySchema);
  const [netsuite = '', bullhorn = '', clio = '', revoked = ''] = jwts;
  return {
    baseUrl,
    jwts: { netsuite, bullhorn, clio, revoked },
    runTool: async (tool, args) => {
      server.send({ tool, args });
      return (await messageOf(server, toolResultSchema)).result;
    },
    close: async () => {
      await end(server);
      await end(sandbox);
    },
  };
};
