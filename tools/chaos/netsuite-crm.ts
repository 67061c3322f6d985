/** The local NetSuite of a chaos run. */
import type { CalendarEvent, EventStatus } from '../../sandbox/netsuite/entities';
import { createNetSuiteSandbox } from '../../sandbox/netsuite/netsuite-sandbox';
import { defaultIntegrationRecord } from '../../sandbox/netsuite/oauth/integration-record';
import { seedMonth } from '../../sandbox/netsuite/seed-month';
import type { AppointmentStatus } from '../../src/contract/appointment-status';
import {
  INVITED,
  atLeastOne,
  minutesBetween,
  withoutMarkup,
  type ChaosCrm,
  type HeldRecord,
  type OpenCrmOptions,
} from './chaos-crm';
import { openFaultyCrm } from './faulty-crm';

const statuses = {
  TENTATIVE: 'scheduled',
  CONFIRMED: 'confirmed',
  COMPLETE: 'completed',
  CANCELLED: 'cancelled',
} as const satisfies Record<EventStatus, AppointmentStatus>;

/** Its events are one date and two times (section_N3650565): the hours of the run would be past midnight for this zone. */
const ZONE_LEFT_OUT = 'Asia/Calcutta';

const recordOf = (event: CalendarEvent): HeldRecord => {
  const [{ startMs, endMs }] = event.occurrences;
  return {
    id: event.internalId,
    state: {
      title: event.title,
      summary: withoutMarkup(event.message),
      startMs,
      durationMinutes: minutesBetween(startMs, endMs),
      attendeeIds: event.attendees
        .map(({ personId }) => personId)
        .filter((id) => id !== event.organizerId)
        .sort(),
      status: statuses[event.status],
    },
  };
};

export const openNetSuite = async ({ seed, faultShare }: OpenCrmOptions): Promise<ChaosCrm> => {
  const sandbox = createNetSuiteSandbox({
    seed: (now) => {
      const state = seedMonth(now);
      state.events.clear();
      return state;
    },
  });
  const { state, faults } = sandbox;
  const door = await openFaultyCrm({
    sandbox,
    seed,
    faultShare,
    isWrite: (method, path) => method !== 'GET' && path.includes('/calendarEvent'),
  });
  const hostname = `${state.accountId.toLowerCase()}.app.netsuite.com`;
  const contacts = [...state.people.values()].filter(({ kind }) => kind === 'contact');
  const users = [...state.users.values()].filter(({ preferences }) => preferences.timeZone !== ZONE_LEFT_OUT);
  return {
    platform: 'netsuite',
    hostname,
    rules: {
      statuses: ['scheduled', 'confirmed', 'completed', 'cancelled'],
      cancelled: 'listed',
      isWrittenInSteps: false,
    },
    users: atLeastOne(
      users.map(({ employeeId, token }) => ({
        id: employeeId,
        credential: `Bearer ${token}`,
        headers: { 'x-crm-hostname': hostname, 'x-crm-user-id': employeeId },
        signIn: {},
      })),
    ),
    people: atLeastOne(
      contacts.slice(0, INVITED).map(({ internalId, name }) => ({ id: internalId, type: 'contact', name })),
    ),
    door,
    env: {
      NETSUITE_RESTLET_BASE_URL: door.baseUrl,
      NETSUITE_REST_BASE_URL: door.baseUrl,
      NETSUITE_CLIENT_ID: defaultIntegrationRecord.clientId,
      NETSUITE_CLIENT_SECRET: defaultIntegrationRecord.clientSecret ?? '',
    },
    held: (titleStart) =>
      [...state.events.values()].filter(({ title }) => title.startsWith(titleStart)).map(recordOf),
    renew: ({ credential }) => faults.acceptToken(credential.slice('Bearer '.length)),
  };
};
