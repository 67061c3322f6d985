/** The bridge as a process of its own, told to end while NetSuite lets it wait. */
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { restlets } from '../../src/contract/restlets';
import { NEW_EVENT_ID, startFakeNetSuite, type FakeNetSuite } from '../bridge/fake-netsuite';
import { startBridge, type RunningBridge } from './running-bridge';

const HEADERS = {
  authorization: 'Bearer CRM-TOKEN',
  'content-type': 'application/json',
  'x-crm-hostname': '1234567.app.netsuite.com',
  'x-crm-user-id': '5',
};

let netsuite: FakeNetSuite;
let bridge: RunningBridge;
/** Lets NetSuite answer. */
let release: () => void;
/** Resolves when a list and a write wait at NetSuite. */
let bothWait: Promise<void>;

const holdListAndWrite = (): void => {
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  bothWait = new Promise((resolve) => {
    const waiting = new Set<string>();
    netsuite.intercept = async ({ method, query }) => {
      const isList = query['script'] === restlets.calendarEvents.scriptId;
      if (method !== 'POST' && !isList) return undefined;
      waiting.add(method);
      if (waiting.size === 2) resolve();
      await gate;
      return undefined;
    };
  });
};

beforeEach(async () => {
  netsuite = await startFakeNetSuite();
  holdListAndWrite();
  bridge = await startBridge({
    env: {
      BRIDGE_MODE: 'live',
      LOG_LEVEL: 'silent',
      NETSUITE_RESTLET_BASE_URL: netsuite.baseUrl,
      NETSUITE_REST_BASE_URL: netsuite.baseUrl,
    },
  });
});
afterEach(async () => {
  bridge.signal('SIGKILL');
  await netsuite.close();
});

const call = async (method: string, body?: object): Promise<unknown> => {
  const response = await fetch(`${bridge.baseUrl}/connectors/netsuite/appointments`, {
    method,
    headers: HEADERS,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return JSON.parse(await response.text());
};

const list = () => call('GET');
const create = () =>
  call('POST', { title: 'Offer', startTimeUtc: '2026-07-20T22:00:00Z', durationMinutes: 30, contacts: [] });

const isListening = (): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(bridge.baseUrl).port), '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const untilItListensNoMore = async (): Promise<void> => {
  while (await isListening()) await pause(10);
};

describe('a bridge that is told to end', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'answers the read and the write that wait at the CRM, takes no new connection, and ends well (%s)',
    async (signal) => {
      const answers = [list(), create()];
      await bothWait;
      bridge.signal(signal);
      await untilItListensNoMore();
      release();
      expect(await Promise.all(answers)).toEqual([
        expect.objectContaining({
          successful: true,
          appointments: expect.arrayContaining([expect.objectContaining({ id: '77' })]),
        }),
        expect.objectContaining({ successful: true, appointmentId: NEW_EVENT_ID }),
      ]);
      expect(await bridge.ended).toBe(0);
    },
  );

  it('does not wait for connections that are only kept', async () => {
    const kept = await fetch(`${bridge.baseUrl}/healthz`);
    expect(kept.headers.get('connection')).toBe('keep-alive');
    bridge.signal('SIGTERM');
    expect(await bridge.ended).toBe(0);
  });

  it('ends at once when it is told again, whatever waits', async () => {
    const answers = Promise.allSettled([list(), create()]);
    await bothWait;
    bridge.signal('SIGTERM');
    await untilItListensNoMore();
    let hasEnded = false;
    void bridge.ended.then(() => {
      hasEnded = true;
    });
    while (!hasEnded) {
      bridge.signal('SIGTERM');
      await pause(50);
    }
    expect(await bridge.ended).toBe(1);
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
