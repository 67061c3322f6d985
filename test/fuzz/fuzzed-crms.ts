/** The three local CRMs, small and still, each behind a door that records what it is asked; and somebody who uses each. */
import type { Platform } from '../../src/contract/operations';
import { createBullhornSandbox } from '../../sandbox/bullhorn/bullhorn-sandbox';
import { createEmptyState, type BullhornState } from '../../sandbox/bullhorn/bullhorn-state';
import { addAppointment, addAttendee } from '../../sandbox/bullhorn/seed/add-appointments';
import { addSeedPeople } from '../../sandbox/bullhorn/seed/seed-people';
import { createClioSandbox } from '../../sandbox/clio/clio-sandbox';
import type { ClioState } from '../../sandbox/clio/entities';
import { addCalendarEntry } from '../../sandbox/clio/seed/add-calendar-entry';
import { seededCalendarIds, seededUserIds } from '../../sandbox/clio/seed/seed-firm';
import { seedEmptyFirm } from '../../sandbox/clio/seed/seed-month';
import type { NetSuiteState } from '../../sandbox/netsuite/entities';
import { createNetSuiteSandbox } from '../../sandbox/netsuite/netsuite-sandbox';
import { account, person } from '../../tools/netsuite-account';
import { sandboxNowMs, sandboxTimeZone } from '../conformance/sandbox-clock';
import { event, user } from '../e2e/netsuite-account';
import { openRecordingDoor, type RecordingDoor } from './recording-door';

const HOUR_MS = 3_600_000;
const preferences = { timeZone: sandboxTimeZone, dateFormat: 'M/D/YYYY', timeFormat: 'h:mm a' };
/** Hours from now at which the seeded appointments begin. */
const starts = [-30, -2, 3, 27, 200].map((hours) => sandboxNowMs + hours * HOUR_MS);

export interface CrmUser {
  readonly userId: string;
  /** Value of `Authorization` for the routes of servers. */
  readonly credential: string;
  readonly hostname: string;
  readonly restUrl?: string;
  /** What the CRM has, for requests that mean something. */
  readonly appointmentIds: readonly string[];
  readonly contactIds: readonly string[];
  /** Parts of names of people. */
  readonly names: readonly string[];
}

export interface FuzzedCrm {
  readonly door: RecordingDoor;
  readonly user: CrmUser;
  /** As at the start. */
  reset(): void;
}

const netSuiteSeed = (): NetSuiteState =>
  account({
    people: [
      person('2001', 'contact', 'Ada Byron'),
      person('2002', 'customer', "Conor O'Brien"),
      person('2003', 'vendor', '佐藤 健'),
      person('2004', 'contact', '100% Müller_Lüdenscheidt & Co. (Köln)'),
      person('2005', 'customer', 'Anderson AND Orr OR Nott'),
    ],
    users: [user('1001', preferences), user('1002', preferences)],
    events: starts.map((startMs, index) =>
      event(String(7001 + index), '1001', startMs, 30, {
        title: ['Review', "O'Brien's 100% review", 'Call * OR 1=1', 'Lunch (Köln)', 'Review_2'][index] ?? '',
        attendees: [{ personId: String(2001 + index), response: 'ACCEPTED', attendance: 'REQUIRED' }],
      }),
    ),
  });

const openNetSuite = async () => {
  const sandbox = createNetSuiteSandbox({
    frozenAtMs: sandboxNowMs,
    concurrencyLimit: 50,
    seed: netSuiteSeed,
  });
  const door = await openRecordingDoor(sandbox.app);
  const crmUser: CrmUser = {
    userId: '1001',
    credential: 'Bearer token-1001',
    hostname: 'tstdrv1234567.app.netsuite.com',
    appointmentIds: [...sandbox.state.events.keys()],
    contactIds: ['2001', '2002', '2003'],
    names: ['Ada', "O'Brien", '佐藤', 'Müller', 'Orr'],
  };
  return { door, user: crmUser, state: sandbox.state, reset: sandbox.reset };
};

const bullhornSeed = ({ nowMs }: { readonly nowMs: number }): BullhornState => {
  const state = createEmptyState('e999');
  addSeedPeople(state, nowMs);
  for (const [index, dateBegin] of starts.entries()) {
    const { id } = addAppointment(state, {
      owner: 11,
      subject: `Interview ${index}`,
      dateBegin,
      dateEnd: dateBegin + HOUR_MS,
    });
    addAttendee(state, { appointment: id, attendee: 501, acceptanceStatus: 1 });
  }
  return state;
};

const openBullhorn = async () => {
  const sandbox = createBullhornSandbox({
    frozenAtMs: sandboxNowMs,
    callsPerMinute: 10_000_000,
    seed: bullhornSeed,
  });
  const door = await openRecordingDoor(sandbox.app);
  const crmUser: CrmUser = {
    userId: '11',
    credential: '6f1c2a10-0000-4000-8000-00000000d011',
    hostname: '',
    restUrl: 'https://rest9.bullhornstaffing.com/rest-services/e999/',
    appointmentIds: [...sandbox.state.records.Appointment.keys()].map(String),
    contactIds: ['501', '507', '601'],
    names: ['Olivia', "O'Brien", 'Grace', 'Hart'],
  };
  return { door, user: crmUser, state: sandbox.state, reset: sandbox.reset };
};

const clioSeed = (now: Parameters<typeof seedEmptyFirm>[0]): ClioState => {
  const state = seedEmptyFirm(now);
  const [recordId = 0] = state.contacts.keys();
  for (const [index, startAtMs] of starts.entries()) {
    addCalendarEntry(state, {
      calendarOwnerId: seededCalendarIds.maria,
      summary: `Hearing ${index}`,
      schedule: { kind: 'timed', startAtMs, endAtMs: startAtMs + HOUR_MS },
      attendees: [{ type: 'Contact', recordId }],
    });
  }
  return state;
};

const openClio = async () => {
  const sandbox = createClioSandbox({
    frozenAtMs: sandboxNowMs,
    seed: clioSeed,
    switches: { requestsPerMinute: 10_000_000 },
  });
  const door = await openRecordingDoor(sandbox.app);
  const crmUser: CrmUser = {
    userId: String(seededUserIds.maria),
    credential: `Bearer clio-us-token-${seededUserIds.maria}`,
    hostname: 'app.clio.com',
    appointmentIds: [...sandbox.state.calendarEntries.keys()].map(String),
    contactIds: [...sandbox.state.contacts.keys()].slice(0, 3).map(String),
    names: ['Layla', "O'Brien", '佐藤'],
  };
  return { door, user: crmUser, state: sandbox.state, reset: sandbox.reset };
};

export const openFuzzedCrms = async () => {
  const [netsuite, bullhorn, clio] = [await openNetSuite(), await openBullhorn(), await openClio()];
  return { netsuite, bullhorn, clio } satisfies Record<Platform, FuzzedCrm>;
};

export type FuzzedCrms = Awaited<ReturnType<typeof openFuzzedCrms>>;
