/** A CRM's servers for sign-in, all on one host: records what it is asked, answers what the test says. */
import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface RecordedCall {
  /** `POST /oauth/token` */
  readonly call: string;
  readonly query: Readonly<Record<string, string>>;
  /** Fields of a form; empty for any other body. */
  readonly form: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text as it is. */
  readonly body?: unknown;
}

/** By call; a list is used up from its beginning, its last answer stays. */
export type Answers = Record<string, Answer | readonly Answer[]>;

export interface FakeOAuthServer {
  readonly baseUrl: string;
  readonly calls: RecordedCall[];
  answers: Answers;
  /** Calls of one kind, in their order. */
  callsOf(call: string): readonly RecordedCall[];
  close(): Promise<void>;
}

const isList = (answer: Answer | readonly Answer[]): answer is readonly Answer[] => Array.isArray(answer);

export const startFakeOAuthServer = async (): Promise<FakeOAuthServer> => {
  const calls: RecordedCall[] = [];
  const callsOf = (call: string) => calls.filter((one) => one.call === call);
  const answerTo = (call: string): Answer => {
    const answer = fake.answers[call] ?? { status: 404, body: `no route ${call}` };
    if (!isList(answer)) return answer;
    return answer[Math.min(callsOf(call).length, answer.length) - 1] ?? { status: 404 };
  };
  const server = createServer(async (message, response) => {
    let text = '';
    for await (const chunk of message) text += String(chunk);
    const url = new URL(message.url ?? '/', 'http://crm');
    const isForm = message.headers['content-type'] === 'application/x-www-form-urlencoded';
    const call = `${message.method} ${url.pathname}`;
    calls.push({
      call,
      query: Object.fromEntries(url.searchParams),
      form: isForm ? Object.fromEntries(new URLSearchParams(text)) : {},
      headers: message.headers,
    });
    const { status = 200, headers = {}, body = '' } = answerTo(call);
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const fake: FakeOAuthServer = {
    baseUrl: `http://127.0.0.1:${port}`,
    calls,
    answers: {},
    callsOf,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
  return fake;
};
