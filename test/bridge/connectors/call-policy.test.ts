/** That the connectors hand the policy of calls, and one deadline for each operation, down to every CRM's client. */
import { createServer, type ServerResponse } from 'node:http';
import type { CalendarContext } from '../../../bridge/adapters/calendar-adapter';
import { readConfig, type Environment } from '../../../bridge/config';
import type { ConnectorCall } from '../../../bridge/connectors/connector';
import { createConnectors } from '../../../bridge/connectors/create-connectors';
import { createOperationRunner } from '../../../bridge/connectors/run-operation';
import { systemClock } from '../../../bridge/http/call-clock';
import { defaultCallPolicy, type CallPolicy } from '../../../bridge/http/call-policy';
import { connectorOptionsOf } from '../../../bridge/vendor-options';
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

/** Holds its answers until so many wait for one, and a little longer for those who should not be there. */
const startWaitingVendor = async (atOnce: number) => {
  let most = 0;
  let held: readonly ServerResponse[] = [];
  const answerAll = (): void => {
    const answered = held;
    held = [];
    answered.forEach((response) => response.end('{"data":[],"hasMore":false}'));
  };
  const server = createServer((_request, response) => {
    held = [...held, response];
    most = Math.max(most, held.length);
    if (held.length === atOnce) setTimeout(answerAll, 50);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    most: () => most,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

describe('the requests of a NetSuite account', () => {
  it.each<[number, Environment]>([
    [2, { NETSUITE_ACCOUNT_CONCURRENCY: '2' }],
    [5, {}],
  ])('leave %i at a time with the settings %j', async (atOnce, env) => {
    const { baseUrl, most, close } = await startWaitingVendor(atOnce);
    const settings = { NETSUITE_RESTLET_BASE_URL: baseUrl, NETSUITE_REST_BASE_URL: baseUrl, ...env };
    const options = connectorOptionsOf(readConfig(settings));
    const { netsuite } = createConnectors({ ...options, log, callPolicy: defaultCallPolicy });
    const given = { authHeader: 'Bearer x', user: { id: '5', hostname: new URL(baseUrl).host } };
    const lists = Array.from({ length: 2 * atOnce }, () => netsuite.listAppointments(given));
    expect((await Promise.all(lists)).every(({ successful }) => successful)).toBe(true);
    expect(most()).toBe(atOnce);
    close();
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

  it('has the deadline of its caller where that names one', async () => {
    const run = createOperationRunner({ platform: 'clio', log, nowMs: () => 0 });
    const deadline = { remainingMs: () => 1234 };
    const context = await run('listAppointments', { ...call(), deadline }, async (given) => given);
    expect(context).toMatchObject({ deadline });
  });
});
