/** Sends a request over HTTP as it is written, and gives up on an answer that does not come. */
import { Agent, request as httpRequest } from 'node:http';

/** Longer than any answer may take, a vendor that answers at once behind it. */
const HANG_MS = 10_000;

export interface WireRequest {
  readonly method: string;
  /** With the query; printable ASCII. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: none is sent. */
  readonly body?: string | undefined;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** What node's client refuses to send as the value of a header, before the bridge could see it. */
const UNSENDABLE = /[^\t\x20-\x7e\x80-\xff]/g;

const sendable = (headers: WireRequest['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replace(UNSENDABLE, '')]));

export interface Wire {
  /** @throws Error when there is no answer within HANG_MS */
  send(request: WireRequest): Promise<WireAnswer>;
  close(): void;
}

export const createWire = (port: number): Wire => {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  return {
    send: ({ method, target, headers, body }) =>
      new Promise((resolve, reject) => {
        const outgoing = httpRequest({
          host: '127.0.0.1',
          port,
          agent,
          method,
          path: target,
          headers: {
            ...sendable(headers),
            ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
          },
          signal: AbortSignal.timeout(HANG_MS),
        });
        outgoing.on('response', (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () =>
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              text: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        });
        outgoing.on('error', reject);
        outgoing.end(body);
      }),
    close: () => agent.destroy(),
  };
};
