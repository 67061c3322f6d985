/**
 * A CRM in a process of its own that has answered everything before: it asks a sandbox while it records, and then
 * gives the same bytes again, so that the cost of an emulator does not hide that of the bridge.
 */
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { keptHeaders, keyOfCall, withoutBenchUser, type RecordedCall } from './vendor-exchange';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const commandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('record'), upstreamUrl: z.string() }),
  z.object({ type: z.literal('replay'), delayMs: z.number() }),
  z.object({ type: z.literal('take-calls') }),
]);

/** Far above what is asked: a bridge that keeps to limits is not to be measured waiting. Clio without headers has none. */
const generousLimit = {
  'ratelimit-limit': '100000000',
  'ratelimit-remaining': '100000000',
  'ratelimit-reset': '60',
};

const answers = new Map<string, Answer>();
let upstreamUrl: string | undefined;
let delayMs = 0;
let calls: RecordedCall[] = [];
let callCount = 0;

const readBody = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

const callOf = (request: IncomingMessage, body: Buffer): RecordedCall => ({
  method: request.method ?? 'GET',
  url: request.url ?? '/',
  headers: Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  ),
  body: body.toString(),
});

/** With the host that was asked: Clio's links to the next page lead here then. */
const askUpstream = (base: string, call: RecordedCall, host: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = Object.entries(call.headers).map(([name, value]) => [name, withoutBenchUser(value)]);
    const outgoing = httpRequest(
      new URL(call.url, base),
      { method: call.method, headers: { ...Object.fromEntries(headers), host } },
      (reply) => {
        readBody(reply).then((body) => {
          const { 'content-type': type, location } = reply.headers;
          resolve({
            status: reply.statusCode ?? 500,
            headers: { ...(type ? { 'content-type': type } : {}), ...(location ? { location } : {}) },
            body,
          });
        }, reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(call.body);
  });

const answerOf = async (call: RecordedCall, host: string): Promise<Answer | undefined> => {
  const key = keyOfCall(call);
  if (upstreamUrl === undefined) return answers.get(key);
  const answer = await askUpstream(upstreamUrl, call, host);
  answers.set(key, answer);
  return answer;
};

const send = (response: ServerResponse, answer: Answer | undefined): void => {
  const { status, headers, body } = answer ?? { status: 418, headers: {}, body: Buffer.from('not recorded') };
  response.writeHead(status, {
    ...headers,
    ...(response.req.url?.startsWith('/rest-services') ? generousLimit : {}),
    'content-length': String(body.length),
  });
  response.end(body);
};

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  void readBody(request).then(async (body) => {
    const call = callOf(request, body);
    callCount += 1;
    if (upstreamUrl !== undefined) calls.push(call);
    const answer = await answerOf(call, request.headers.host ?? '');
    if (delayMs > 0) setTimeout(() => send(response, answer), delayMs);
    else send(response, answer);
  });
});

process.on('message', (message) => {
  const command = commandSchema.parse(message);
  upstreamUrl = command.type === 'record' ? command.upstreamUrl : upstreamUrl;
  if (command.type === 'replay') [upstreamUrl, delayMs] = [undefined, command.delayMs];
  process.send?.({ type: 'calls', calls, callCount });
  [calls, callCount] = [[], 0];
});
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  process.send?.({ type: 'listening', baseUrl: `http://127.0.0.1:${port}` });
});
