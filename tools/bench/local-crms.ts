/** The three CRMs of the sandbox, each with a calendar of every size, to be recorded from. */
import { createBullhornSandbox } from '../../sandbox/bullhorn/bullhorn-sandbox';
import { createEmptyState } from '../../sandbox/bullhorn/bullhorn-state';
import { addAppointment, addAttendee } from '../../sandbox/bullhorn/seed/add-appointments';
import { addSeedPeople } from '../../sandbox/bullhorn/seed/seed-people';
import { createClioSandbox } from '../../sandbox/clio/clio-sandbox';
import { addCalendarEntry } from '../../sandbox/clio/seed/add-calendar-entry';
import { seededCalendarIds, seededUserIds } from '../../sandbox/clio/seed/seed-firm';
import { seedEmptyFirm } from '../../sandbox/clio/seed/seed-month';
import type { SandboxServer } from '../../sandbox/core/sandbox-server';
import { createNetSuiteSandbox } from '../../sandbox/netsuite/netsuite-sandbox';
import type { Platform } from '../../src/contract/operations';
import { account, american, event, person, user } from '../netsuite-account';
import { appointmentsOf, calendarSizes } from './calendar-sizes';

const UNLIMITED_A_MINUTE = 1_000_000;
const FIRST_EVENT_ID = 50_000;

const seededAppointments = calendarSizes.flatMap((size) => appointmentsOf(size));

/** Who signs in, to which host, and whom they meet; all of it is what the seeds of the sandboxes say. */
export const crmUsers = {
  netsuite: {
    userId: '1001',
    token: 'Bearer token-1001',
    hostname: 'tstdrv1234567.app.netsuite.com',
    restUrl: undefined,
    contacts: [
      { id: '2001', type: 'contact' },
      { id: '2002', type: 'custjob' },
    ],
  },
  bullhorn: {
    userId: '11',
    token: '6f1c2a10-0000-4000-8000-00000000d011',
    hostname: '',
    restUrl: 'https://rest9.bullhornstaffing.com/rest-services/e999/',
    contacts: [
      { id: '501', type: 'Candidate' },
      { id: '601', type: 'Contact' },
    ],
  },
  clio: {
    userId: String(seededUserIds.maria),
    token: `Bearer clio-us-token-${seededUserIds.maria}`,
    hostname: 'app.clio.com',
    restUrl: undefined,
    contacts: [],
  },
} as const satisfies Record<
  Platform,
  {
    readonly userId: string;
    readonly token: string;
    readonly hostname: string;
    readonly restUrl: string | undefined;
    readonly contacts: readonly { readonly id: string; readonly type: string }[];
  }
>;

const createNetSuite = () => {
  const { userId, contacts } = crmUsers.netsuite;
  const attendees = contacts.map(
    ({ id }) => ({ personId: id, response: 'ACCEPTED', attendance: 'REQUIRED' }) as const,
  );
  return createNetSuiteSandbox({
    seed: () =>
      account({
        users: [user(userId, american)],
        people: [person('2001', 'contact', 'Ada Byron'), person('2002', 'customer', 'Conor O’Brien')],
        events: seededAppointments.map(({ title, description, location, startMs, endMs }, index) =>
          event(
            String(FIRST_EVENT_ID + index),
            { startMs, endMs },
            {
              title,
              message: description,
              location,
              attendees,
              organizerId: userId,
              ownerId: userId,
            },
          ),
        ),
      }),
  });
};

const createBullhorn = () => {
  const { userId, contacts } = crmUsers.bullhorn;
  return createBullhornSandbox({
    callsPerMinute: UNLIMITED_A_MINUTE,
    seed: ({ nowMs }) => {
      const state = createEmptyState('e999');
      addSeedPeople(state, nowMs);
      for (const { title, description, location, startMs, endMs } of seededAppointments) {
        const { id } = addAppointment(state, {
          owner: Number(userId),
          subject: title,
          description,
          location,
          dateBegin: startMs,
          dateEnd: endMs,
        });
        for (const contact of contacts) {
          addAttendee(state, { appointment: id, attendee: Number(contact.id), acceptanceStatus: 1 });
        }
      }
      return state;
    },
  });
};

const createClio = () => {
  const sandbox = createClioSandbox({
    seed: seedEmptyFirm,
    switches: { requestsPerMinute: UNLIMITED_A_MINUTE },
  });
  const { state } = sandbox;
  const attendees = [...state.contacts.keys()]
    .slice(0, 2)
    .map((recordId) => ({ type: 'Contact', recordId }) as const);
  for (const { title, description, location, startMs, endMs } of seededAppointments) {
    addCalendarEntry(state, {
      calendarOwnerId: seededCalendarIds.maria,
      summary: title,
      description,
      location,
      schedule: { kind: 'timed', startAtMs: startMs, endAtMs: endMs },
      attendees,
    });
  }
  return sandbox;
};

const sandboxes = { netsuite: createNetSuite, bullhorn: createBullhorn, clio: createClio };

/** @throws Error for NetSuite outside of Pacific time */
export const startLocalCrm = (platform: Platform): Promise<SandboxServer> => sandboxes[platform]().listen();
