/** The three local CRMs in this process, each behind a tap that keeps every secret that passes, to look for it later. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createBullhornSandbox } from '../../sandbox/bullhorn/bullhorn-sandbox';
import { describeBullhorn } from '../../sandbox/bullhorn/describe-bullhorn';
import { createClioSandbox, defaultDeveloperApp } from '../../sandbox/clio/clio-sandbox';
import { describeClio } from '../../sandbox/clio/describe-clio';
import { createNetSuiteSandbox } from '../../sandbox/netsuite/netsuite-sandbox';
import { defaultIntegrationRecord } from '../../sandbox/netsuite/oauth/integration-record';

const SECRET_FIELD = /"(?:access_token|refresh_token|BhRestToken)":"([^"]{8,})"/g;

export interface LocalCrms {
  /** Settings of a bridge that is registered with all three. */
  readonly env: Readonly<Record<string, string>>;
  /** Somebody to sign in, by CRM. */
  readonly userIds: Readonly<Record<string, string>>;
  /** NetSuite's account host and Clio's region, by CRM. */
  readonly hostnames: Readonly<Record<string, string>>;
  /** Every token that a CRM gave or was sent. */
  readonly secrets: ReadonlySet<string>;
  /** How often a path that contains this text was asked for. */
  countOf(part: string): number;
  close(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
    });
  });

const createTap = () => {
  const secrets = new Set<string>();
  const paths: string[] = [];
  const servers: Server[] = [];
  const keepSent = ({ headers }: IncomingMessage): void => {
    const sent = [headers.authorization?.replace(/^Bearer /, ''), headers['bhresttoken']].flat();
    for (const token of sent) if (token && !token.startsWith('Basic ')) secrets.add(token);
  };
  const tapped =
    (handle: Handler): Handler =>
    (request, response) => {
      paths.push(request.url ?? '');
      keepSent(request);
      const end = response.end.bind(response);
      response.end = (chunk?: unknown, ...rest: never[]) => {
        for (const [, token = ''] of String(chunk ?? '').matchAll(SECRET_FIELD)) secrets.add(token);
        return end(chunk, ...rest);
      };
      handle(request, response);
    };
  return {
    secrets,
    paths,
    open: async (handle: Handler): Promise<string> => {
      const server = createServer(tapped(handle));
      servers.push(server);
      return listen(server);
    },
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
};

export const openLocalCrms = async (): Promise<LocalCrms> => {
  const tap = createTap();
  const netsuite = createNetSuiteSandbox({ concurrencyLimit: 50 });
  const bullhorn = createBullhornSandbox();
  const clio = createClioSandbox({ switches: { requestsPerMinute: 10_000 } });
  const [netsuiteUrl, bullhornUrl, clioUrl] = [
    await tap.open(netsuite.app),
    await tap.open(bullhorn.app),
    await tap.open(clio.app),
  ];
  const bullhornApp = describeBullhorn({ state: bullhorn.state, baseUrl: bullhornUrl });
  const clioApp = describeClio({ state: clio.state, developerApp: defaultDeveloperApp, baseUrl: clioUrl });
  return {
    env: {
      NETSUITE_RESTLET_BASE_URL: netsuiteUrl,
      NETSUITE_REST_BASE_URL: netsuiteUrl,
      NETSUITE_CLIENT_ID: defaultIntegrationRecord.clientId,
      NETSUITE_CLIENT_SECRET: defaultIntegrationRecord.clientSecret ?? '',
      BULLHORN_LOGIN_INFO_URL: bullhornApp.loginInfoUrl,
      BULLHORN_REST_BASE_URL: bullhornUrl,
      BULLHORN_CLIENT_ID: bullhornApp.oauth?.clientId ?? '',
      BULLHORN_CLIENT_SECRET: bullhornApp.oauth?.clientSecret ?? '',
      CLIO_BASE_URL: clioUrl,
      CLIO_CLIENT_ID: clioApp.oauth.clientId,
      CLIO_CLIENT_SECRET: clioApp.oauth.clientSecret,
    },
    userIds: {
      netsuite: [...netsuite.state.users.keys()][0] ?? '',
      bullhorn: String(bullhornApp.users[0]?.id),
      clio: String(clioApp.users[0]?.id),
    },
    hostnames: {
      netsuite: `${netsuite.state.accountId.toLowerCase()}.app.netsuite.com`,
      bullhorn: '',
      clio: clioApp.hostname,
    },
    secrets: tap.secrets,
    countOf: (part) => tap.paths.filter((path) => path.includes(part)).length,
    close: tap.close,
  };
};
