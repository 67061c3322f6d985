/** A vendor's HTTP server as small as can be: records what it is asked, answers what the test says. */
import { createServer, type IncomingMessage } from 'node:http';

export interface RecordedRequest {
  readonly method: string;
  /** As it came over the wire, still encoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  /** Parsed; undefined for none. */
  readonly body: unknown;
}

interface VendorAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
}

/** `drop` closes the connection after the request has come; `hang` never answers; `cut` breaks off within the body. */
export type Behaviour = VendorAnswer | 'drop' | 'hang' | 'cut';

export interface FakeVendorServer {
  readonly baseUrl: string;
  readonly requests: RecordedRequest[];
  close(): Promise<void>;
}

const readText = async (message: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of message) text += String(chunk);
  return text;
};

const bodyText = (body: unknown): string => {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
};

export const startFakeVendor = async (
  answer: (request: RecordedRequest) => Behaviour | Promise<Behaviour>,
): Promise<FakeVendorServer> => {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (message, response) => {
    const text = await readText(message);
    const url = new URL(message.url ?? '/', 'http://vendor');
    const request: RecordedRequest = {
      method: message.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: message.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
    requests.push(request);
    const behaviour = await answer(request);
    if (behaviour === 'hang') return;
    if (behaviour === 'drop') {
      message.socket.destroy();
      return;
    }
    if (behaviour === 'cut') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"data":[', () => message.socket.destroy());
      return;
    }
    const { status = 200, headers = {}, body } = behaviour;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(bodyText(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};
