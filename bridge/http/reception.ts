/** Takes in the answer to one request, unless it is too large or nobody waits any more. */
import type { Dispatcher } from 'undici';

type Handler = Dispatcher.DispatchHandler;
type Controller = Parameters<NonNullable<Handler['onRequestStart']>>[0];
type Headers = Parameters<NonNullable<Handler['onResponseStart']>>[2];

export interface ReceivedAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it came over the wire. */
  readonly body: Buffer;
}

export interface Reception {
  readonly handler: Handler;
  /** Rejects with an error of the network, or with one that has the code of `breakOff` or `RESPONSE_TOO_LARGE`. */
  readonly answer: Promise<ReceivedAnswer>;
  /** May something of the request have left? Before there is a connection, nothing has. */
  wasSent(): boolean;
  breakOff(code: string): void;
}

const codedError = (code: string): Error => Object.assign(new Error(code), { code });

const joinHeaders = (headers: Headers): Readonly<Record<string, string>> => {
  const joined: Record<string, string> = {};
  for (const name in headers) joined[name] = String(headers[name]);
  return joined;
};

const join = (chunks: readonly Buffer[]): Buffer => {
  const [first = Buffer.alloc(0)] = chunks;
  return chunks.length > 1 ? Buffer.concat(chunks) : first;
};

/** For one request. */
export const createReception = ({ maxBytes }: { readonly maxBytes: number }): Reception => {
  const chunks: Buffer[] = [];
  let receivedBytes = 0;
  let status = 0;
  let headers: Headers = {};
  let controller: Controller | undefined;
  let brokenOff: Error | undefined;
  let resolve: (answer: ReceivedAnswer) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const answer = new Promise<ReceivedAnswer>((settle, refuse) => {
    resolve = settle;
    reject = refuse;
  });

  const breakOff = (code: string): void => {
    brokenOff ??= codedError(code);
    reject(brokenOff);
    controller?.abort(brokenOff);
  };

  const handler: Handler = {
    onRequestStart: (begun) => {
      // Broken off while there was no connection yet: it is sent no more.
      if (brokenOff) begun.abort(brokenOff);
      else controller = begun;
    },
    onResponseStart: (_controller, statusCode, given) => {
      status = statusCode;
      headers = given;
    },
    onResponseData: (_controller, chunk) => {
      receivedBytes += chunk.length;
      if (receivedBytes > maxBytes) breakOff('RESPONSE_TOO_LARGE');
      else chunks.push(chunk);
    },
    // undici has the connection free again a turn of the event loop later, by an immediate of its own that comes after
    // this. Whoever made the next request before would open another connection, with another TLS handshake.
    onResponseEnd: () =>
      queueMicrotask(() =>
        setImmediate(() => resolve({ status, headers: joinHeaders(headers), body: join(chunks) })),
      ),
    onResponseError: (_controller, error) => reject(error),
  };

  return { handler, answer, wasSent: () => controller !== undefined, breakOff };
};
