import { defaultCallPolicy } from '../../../bridge/http/call-policy';
import type { VendorCall } from '../../../bridge/http/vendor-call';
import { createVendorClient, type VendorRequest } from '../../../bridge/http/vendor-client';
import { startFakeVendor, type Behaviour, type FakeVendorServer } from '../fake-vendor-server';

let vendor: FakeVendorServer;
/** One for each request, in turn. */
let behaviours: Behaviour[];

beforeAll(async () => {
  vendor = await startFakeVendor(() => behaviours.shift() ?? {});
});
afterAll(() => vendor.close());

/** No pause between tries: nothing here is about how long they are. */
const withoutPauses = {
  ...defaultCallPolicy,
  clock: {
    monotonicMs: () => 0,
    random: () => 0,
    after: (_delayMs: number, act: () => void) => {
      setImmediate(act);
      return () => {};
    },
  },
};

const reportOf = async (request: Partial<VendorRequest> = {}): Promise<VendorCall> => {
  const calls: VendorCall[] = [];
  const client = createVendorClient({
    vendor: 'Acme CRM',
    explain: () => undefined,
    callPolicy: withoutPauses,
    unitsOf: ({ headers }) => (headers['x-units'] === undefined ? undefined : Number(headers['x-units'])),
    onCall: (call) => void calls.push(call),
  });
  await client
    .send({ method: 'GET', baseUrl: vendor.baseUrl, path: '/things/77', ...request })
    .catch(() => undefined);
  const [call] = calls;
  if (!call || calls.length > 1) throw new Error(`${calls.length} reports`);
  return call;
};

describe('the report of a call to a vendor', () => {
  it('counts the tries that were made of it, and tells how the last one ended', async () => {
    behaviours = [{ status: 503 }, 'drop', { headers: { 'x-units': '12' } }];
    expect(await reportOf()).toMatchObject({
      endpoint: '/things/:id',
      outcome: 'ok',
      status: 200,
      tries: 3,
      units: 12,
    });
    behaviours = ['drop', 'drop', 'drop'];
    expect(await reportOf()).toMatchObject({ outcome: 'upstream_unavailable', status: undefined, tries: 3 });
  });

  it('counts one try of a write that may have been done', async () => {
    behaviours = [{ status: 500 }];
    expect(await reportOf({ method: 'POST', body: {} })).toMatchObject({
      outcome: 'ambiguous_write',
      status: 500,
      tries: 1,
    });
  });
});
