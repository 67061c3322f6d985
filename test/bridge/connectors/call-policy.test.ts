/** That the connectors hand the policy of calls, and one deadline for each operation, down to every CRM's client. */
import type { CalendarContext } from '../../../bridge/adapters/calendar-adapter';
import type { ConnectorCall } from '../../../bridge/connectors/connector';
import { createConnectors } from '../../../bridge/connectors/create-connectors';
import { createOperationRunner } from '../../../bridge/connectors/run-operation';
import { systemClock } from '../../../bridge/http/call-clock';
import { defaultCallPolicy, type CallPolicy } from '../../../bridge/http/call-policy';
import { platforms } from '../../../src/contract/operations';
import { failureIn } from '../checked-envelope';
import { startFakeVendor, type FakeVendorServer } from '../fake-vendor-server';

const log = { warn: () => undefined, error: () => undefined };

/** Does not wait between two tries. */
const hasty: CallPolicy = { ...defaultCallPolicy, clock: { ...systemClock, random: () => 0 } };

let vendor: FakeVendorServer;

beforeEach(async () => {
  vendor = await startFakeVendor(() => ({ status: 503 }));
});
afterEach(() => vendor.close());

const connectorsWith = (callPolicy?: CallPolicy) => {
  const { baseUrl } = vendor;
  return createConnectors({
    netsuite: { restletBaseUrl: baseUrl, restBaseUrl: baseUrl, recordTimeZone: 'user' },
    bullhorn: { bullhornRestBaseUrl: baseUrl },
    clio: { clioBaseUrl: baseUrl },
    log,
    callPolicy,
  });
};

const call = (): ConnectorCall => {
  const { host } = new URL(vendor.baseUrl);
  const restUrl = `${vendor.baseUrl}/rest-services/e999/`;
  return {
    authHeader: 'Bearer x',
    user: { id: '5', hostname: host, platformAdditionalInfo: { restUrl } },
  };
};

describe.each(platforms)('a connector for %s', (platform) => {
  const triesWith = async (callPolicy?: CallPolicy): Promise<number> => {
    failureIn(await connectorsWith(callPolicy)[platform].listAppointments(call()));
    const first = vendor.requests[0]?.path;
    return vendor.requests.filter(({ path }) => path === first).length;
  };

  it('tries a read again by the policy it is given', async () => {
    expect(await triesWith(hasty)).toBe(3);
  });

  it('sends every request once without one', async () => {
    expect(await triesWith()).toBe(1);
  });
});

describe('an operation', () => {
  it('has one deadline, in less time than the App Connect client waits', async () => {
    const run = createOperationRunner({ platform: 'clio', log, nowMs: () => 0 });
    const context = await run('listAppointments', call(), async (given: CalendarContext) => given);
    const remainingMs = 'deadline' in context ? (context.deadline?.remainingMs() ?? NaN) : NaN;
    expect(remainingMs).toBeGreaterThan(20_000);
    expect(remainingMs).toBeLessThanOrEqual(25_000);
  });
});
