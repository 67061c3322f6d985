/** A local Clio for a test, and a plain HTTP client that signs in as one of its users. */
import { z } from 'zod';

import {
  createClioSandbox,
  type ClioSandbox,
  type ClioSandboxOptions,
} from '../../../sandbox/clio/clio-sandbox';
import { seedEmptyFirm } from '../../../sandbox/clio/seed/seed-month';
import type { SandboxServer } from '../../../sandbox/core/sandbox-server';

const record = z.record(z.string(), z.unknown());
export type Row = z.infer<typeof record>;

const listBody = z.object({
  data: z.array(record),
  meta: z.object({
    records: z.number(),
    paging: z.object({ next: z.string().optional(), previous: z.string().optional() }),
  }),
});
const showBody = z.object({ data: record });
const errorBody = z.object({ error: z.object({ type: z.string(), message: z.string() }) });

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** `undefined` when there is none. */
  readonly body: unknown;
}

export interface Ask {
  readonly as?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
}

export const mondayMorningMs = Date.parse('2026-03-02T18:00:00Z');
export const hourMs = 3_600_000;
export const maria = 'clio-us-token-358001';
export const daniel = 'clio-us-token-358002';
export const ananya = 'clio-us-token-358003';

export interface ClioClient {
  readonly sandbox: ClioSandbox;
  readonly baseUrl: string;
  /** `path` is below /api/v4, or a whole URL or another path with its slash. As Maria, unless told. */
  ask(path: string, ask?: Ask): Promise<Reply>;
  list(path: string, ask?: Ask): Promise<z.infer<typeof listBody>>;
  /** The rows of all pages. */
  listAll(path: string, ask?: Ask): Promise<Row[]>;
  show(path: string, ask?: Ask): Promise<Row>;
  close(): Promise<void>;
}

export function errorOf(reply: Reply): {
  readonly status: number;
  readonly type: string;
  readonly message: string;
} {
  return { status: reply.status, ...errorBody.parse(reply.body).error };
}

export function dataOf(reply: Reply): Row {
  return showBody.parse(reply.body).data;
}

function urlOf(server: SandboxServer, path: string): string {
  if (path.startsWith('http')) return path;
  return path.startsWith('/') ? `${server.baseUrl}${path}` : `${server.baseUrl}/api/v4/${path}`;
}

/** An empty firm at a Monday morning, with requests enough for a whole test file. */
export async function openClio(options: ClioSandboxOptions = {}): Promise<ClioClient> {
  const sandbox = createClioSandbox({
    frozenAtMs: mondayMorningMs,
    seed: seedEmptyFirm,
    ...options,
    switches: { requestsPerMinute: 100_000, ...options.switches },
  });
  const server = await sandbox.listen();

  async function ask(path: string, { as = maria, method = 'GET', headers, json }: Ask = {}): Promise<Reply> {
    const response = await fetch(urlOf(server, path), {
      method,
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${as}`,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
    const body: unknown = isJson ? JSON.parse(text) : text || undefined;
    return { status: response.status, headers: response.headers, body };
  }

  const list: ClioClient['list'] = async (path, options) => listBody.parse((await ask(path, options)).body);

  return {
    sandbox,
    baseUrl: server.baseUrl,
    ask,
    list,
    async listAll(path, options) {
      const rows: Row[] = [];
      let next: string | undefined = path;
      while (next !== undefined) {
        const page: z.infer<typeof listBody> = await list(next, options);
        rows.push(...page.data);
        next = page.meta.paging.next;
      }
      return rows;
    },
    show: async (path, options) => dataOf(await ask(path, options)),
    close: () => server.close(),
  };
}
