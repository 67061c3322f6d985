/** A NetSuite account on this computer with our RESTlets in it, for the conformance suite. */
import { createNetSuiteAdapter } from '../../bridge/adapters/netsuite';
import type { ConnectorCall } from '../../bridge/connectors/connector';
import { createConnector } from '../../bridge/connectors/create-connector';
import type { CallPolicy } from '../../bridge/http/call-policy';
import type { FaultRule } from '../../sandbox/core/fault-rule';
import type { CalendarEvent, EventAttendee } from '../../sandbox/netsuite/entities';
import { createNetSuiteSandbox, type NetSuiteSandbox } from '../../sandbox/netsuite/netsuite-sandbox';
import { account, person } from '../../tools/netsuite-account';
import { event, user } from '../e2e/netsuite-account';
import type { FaultyCalls, SandboxAccount, SeededAppointment, VendorControl } from './conformance-target';
import { sandboxNowMs, sandboxTimeZone } from './sandbox-clock';
import { silentLog } from './silent-log';
import { openVendorDoor, type VendorDoor } from './vendor-door';

const MINUTE_MS = 60_000;
const USER = '1001';
const COLLEAGUE = '1002';

const preferences = { timeZone: sandboxTimeZone, dateFormat: 'M/D/YYYY', timeFormat: 'h:mm a' };

const people = [
  person('2001', 'contact', 'Ada Byron'),
  person('2002', 'customer', "Conor O'Brien"),
  person('2003', 'vendor', '佐藤 健'),
] as const;
const [contact, customer, vendor] = people;

const faultyCalls: Readonly<Record<FaultyCalls, readonly Pick<FaultRule, 'method' | 'path'>[]>> = {
  reads: [
    { path: '*restlet.nl?*customscript_rcfetchcalendarevents*' },
    { method: 'GET', path: '*/calendarEvent/*' },
  ],
  search: [{ path: '*restlet.nl?*customscript_rcsearchattendees*' }],
  create: [{ method: 'POST', path: '*/calendarEvent' }],
  update: [{ method: 'PATCH', path: '*/calendarEvent/*' }],
  cancel: [{ method: 'PATCH', path: '*/calendarEvent/*' }],
};

const callOf = (user: string): ConnectorCall => ({
  user: { id: `${user}-netsuite`, hostname: 'tstdrv1234567.app.netsuite.com' },
  authHeader: `Bearer token-${user}`,
});

const responses: readonly EventAttendee['response'][] = ['ACCEPTED', 'DECLINED', 'NO_RESPONSE'];

const attendeesOf = ({ contacts = [], invitesUser = false }: SeededAppointment): readonly EventAttendee[] =>
  [...contacts.map(({ id }) => id), ...(invitesUser ? [USER] : [])].map((personId, index) => ({
    personId,
    response: responses[index % responses.length] ?? 'NO_RESPONSE',
    attendance: 'REQUIRED',
  }));

const createControl = (sandbox: NetSuiteSandbox, door: VendorDoor): VendorControl => {
  const { state, faults } = sandbox;
  const change = (id: string, changes: Partial<CalendarEvent>): void => {
    const current = state.events.get(id);
    if (!current) throw new Error(`There is no event ${id}.`);
    state.events.set(id, { ...current, ...changes, lastModifiedMs: current.lastModifiedMs + MINUTE_MS });
  };
  const add = (one: SeededAppointment): string => {
    const id = String(50_000 + state.events.size);
    const owner = one.ownedBy === 'colleague' ? COLLEAGUE : USER;
    const minutes = (one.endMs - one.startMs) / MINUTE_MS;
    const changes = { title: one.title, attendees: attendeesOf(one) };
    state.events.set(id, event(id, owner, one.startMs, minutes, changes));
    return id;
  };
  return {
    seed: (appointments) => appointments.map(add),
    seedEndingBeforeItStarts: (startMs) => add({ title: 'Broken', startMs, endMs: startMs - MINUTE_MS }),
    vendorCalls: door.calls,
    resetCalls: door.resetCalls,
    fault: (fault, calls, times = 'always') => {
      const waiting = fault === '429' ? { retryAfterSeconds: 7 } : {};
      faultyCalls[calls].forEach((rule) => faults.add({ fault, times, ...rule, ...waiting }));
    },
    failNextAttendee: () => {
      throw new Error('NetSuite takes attendees together with their event.');
    },
    failNextCreate: () => faults.add({ fault: '500', ...faultyCalls.create[0] }),
    recover: () => faults.clear(),
    expireSignIn: () => faults.expireToken(`token-${USER}`),
    forbid: () => void state.users.set(USER, { ...user(USER, preferences), permissions: {} }),
    changeLocationElsewhere: (id, location) => change(id, { location }),
    beforeNextWrite: door.beforeNextWrite,
  };
};

export const openNetSuiteSandbox = async (callPolicy?: CallPolicy): Promise<SandboxAccount> => {
  const sandbox = createNetSuiteSandbox({
    frozenAtMs: sandboxNowMs,
    seed: () =>
      account({ people, users: [user(USER, preferences), user(COLLEAGUE, preferences)], events: [] }),
  });
  const door = await openVendorDoor({ ...sandbox, isWrite: (method) => method !== 'GET' });
  const adapter = createNetSuiteAdapter({
    restletBaseUrl: door.baseUrl,
    restBaseUrl: door.baseUrl,
    recordTimeZone: 'user',
    callPolicy,
    log: silentLog,
  });
  return {
    connector: createConnector({ platform: 'netsuite', adapter, log: silentLog, nowMs: () => sandboxNowMs }),
    capabilities: adapter.capabilities,
    call: callOf(USER),
    colleague: callOf(COLLEAGUE),
    nowMs: sandboxNowMs,
    timeZone: sandboxTimeZone,
    people: [
      { id: contact.internalId, name: contact.name, type: 'contact', email: contact.email },
      { id: customer.internalId, name: customer.name, type: 'custjob', email: customer.email },
      { id: vendor.internalId, name: vendor.name, type: 'vendor', email: vendor.email },
    ],
    unknownId: '987654321',
    control: createControl(sandbox, door),
    close: door.close,
  };
};
