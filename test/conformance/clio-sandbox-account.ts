/** A law firm's Clio on this computer, for the conformance suite. */
import { createClioAdapter } from '../../bridge/adapters/clio';
import type { ConnectorCall } from '../../bridge/connectors/connector';
import { createConnector } from '../../bridge/connectors/create-connector';
import type { CallPolicy } from '../../bridge/http/call-policy';
import { createClioSandbox, type ClioSandbox } from '../../sandbox/clio/clio-sandbox';
import { addCalendarEntry } from '../../sandbox/clio/seed/add-calendar-entry';
import { seededCalendarIds, seededUserIds } from '../../sandbox/clio/seed/seed-firm';
import { seedEmptyFirm } from '../../sandbox/clio/seed/seed-month';
import type { FaultRule } from '../../sandbox/core/fault-rule';
import type {
  FaultyCalls,
  KnownPerson,
  SandboxAccount,
  SeededAppointment,
  VendorControl,
} from './conformance-target';
import { sandboxNowMs, sandboxTimeZone } from './sandbox-clock';
import { silentLog } from './silent-log';
import { openVendorDoor, type VendorDoor } from './vendor-door';

const MINUTE_MS = 60_000;
const USER = seededUserIds.maria;
const tokenOf = (user: number): string => `clio-us-token-${user}`;

const callOf = (user: number): ConnectorCall => ({
  user: { id: `${user}-clio`, hostname: 'app.clio.com' },
  authHeader: `Bearer ${tokenOf(user)}`,
});

const faultyCalls: Readonly<Record<FaultyCalls, Pick<FaultRule, 'method' | 'path'>>> = {
  reads: { method: 'GET', path: '*/calendar_entries*' },
  search: { method: 'GET', path: '*/contacts.json' },
  create: { method: 'POST', path: '*/calendar_entries.json' },
  update: { method: 'PATCH', path: '*/calendar_entries/*' },
  cancel: { method: 'DELETE', path: '*/calendar_entries/*' },
};

/** Of the firm's contacts the one with this name. */
const personIn = ({ state }: ClioSandbox, name: string): KnownPerson => {
  const contact = [...state.contacts.values()].find((one) => one.name === name);
  if (!contact) throw new Error(`The firm has no contact ${name}.`);
  const email = contact.emailAddresses.find(({ primary }) => primary)?.address ?? '';
  return { id: String(contact.id), name, type: 'Contact', email };
};

const createControl = (sandbox: ClioSandbox, door: VendorDoor): VendorControl => {
  const { state, faults } = sandbox;
  const add = (one: SeededAppointment): string => {
    const { title, startMs, endMs, ownedBy, contacts = [], invitesUser = false } = one;
    const invited = contacts.map(({ id }) => ({ type: 'Contact' as const, recordId: Number(id) }));
    const user = { type: 'Calendar' as const, recordId: seededCalendarIds.maria };
    const { id } = addCalendarEntry(state, {
      calendarOwnerId: ownedBy === 'colleague' ? seededCalendarIds.daniel : seededCalendarIds.maria,
      summary: title,
      schedule: { kind: 'timed', startAtMs: startMs, endAtMs: endMs },
      attendees: invitesUser ? [...invited, user] : invited,
    });
    return String(id);
  };
  return {
    seed: (entries) => entries.map(add),
    seedEndingBeforeItStarts: (startMs) => add({ title: 'Broken', startMs, endMs: startMs - MINUTE_MS }),
    vendorCalls: door.calls,
    resetCalls: door.resetCalls,
    fault: (fault, calls, times = 'always') =>
      faults.add({
        fault,
        times,
        ...faultyCalls[calls],
        ...(fault === '429' ? { retryAfterSeconds: 7 } : {}),
      }),
    failNextAttendee: () => {
      throw new Error('Clio takes attendees together with their entry.');
    },
    failNextCreate: () => faults.add({ fault: '500', ...faultyCalls.create }),
    recover: () => faults.clear(),
    expireSignIn: () => faults.expireToken(tokenOf(USER)),
    forbid: () => {
      const current = state.users.get(USER);
      if (current) state.users.set(USER, { ...current, access: { ...current.access, calendars: 'none' } });
    },
    changeLocationElsewhere: (id, location) => {
      const current = state.calendarEntries.get(Number(id));
      if (!current) throw new Error(`There is no entry ${id}.`);
      state.calendarEntries.set(current.id, { ...current, location, version: current.version + 1 });
    },
    beforeNextWrite: door.beforeNextWrite,
  };
};

export const openClioSandbox = async (callPolicy?: CallPolicy): Promise<SandboxAccount> => {
  const sandbox = createClioSandbox({
    frozenAtMs: sandboxNowMs,
    seed: seedEmptyFirm,
    // The suite asks more in a minute than a user may.
    switches: { requestsPerMinute: 100_000 },
  });
  const door = await openVendorDoor({ ...sandbox, isWrite: (method) => method !== 'GET' });
  const adapter = createClioAdapter({ clioBaseUrl: door.baseUrl, callPolicy });
  return {
    connector: createConnector({ platform: 'clio', adapter, log: silentLog, nowMs: () => sandboxNowMs }),
    capabilities: adapter.capabilities,
    call: callOf(USER),
    colleague: callOf(seededUserIds.daniel),
    nowMs: sandboxNowMs,
    timeZone: sandboxTimeZone,
    people: [
      personIn(sandbox, 'Layla Haddad'),
      personIn(sandbox, "Seán O'Brien"),
      personIn(sandbox, '健 佐藤'),
    ],
    unknownId: '987654321',
    control: createControl(sandbox, door),
    close: door.close,
  };
};
