import { inspect } from 'node:util';
import { z } from 'zod';
import { createVendorClient, type VendorRequest } from '../../../bridge/http/vendor-client';
import { AppointmentError, type FailureCode } from '../../../src/contract/failure';
import { startFakeVendor, type Behaviour, type FakeVendorServer } from '../fake-vendor-server';

const NOW_MS = Date.parse('2026-07-20T12:00:00Z');

let vendor: FakeVendorServer;
let behaviour: Behaviour;

const client = createVendorClient({
  vendor: 'Acme CRM',
  explain: () => undefined,
  timeoutMs: 150,
  nowMs: () => NOW_MS,
});

const read = (more: Partial<VendorRequest> = {}): VendorRequest => ({
  method: 'GET',
  baseUrl: vendor.baseUrl,
  path: '/things',
  headers: { Authorization: 'Bearer SECRET-TOKEN' },
  ...more,
});
const write = (): VendorRequest => read({ method: 'POST', body: { title: 'private title' } });

const failureOf = async (promise: Promise<unknown>): Promise<AppointmentError> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppointmentError) return error;
  throw new Error('expected an AppointmentError');
};

beforeAll(async () => {
  vendor = await startFakeVendor(() => behaviour);
});
afterAll(() => vendor.close());
beforeEach(() => {
  vendor.requests.length = 0;
  behaviour = { body: { ok: true } };
});

describe('vendor client', () => {
  it('encodes the query and leaves undefined values out', async () => {
    await client.send(read({ query: { name: 'A&B =?', page: 0, all: true, none: undefined } }));
    expect(vendor.requests[0]?.query).toEqual({ name: 'A&B =?', page: '0', all: 'true' });
  });

  it('keeps the path of a base URL and sends a body as JSON', async () => {
    await client.send({ ...write(), baseUrl: `${vendor.baseUrl}/rest-services/e999/` });
    expect(vendor.requests[0]).toMatchObject({
      path: '/rest-services/e999/things',
      body: { title: 'private title' },
    });
    expect(vendor.requests[0]?.headers['content-type']).toBe('application/json');
  });

  it.each<[number, FailureCode, FailureCode]>([
    [400, 'invalid_request', 'invalid_request'],
    [401, 'unauthenticated', 'unauthenticated'],
    [403, 'forbidden', 'forbidden'],
    [404, 'not_found', 'not_found'],
    [409, 'conflict', 'conflict'],
    [412, 'conflict', 'conflict'],
    [422, 'invalid_request', 'invalid_request'],
    [429, 'rate_limited', 'rate_limited'],
    [302, 'upstream_invalid', 'upstream_invalid'],
    [415, 'upstream_invalid', 'upstream_invalid'],
    [408, 'upstream_unavailable', 'ambiguous_write'],
    [500, 'upstream_unavailable', 'ambiguous_write'],
    [503, 'upstream_unavailable', 'ambiguous_write'],
  ])('takes %i on a read for %s and on a write for %s', async (status, onRead, onWrite) => {
    behaviour = { status, headers: { location: `${vendor.baseUrl}/elsewhere` }, body: 'no' };
    expect((await failureOf(client.send(read()))).code).toBe(onRead);
    expect((await failureOf(client.send(write()))).code).toBe(onWrite);
    expect(vendor.requests).toHaveLength(2);
  });

  it.each<[string, number]>([
    ['7', 7_000],
    ['Mon, 20 Jul 2026 12:01:00 GMT', 60_000],
    ['Mon, 20 Jul 2026 11:00:00 GMT', 0],
    ['999999999', 86_400_000],
  ])('reads Retry-After %s as %i ms', async (header, expected) => {
    behaviour = { status: 429, headers: { 'retry-after': header } };
    expect((await failureOf(client.send(read()))).details.retryAfterMs).toBe(expected);
  });

  it('knows no wait from a Retry-After that is neither seconds nor a date', async () => {
    behaviour = { status: 429, headers: { 'retry-after': '-5' } };
    expect((await failureOf(client.send(read()))).details.retryAfterMs).toBeUndefined();
  });

  it.each<Behaviour>(['drop', 'hang', 'cut'])(
    'does not know whether a write was done when the vendor answers with a %s',
    async (how) => {
      behaviour = how;
      expect((await failureOf(client.send(read()))).code).toBe('upstream_unavailable');
      const failure = await failureOf(client.send(write()));
      expect(failure.code).toBe('ambiguous_write');
      expect(failure.message).toMatch(/may or may not have been.*Refresh the list before trying again/);
    },
  );

  it('knows that nothing was written when the vendor refuses the connection', async () => {
    const gone = await startFakeVendor(() => ({}));
    await gone.close();
    const failure = await failureOf(client.send({ ...write(), baseUrl: gone.baseUrl }));
    expect(failure.code).toBe('upstream_unavailable');
  });

  it.each<[string, unknown]>([
    ['a page', '<html>Please log in</html>'],
    ['JSON that broke off', '{"items":[{"id":1},'],
    ['nothing', ''],
    ['an error in a success', { error: { code: 'UNEXPECTED_ERROR', message: 'no' } }],
  ])('never takes %s for an answer', async (_what, body) => {
    behaviour = { body };
    const schema = z.object({ items: z.array(z.unknown()) });
    expect((await failureOf(client.sendFor(read(), schema))).code).toBe('upstream_invalid');
    expect((await failureOf(client.sendFor(write(), schema))).code).toBe('ambiguous_write');
  });

  it('takes no answer of more than 10 MB', async () => {
    behaviour = { body: 'x'.repeat(10 * 1024 * 1024 + 1) };
    const patient = createVendorClient({ vendor: 'Acme CRM', explain: () => undefined });
    expect((await failureOf(patient.send(read()))).code).toBe('upstream_invalid');
  });

  it('takes a POST that only searches for a read', async () => {
    behaviour = 'drop';
    expect((await failureOf(client.send({ ...write(), writes: false }))).code).toBe('upstream_unavailable');
  });

  it('ends when the caller is gone', async () => {
    behaviour = 'hang';
    const caller = new AbortController();
    const failure = failureOf(client.send(read({ signal: caller.signal })));
    caller.abort();
    expect((await failure).code).toBe('upstream_unavailable');
  });

  it.each<Behaviour>(['drop', { status: 500, body: { echo: 'Bearer SECRET-TOKEN' } }])(
    'keeps credentials and payloads out of its errors (%j)',
    async (how) => {
      behaviour = how;
      const shown = inspect(await failureOf(client.send(write())), { depth: 10 });
      expect(shown).not.toMatch(/SECRET-TOKEN|private title/);
    },
  );
});
