/** The page's state and actions in front of answers that a test gives, at a time that stands still. */
import type { Appointment } from '../../../../../src/contract/appointment.schema';
import { failureOf, type Answer, type Failure } from '../../../../../bridge/console/page/api/answer';
import type { BridgeClient, Reply } from '../../../../../bridge/console/page/api/bridge-client';
import type { ConsolePlatform } from '../../../../../bridge/console/page/api/console-platform';
import { createConsoleActions } from '../../../../../bridge/console/page/state/console-actions';
import { initialState } from '../../../../../bridge/console/page/state/console-state';
import { createStore } from '../../../../../bridge/console/page/state/store';

const NOW_MS = Date.parse('2026-07-20T10:07:00Z');

const connectedPlatform: ConsolePlatform = {
  platform: 'netsuite',
  name: 'NetSuite',
  canConnect: true,
  connected: true,
  user: { name: 'Carla Ruiz', timeZone: 'America/Los_Angeles', hostname: '1.app.netsuite.com' },
  capabilities: {
    canConfirm: true,
    cancel: 'status',
    statuses: ['scheduled', 'confirmed', 'cancelled'],
    attendeeKinds: ['contact'],
    location: true,
    crossesMidnight: false,
  },
};

const reply = <Value>(answer: Answer<Value>): Reply<Value> => ({
  answer,
  calls: [{ call: 'GET /x', outcome: '200', durationMs: 5, units: 1, count: 1 }],
});

export const done = <Value>(value: Value): Reply<Value> => reply({ successful: true, value, note: '' });

export const refused = (code: string, changes: Partial<Failure> = {}): Reply<never> =>
  reply({ successful: false, failure: { ...failureOf(code, `It is ${code}.`), ...changes } });

export const foundList = (...appointments: readonly Appointment[]) => done({ appointments, skipped: 0 });

/** @param client the answers that the test is about; the others are what a calm day brings */
export const openConsole = async (client: Partial<BridgeClient> = {}) => {
  const store = createStore({ initial: initialState(NOW_MS, 'UTC') });
  let keys = 0;
  const wentTo: string[] = [];
  const actions = createConsoleActions({
    store,
    client: {
      setup: async () => done({ mode: 'sandbox', platforms: [connectedPlatform] }),
      connect: async () => done('http://127.0.0.1/consent'),
      disconnect: async () => done(true),
      list: async () => foundList(),
      write: async () => refused('internal'),
      searchContacts: async () => done([]),
      ...client,
    },
    nowMs: () => NOW_MS,
    newKey: () => `key-${(keys += 1)}`,
    goTo: (url) => {
      wentTo.push(url);
    },
  });
  await actions.start({ platform: 'netsuite', problem: '' });
  return { store, actions, wentTo };
};
