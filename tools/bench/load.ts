/** Asks a server as fast as it answers, over so many connections for so long, and says how fast that was. */
import autocannon from 'autocannon';

export interface LoadRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  /** Bearer tokens; each connection has the next one. */
  readonly tokens?: readonly string[];
  /** Of the how manieth request of all. */
  readonly body?: ((count: number) => object) | undefined;
}

export interface Load {
  readonly requestsPerSecond: number;
  readonly p99Ms: number;
}

export interface LoadOptions {
  readonly connections: number;
  readonly seconds: number;
}

/** @throws Error when an answer was no success: a figure of failures says nothing */
export const load = async (
  { method, url, tokens = [], body }: LoadRequest,
  { connections, seconds }: LoadOptions,
): Promise<Load> => {
  let connection = 0;
  let count = 0;
  const failures: string[] = [];
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 60,
    excludeErrorStats: true,
    setupClient: (client) => {
      const token = tokens[connection++ % tokens.length];
      const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
      client.setHeaders({ ...authorization, 'content-type': 'application/json' });
      client.on('body', (text) => {
        const start = text.toString('utf8', 0, 300);
        if (start.startsWith('{"successful":false')) failures.push(start);
      });
    },
    requests: [
      {
        method,
        ...(body ? { setupRequest: (request) => ({ ...request, body: JSON.stringify(body(count++)) }) } : {}),
      },
    ],
  });
  const problems = result.errors + result.non2xx + failures.length;
  if (problems > 0) throw new Error(`${problems} of the answers of ${url} failed. ${failures[0] ?? ''}`);
  return { requestsPerSecond: result['2xx'] / result.duration, p99Ms: result.latency.p99 };
};
