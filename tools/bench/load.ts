/** Asks a server over so many connections, each as fast as it is answered, and says how fast that was. */
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
  /** Requests of all connections together. */
  readonly amount: number;
}

const TIMEOUT_SECONDS = 60;
/** How often autocannon looks whether everything is answered. */
const SAMPLE_MS = 100;

const setupRequest = ({ body }: LoadRequest) => {
  let count = 0;
  return body
    ? { setupRequest: (request: autocannon.Request) => ({ ...request, body: JSON.stringify(body(count++)) }) }
    : {};
};

/**
 * By a number of requests and the last answer, not by a time: what is cut off at the end of a time would be much of a
 * round of long lists.
 * @throws Error when an answer was no success: a figure of failures says nothing
 */
export const load = async (request: LoadRequest, { connections, amount }: LoadOptions): Promise<Load> => {
  const { method, url, tokens = [] } = request;
  let connection = 0;
  let lastAnswerMs = 0;
  const failures: string[] = [];
  const startedAtMs = performance.now();
  const result = await autocannon({
    url,
    connections,
    amount,
    timeout: TIMEOUT_SECONDS,
    sampleInt: SAMPLE_MS,
    setupClient: (client) => {
      const token = tokens[connection++ % tokens.length];
      const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
      client.setHeaders({ ...authorization, 'content-type': 'application/json' });
      client.on('response', () => (lastAnswerMs = performance.now()));
      client.on('body', (chunk) => {
        const start = chunk.toString('utf8', 0, 300);
        if (start.startsWith('{"successful":false')) failures.push(start);
      });
    },
    requests: [{ method, ...setupRequest(request) }],
  });
  const problems = result.errors + result.non2xx + failures.length;
  if (problems > 0) throw new Error(`${problems} of the answers of ${url} failed. ${failures[0] ?? ''}`);
  return {
    requestsPerSecond: (amount * 1000) / (lastAnswerMs - startedAtMs),
    p99Ms: result.latency.p99,
  };
};
