import { createServer, type Server } from 'node:http';
import express from 'express';
import { acceptClientBodies } from '../../../bridge/library/accept-client-bodies';
import { clientBodyOr } from '../../../bridge/library/client-body';
import { termsOf, type RequestTerms } from '../../../bridge/library/request-terms';
import { clientCreateExample, clientPatchExample } from '../../../src/contract/examples';

interface Seen {
  readonly method: string;
  readonly body: unknown;
  /** What a connector of ours is given in place of it. */
  readonly payload: unknown;
  readonly patchBody: unknown;
  readonly terms: RequestTerms;
}

let server: Server;
let seen: Seen[];

/** A server that reads its bodies as core does, after the middleware or before it. */
const start = async (order: 'before' | 'after'): Promise<void> => {
  seen = [];
  const app = express();
  if (order === 'after') app.use(express.json({ strict: true }));
  app.use(acceptClientBodies());
  if (order === 'before') app.use(express.json({ strict: true }));
  app.use(async (request, response) => {
    await Promise.resolve();
    const body: unknown = request.body;
    seen.push({
      method: request.method,
      body,
      payload: clientBodyOr('createAppointment', body),
      patchBody: clientBodyOr('updateAppointment', body),
      terms: termsOf({}),
    });
    response.json({ reached: true });
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
};

const send = async (method: string, path: string, text: string, headers: Record<string, string> = {}) => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: text,
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

afterEach(() => new Promise<void>((resolve) => void server.close(() => resolve())));

describe.each(['before', 'after'] as const)('the middleware %s the parser of bodies', (order) => {
  beforeEach(() => start(order));

  it.each([
    ['POST', '/appointments', JSON.stringify(clientCreateExample)],
    ['PATCH', '/appointments/77', JSON.stringify(clientPatchExample)],
    ['PATCH', '/appointments/77', JSON.stringify({ patch: { title: 'Renamed' } })],
    ['POST', '/appointments/77/cancel', '{}'],
    ['POST', '/appointments/77/confirm', '{}'],
  ])(
    'keeps the key and the version that a %s of %s is sent with for the connector',
    async (method, path, text) => {
      await send(method, path, text, { 'idempotency-key': 'key-1', 'if-match': '"7"' });
      await send(method, path, text);
      expect(seen.map(({ terms }) => terms)).toEqual([
        { idempotencyKey: 'key-1', ifVersion: '"7"' },
        { idempotencyKey: undefined, ifVersion: undefined },
      ]);
    },
  );

  it('turns the client’s create into core’s words, and keeps the rest for the connector', async () => {
    await send('POST', '/appointments', JSON.stringify({ ...clientCreateExample, status: 'confirmed' }));
    expect(seen).toEqual([
      expect.objectContaining({
        body: {
          payload: {
            title: clientCreateExample.title,
            summary: clientCreateExample.summary,
            startTimeUtc: '2026-07-20T19:00:00.000Z',
            durationMinutes: 30,
            contacts: [{ id: '501', type: 'contact' }],
          },
        },
        payload: expect.objectContaining({
          status: 'confirmed',
          contacts: [{ id: '501', type: 'contact', name: 'Ada Byron' }],
        }),
      }),
    ]);
  });

  it('turns the client’s edit into core’s words', async () => {
    await send('PATCH', '/appointments/77', JSON.stringify({ ...clientPatchExample, status: 'canceled' }));
    expect(seen[0]).toMatchObject({
      body: {
        patch: {
          title: clientPatchExample.title,
          startTimeUtc: '2026-07-21T19:00:00.000Z',
          durationMinutes: 45,
          contacts: [{ id: '501', type: 'contact' }],
        },
      },
      patchBody: { status: 'cancelled' },
    });
  });

  it('leaves to core what neither knows', async () => {
    for (const body of [{ title: 'No start' }, { payload: { colour: 'red' } }]) {
      await send('POST', '/appointments', JSON.stringify(body));
      expect(seen.at(-1)).toMatchObject({ body, payload: body });
    }
  });

  it.each([{ durationMinutes: 60 }, { startTimeUtc: '2026-07-21T19:00:00Z' }, { status: 'confirmed' }])(
    'leaves to core the patch %j, for which core has no form',
    async (body) => {
      await send('PATCH', '/appointments/77', JSON.stringify(body));
      expect(seen[0]?.body).toEqual(body);
    },
  );

  it('answers a form that cannot be saved with a message that the client shows', async () => {
    const { status, headers, text } = await send(
      'POST',
      '/appointments',
      JSON.stringify({ ...clientCreateExample, startTimeUtc: undefined }),
    );
    expect(seen).toEqual([]);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(JSON.parse(text)).toMatchObject({
      successful: false,
      returnMessage: { message: 'startTimeUtc: say when it starts.' },
    });
  });

  it('keeps the bodies of two requests at once apart', async () => {
    const titles = ['One', 'Two', 'Three'];
    await Promise.all(
      titles.map((title) => send('POST', '/appointments', JSON.stringify({ ...clientCreateExample, title }))),
    );
    const pairs = seen.map(({ body, payload }) => [body, payload]);
    for (const title of titles) {
      expect(pairs).toContainEqual([
        { payload: expect.objectContaining({ title }) },
        expect.objectContaining({ title }),
      ]);
    }
  });
});

describe('the middleware before the parser of bodies', () => {
  beforeEach(() => start('before'));

  it('takes the null with which the client confirms and cancels', async () => {
    expect(await send('POST', '/appointments/77/confirm', 'null')).toMatchObject({ status: 200 });
    expect(seen).toEqual([expect.objectContaining({ method: 'POST', body: {} })]);
  });

  it('does not touch other routes', async () => {
    const { status } = await send('POST', '/callLog', '{"participantName":"x","durationMinutes":0}');
    expect(status).toBe(200);
    expect(seen[0]?.body).toEqual({ participantName: 'x', durationMinutes: 0 });
  });

  it('leaves a broken body to the server’s own handling of errors', async () => {
    expect((await send('POST', '/appointments', '{"title":')).status).toBe(400);
    expect(seen).toEqual([]);
  });
});
