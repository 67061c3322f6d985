/** The policy at work, against a real server; time passes only where a test lets it. */
import { z } from 'zod';
import { defaultCallPolicy } from '../../../bridge/http/call-policy';
import { createDeadline } from '../../../bridge/http/deadline';
import type { VendorLimit } from '../../../bridge/http/guarded-calls';
import { createVendorClient, type VendorRequest } from '../../../bridge/http/vendor-client';
import { AppointmentError } from '../../../src/contract/failure';
import { startFakeVendor, type Behaviour, type FakeVendorServer } from '../fake-vendor-server';
import { createFakeCallClock, type FakeCallClock } from './fake-call-clock';

const NOW_MS = Date.parse('2026-07-20T12:00:00Z');
/** Half of the most that the first wait may be. */
const FIRST_BACKOFF_MS = 250;

let vendor: FakeVendorServer;
let clock: FakeCallClock;
/** One for each request, the last one for all that follow. */
let behaviours: Behaviour[];

beforeEach(async () => {
  clock = createFakeCallClock();
  behaviours = [];
  vendor = await startFakeVendor(() => (behaviours.length > 1 ? behaviours.shift() : behaviours[0]) ?? {});
});
afterEach(() => vendor.close());

const clientOf = (limit: VendorLimit = {}, policy: Partial<typeof defaultCallPolicy> = {}) =>
  createVendorClient({
    vendor: 'Acme CRM',
    explain: ({ data }) =>
      JSON.stringify(data).includes('LIMIT_EXCEEDED')
        ? { code: 'rate_limited', upstreamCode: 'SSS_REQUEST_LIMIT_EXCEEDED' }
        : undefined,
    timeoutMs: 2000,
    nowMs: () => NOW_MS,
    callPolicy: { ...defaultCallPolicy, ...policy, clock },
    limit,
  });

const request = (more: Partial<VendorRequest> = {}): VendorRequest => ({
  method: 'GET',
  baseUrl: vendor.baseUrl,
  path: '/things',
  headers: { Authorization: 'Bearer ann' },
  deadline: createDeadline({ afterMs: 25_000, clock }),
  ...more,
});
const write = (more: Partial<VendorRequest> = {}) => request({ method: 'POST', body: {}, ...more });

const failureOf = async (promise: Promise<unknown>): Promise<AppointmentError> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppointmentError) return error;
  throw new Error('expected an AppointmentError');
};

/** Lets the next timer that is set have its way, and says how long it was to wait. */
const letPass = async (): Promise<number> => {
  const delayMs = await clock.nextDelayMs();
  clock.advance(delayMs);
  return delayMs;
};

const limitError = { status: 400, body: { error: { code: 'SSS_REQUEST_LIMIT_EXCEEDED' } } };

describe('trying again', () => {
  it.each<[string, Behaviour]>([
    ['500', { status: 500 }],
    ['502 with a page', { status: 502, body: '<html>' }],
    ['503', { status: 503 }],
    ['408', { status: 408 }],
    ['closing the connection', 'drop'],
    ['half an answer', 'cut'],
  ])('gives a read a second chance after %s', async (_what, behaviour) => {
    behaviours = [behaviour, { body: { ok: true } }];
    const sent = clientOf().send(request());
    expect(await letPass()).toBe(FIRST_BACKOFF_MS);
    expect((await sent).data).toEqual({ ok: true });
    expect(vendor.requests).toHaveLength(2);
  });

  it('takes a POST that only searches for a read', async () => {
    behaviours = [{ status: 500 }, {}];
    const sent = clientOf().send(write({ writes: false }));
    await letPass();
    expect((await sent).status).toBe(200);
  });

  it('ends after three tries, waiting longer each time', async () => {
    behaviours = [{ status: 503 }];
    const failure = failureOf(clientOf().send(request()));
    expect([await letPass(), await letPass()]).toEqual([FIRST_BACKOFF_MS, 2 * FIRST_BACKOFF_MS]);
    expect((await failure).code).toBe('upstream_unavailable');
    expect(vendor.requests).toHaveLength(3);
  });

  it.each<[string, Behaviour]>([
    ['500', { status: 500 }],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '0' } }],
    ['closing the connection', 'drop'],
    ['half an answer', 'cut'],
  ])('never sends a write again after %s', async (_what, behaviour) => {
    behaviours = [behaviour];
    expect((await failureOf(clientOf().send(write()))).code).toBe('ambiguous_write');
    expect([vendor.requests.length, clock.pending()]).toEqual([1, 0]);
  });

  it('sends a write again that says that twice is the same as once', async () => {
    behaviours = ['drop', { status: 204 }];
    const sent = clientOf().send(write({ method: 'PUT', idempotent: true }));
    await letPass();
    expect((await sent).status).toBe(204);
  });

  it('still does not know of such a write when only a later try certainly did nothing', async () => {
    behaviours = ['drop', { status: 404 }];
    const failure = failureOf(clientOf().send(write({ method: 'DELETE', idempotent: true })));
    await letPass();
    expect((await failure).code).toBe('ambiguous_write');
  });

  it.each<[string, Behaviour]>([
    ['429', { status: 429 }],
    ['an error that names its limit', limitError],
  ])('sends a write again after %s, which did nothing', async (_what, behaviour) => {
    behaviours = [behaviour, { status: 201 }];
    const sent = clientOf({ concurrentRequests: 5 }).send(write());
    expect(await letPass()).toBe(FIRST_BACKOFF_MS);
    expect((await sent).status).toBe(201);
  });

  it('sends a write again that met no server', async () => {
    const gone = await startFakeVendor(() => ({}));
    await gone.close();
    const failure = failureOf(clientOf().send(write({ baseUrl: gone.baseUrl })));
    expect([await letPass(), await letPass()]).toEqual([FIRST_BACKOFF_MS, 2 * FIRST_BACKOFF_MS]);
    expect((await failure).code).toBe('upstream_unavailable');
  });

  it.each([400, 401, 403, 404, 409, 412, 422])('does not argue with a %i', async (status) => {
    behaviours = [{ status }];
    await failureOf(clientOf().send(request()));
    expect(vendor.requests).toHaveLength(1);
  });

  it('ends when the caller leaves', async () => {
    behaviours = [{ status: 503 }];
    const caller = new AbortController();
    const failure = failureOf(clientOf().send(request({ signal: caller.signal })));
    await clock.nextDelayMs();
    caller.abort();
    expect((await failure).code).toBe('upstream_unavailable');
    expect([vendor.requests.length, clock.pending()]).toEqual([1, 0]);
  });
});

describe('an answer that arrives broken', () => {
  const schema = z.object({ ok: z.literal(true) });

  it.each<[string, Behaviour]>([
    ['half of its JSON', { body: '{"ok":tr' }],
    ['no body', {}],
    ['a page of a gateway in place of it', { body: '<html>One moment' }],
  ])('gives a read a second chance: %s', async (_what, behaviour) => {
    behaviours = [behaviour, { body: { ok: true } }];
    const read = clientOf().sendFor(request(), schema);
    expect(await letPass()).toBe(FIRST_BACKOFF_MS);
    expect(await read).toEqual({ ok: true });
    expect(vendor.requests).toHaveLength(2);
  });

  it('cannot be read, if it always is', async () => {
    behaviours = [{ body: '{"ok":tr' }];
    const failure = failureOf(clientOf().sendFor(request(), schema));
    await letPass();
    await letPass();
    expect(await failure).toMatchObject({
      code: 'upstream_invalid',
      details: { upstream: { code: 'HTTP_200' } },
    });
    expect(vendor.requests).toHaveLength(3);
  });

  it('is whole where it says something else: the vendor would say it again', async () => {
    behaviours = [{ body: { ok: false } }];
    expect((await failureOf(clientOf().sendFor(request(), schema))).code).toBe('upstream_invalid');
    expect([vendor.requests.length, clock.pending()]).toEqual([1, 0]);
  });

  it('is none where no body was agreed', async () => {
    behaviours = [{ status: 204 }];
    expect(await clientOf().sendFor(request(), z.literal(''))).toBe('');
    expect(vendor.requests).toHaveLength(1);
  });

  it('is no reason to send a write again: it was done', async () => {
    behaviours = [{ body: '{"ok":tr' }];
    const sent = write({ method: 'PUT', idempotent: true });
    expect((await failureOf(clientOf().sendFor(sent, schema))).code).toBe('ambiguous_write');
    expect([vendor.requests.length, clock.pending()]).toEqual([1, 0]);
  });

  it('says nothing against the host', async () => {
    behaviours = [{ body: '{"ok":tr' }];
    const circuit = { failures: 2, withinMs: 30_000, openMs: 10_000 };
    const client = clientOf({}, { circuit, maxTries: 1 });
    for (let tries = 0; tries < 3; tries++) await failureOf(client.sendFor(request(), schema));
    expect(vendor.requests).toHaveLength(3);
  });
});

describe('waiting as the vendor asks', () => {
  it('never comes back before Retry-After', async () => {
    behaviours = [{ status: 429, headers: { 'retry-after': '7' } }, {}];
    const sent = clientOf().send(request());
    expect(await letPass()).toBe(7000 + FIRST_BACKOFF_MS);
    expect((await sent).status).toBe(200);
  });

  it('fails now where the deadline is nearer, and passes on how long the vendor asks to wait', async () => {
    behaviours = [{ status: 429, headers: { 'retry-after': '30' } }];
    const failure = await failureOf(clientOf().send(request()));
    expect(failure).toMatchObject({ code: 'rate_limited', details: { retryAfterMs: 30_000 } });
    expect(clock.pending()).toBe(0);
  });

  it('takes the end of the window for it where there is no Retry-After', async () => {
    const reset = String(NOW_MS / 1000 + 40);
    behaviours = [{ status: 429, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } }];
    const failure = await failureOf(clientOf().send(request()));
    expect(failure.details.retryAfterMs).toBe(40_000);
  });

  it('sends nothing for the same credential meanwhile, and everything for another', async () => {
    behaviours = [{ status: 429, headers: { 'retry-after': '30' } }, {}];
    const client = clientOf({ requestsPerMinute: 50 });
    await failureOf(client.send(request()));
    expect(await failureOf(client.send(request()))).toMatchObject({
      code: 'rate_limited',
      details: { retryAfterMs: 30_000 },
    });
    await client.send(request({ headers: { BhRestToken: 'bob' } }));
    expect(vendor.requests).toHaveLength(2);
  });
});

describe('keeping to a limit', () => {
  it('holds back what the vendor would refuse', async () => {
    const client = clientOf({ requestsPerMinute: 2 });
    await client.send(request());
    await client.send(request());
    clock.advance(50_000);
    const isWaiting = clock.nextDelayMs();
    const third = client.send(request());
    await isWaiting;
    expect(vendor.requests).toHaveLength(2);
    clock.advance(10_000);
    expect((await third).status).toBe(200);
  });

  it('lets users of one limit take turns, and its requests leave so many at a time', async () => {
    const client = clientOf({ concurrentRequests: 1, sharedBy: ({ baseUrl }) => baseUrl });
    const send = (user: string) => client.send(request({ headers: { Authorization: user } }));
    await Promise.all(['ann', 'ann', 'ann', 'bob'].map(send));
    expect(vendor.requests.map(({ headers }) => headers.authorization)).toEqual(['ann', 'ann', 'bob', 'ann']);
  });

  it('gives the place back, whatever became of the request', async () => {
    behaviours = ['drop', { status: 404 }, 'cut', {}];
    const client = clientOf({ concurrentRequests: 1 });
    for (let tries = 0; tries < 3; tries++) await failureOf(client.send(write()));
    expect((await client.send(write())).status).toBe(200);
  });
});

describe('leaving a host alone', () => {
  const circuit = { failures: 2, withinMs: 30_000, openMs: 10_000 };

  it('sends nothing to a host that does not answer, says so, and asks it again after a while', async () => {
    behaviours = [{ status: 500 }, { status: 500 }, {}];
    const client = clientOf({}, { circuit, maxTries: 1 });
    await failureOf(client.send(request()));
    await failureOf(client.send(request()));
    const failure = await failureOf(client.send(write()));
    expect(failure).toMatchObject({ code: 'upstream_unavailable', details: { retryAfterMs: 10_000 } });
    expect(failure.message).toBe(
      'Acme CRM has not been answering, so it is left alone for 10 seconds. Nothing was sent; try again then.',
    );
    expect(vendor.requests).toHaveLength(2);
    clock.advance(10_000);
    await client.send(request());
    await client.send(request());
    expect(vendor.requests).toHaveLength(4);
  });

  it('has nothing to do with other hosts, or with answers that are no failure of the host', async () => {
    const other = await startFakeVendor(() => ({}));
    behaviours = [{ status: 404 }];
    const client = clientOf({}, { circuit, maxTries: 1 });
    for (let tries = 0; tries < 5; tries++) await failureOf(client.send(request()));
    expect(vendor.requests).toHaveLength(5);
    behaviours = ['drop'];
    for (let tries = 0; tries < 3; tries++) await failureOf(client.send(request()));
    expect(vendor.requests).toHaveLength(7);
    expect((await client.send(request({ baseUrl: other.baseUrl }))).status).toBe(200);
    await other.close();
  });
});

describe('a deadline', () => {
  it('is shared by all calls of an operation: past it nothing is sent', async () => {
    const client = clientOf();
    const shared = { deadline: createDeadline({ afterMs: 25_000, clock }) };
    await client.send(request(shared));
    clock.advance(25_000);
    const failure = await failureOf(client.send(request(shared)));
    expect(failure).toMatchObject({
      code: 'upstream_unavailable',
      details: { upstream: { code: 'DEADLINE_PASSED' } },
    });
    expect(vendor.requests).toHaveLength(1);
  });

  it('lets no write begin that would probably be cut off', async () => {
    const client = clientOf();
    const late = { deadline: createDeadline({ afterMs: 1000, clock }) };
    expect((await failureOf(client.send(write(late)))).code).toBe('upstream_unavailable');
    expect((await client.send(request(late))).status).toBe(200);
    expect(vendor.requests.map(({ method }) => method)).toEqual(['GET']);
  });
});

describe('without a policy', () => {
  it('sends every request once', async () => {
    behaviours = [{ status: 503, headers: { 'retry-after': '0' } }];
    const client = createVendorClient({ vendor: 'Acme CRM', explain: () => undefined });
    await failureOf(client.send(request()));
    expect(vendor.requests).toHaveLength(1);
  });
});
