import { createNetSuiteAdapter } from '../../../../bridge/adapters/netsuite';
import { defaultCallPolicy } from '../../../../bridge/http/call-policy';
import { startFakeNetSuite, type FakeNetSuite } from '../../fake-netsuite';
import { failureOf, userContext } from './netsuite-fixture';

let fake: FakeNetSuite;
/** For the REST Record API alone. */
let records: FakeNetSuite;

beforeEach(async () => {
  fake = await startFakeNetSuite();
  records = await startFakeNetSuite();
});
afterEach(async () => {
  await fake.close();
  await records.close();
});

const createAdapter = (restBaseUrl = fake.baseUrl) =>
  createNetSuiteAdapter({
    restletBaseUrl: fake.baseUrl,
    restBaseUrl,
    recordTimeZone: 'America/New_York',
    callPolicy: defaultCallPolicy,
    log: { warn: () => undefined },
  });

const userOf = (hostname: string, credential: string) => ({ ...userContext, hostname, credential });

describe('the limit of a NetSuite account', () => {
  beforeEach(() => {
    fake.intercept = ({ headers }) =>
      headers.authorization === 'Bearer busy' ? { status: 429, headers: { 'retry-after': '60' } } : undefined;
  });

  it('is no other account’s, although one base URL stands for all', async () => {
    const adapter = createAdapter();
    const busy = userOf('1234567.app.netsuite.com', 'Bearer busy');
    expect((await failureOf(adapter.listAppointments(busy, {}))).code).toBe('rate_limited');
    const other = userOf('7654321.app.netsuite.com', 'Bearer other');
    expect((await adapter.listAppointments(other, {})).appointments).toHaveLength(1);
  });

  it('is one for all its users, for RESTlets and records, however its host is spelt', async () => {
    const adapter = createAdapter(records.baseUrl);
    const busy = userOf('1234567-sb1.app.netsuite.com', 'Bearer busy');
    await failureOf(adapter.listAppointments(busy, {}));
    const colleague = userOf('1234567_SB1.suitetalk.api.netsuite.com', 'Bearer colleague');
    const input = {
      title: 'Demo',
      summary: '',
      startTimeUtc: '2026-07-20T22:00:00Z',
      durationMinutes: 30,
      contacts: [],
    };
    const failure = await failureOf(
      adapter.createAppointment(colleague, input, { idempotencyKey: 'key-1', mayExist: true }),
    );
    expect(failure.code).toBe('rate_limited');
    expect([fake.requests, records.requests].map(({ length }) => length)).toEqual([1, 0]);
  });
});
