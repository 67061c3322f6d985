import { createBridgeClient } from '../../../../../bridge/console/page/api/bridge-client';
import {
  appointmentExample,
  failureResultExample,
  listResultExample,
  recordResultExample,
  sessionRevokedExample,
} from '../../../../../src/contract/examples';

interface Sent {
  readonly path: string;
  readonly method: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const answering = (body: string | object, init: ResponseInit = {}) => {
  const sent: Sent[] = [];
  const client = createBridgeClient({
    send: async (input, request = {}) => {
      const { method, headers, body: sentBody } = request;
      sent.push({
        path: String(input),
        method,
        headers: Object.fromEntries(new Headers(headers)),
        body: sentBody,
      });
      return typeof body === 'string' ? new Response(body, init) : Response.json(body, init);
    },
  });
  return { client, sent };
};

describe('what the page sends', () => {
  it('names the CRM, and no token', async () => {
    const { client, sent } = answering(listResultExample);
    await client.list({ platform: 'clio', query: { startDate: '2026-07-20', endDate: '2026-07-21' } });
    expect(sent).toEqual([
      {
        path: '/appointments?startDate=2026-07-20&endDate=2026-07-21',
        method: 'GET',
        headers: { accept: 'application/json', 'x-console-platform': 'clio' },
        body: undefined,
      },
    ]);
  });

  it('has the version in quotes, the key, and ids that cannot lead elsewhere', async () => {
    const { client, sent } = answering(recordResultExample);
    await client.write({
      operation: 'updateAppointment',
      platform: 'netsuite',
      appointmentId: '../7',
      body: { title: 'New' },
      ifVersion: 'v1',
      idempotencyKey: 'key',
    });
    expect(sent[0]).toMatchObject({
      path: '/appointments/..%2F7',
      method: 'PATCH',
      headers: { 'if-match': '"v1"', 'idempotency-key': 'key', 'content-type': 'application/json' },
      body: '{"title":"New"}',
    });
  });

  it('puts no second quotes around a version that has some, as Clio’s do', async () => {
    const { client, sent } = answering(recordResultExample);
    await client.write({
      operation: 'cancelAppointment',
      platform: 'clio',
      appointmentId: '7',
      ifVersion: '"v1"',
    });
    expect(sent[0]?.headers).toMatchObject({ 'if-match': '"v1"' });
  });

  it('asks for any version where the CRM gave none', async () => {
    const { client, sent } = answering(recordResultExample);
    await client.write({
      operation: 'cancelAppointment',
      platform: 'bullhorn',
      appointmentId: '7',
      ifVersion: '',
    });
    expect(sent[0]?.headers).not.toHaveProperty('if-match');
  });
});

describe('what the bridge answers', () => {
  const list = (body: string | object, init?: ResponseInit) =>
    answering(body, init).client.list({ platform: 'netsuite', query: {} });

  it('is the value, with the calls that were made for it', async () => {
    const headers = { 'server-timing': 'crm;dur=3.0;desc="GET /a 200"' };
    expect(await list(listResultExample, { headers })).toEqual({
      answer: { successful: true, value: { appointments: [appointmentExample], skipped: 0 }, note: '' },
      calls: [{ call: 'GET /a', outcome: '200', durationMs: 3, units: undefined, count: 1 }],
    });
  });

  it('is a failure in the bridge’s words, also with a 200', async () => {
    const body = { ...failureResultExample, errorCode: 'conflict', appointment: appointmentExample };
    expect((await list(body)).answer).toMatchObject({
      successful: false,
      failure: {
        code: 'conflict',
        message: failureResultExample.returnMessage.message,
        appointment: appointmentExample,
      },
    });
  });

  it.each([
    ['a credential that the CRM refuses', sessionRevokedExample, { status: 401 }],
    ['a session that is gone', 'Please go to Settings and authorize CRM platform', { status: 400 }],
  ])('asks for a new sign-in after %s', async (_case, body, init) => {
    expect((await list(body, init)).answer).toMatchObject({ failure: { code: 'unauthenticated' } });
  });

  it.each([
    ['no list', { successful: true }],
    ['a list of nothing known', []],
  ])('is a failure where it is %s', async (_case, body) => {
    expect((await list(body)).answer).toMatchObject({ successful: false });
  });

  it('is a failure that can be repeated where the bridge is not there', async () => {
    const client = createBridgeClient({ send: () => Promise.reject(new TypeError('fetch failed')) });
    expect((await client.setup()).answer).toMatchObject({
      failure: { code: 'unreachable', retryable: true },
    });
  });
});
