/** The local Clio of a chaos run. */
import { createClioSandbox, defaultDeveloperApp } from '../../sandbox/clio/clio-sandbox';
import { describeClio } from '../../sandbox/clio/describe-clio';
import type { CalendarEntry } from '../../sandbox/clio/entities';
import { seedEmptyFirm } from '../../sandbox/clio/seed/seed-month';
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
import { shortRefusal } from './planned-faults';

/** Clio's 50 a minute (rate-limits page) would make a run of minutes one of days. */
const requestsPerMinute = 1_000_000;

const recordOf = (entry: CalendarEntry): readonly HeldRecord[] => {
  const { schedule } = entry;
  if (schedule.kind !== 'timed') return [];
  const state = {
    title: entry.summary,
    summary: withoutMarkup(entry.description ?? ''),
    startMs: schedule.startAtMs,
    durationMinutes: minutesBetween(schedule.startAtMs, schedule.endAtMs),
    attendeeIds: entry.attendees
      .filter(({ type }) => type === 'Contact')
      .map(({ recordId }) => String(recordId))
      .sort(),
    status: 'scheduled' as const,
  };
  return [{ id: String(entry.id), state }];
};

export const openClio = async ({ seed, faultShare }: OpenCrmOptions): Promise<ChaosCrm> => {
  const sandbox = createClioSandbox({ seed: seedEmptyFirm, switches: { requestsPerMinute } });
  const { state, faults } = sandbox;
  const door = await openFaultyCrm({
    sandbox,
    seed,
    faultShare,
    // X-RateLimit-Remaining: 0 until the minute is over (rate-limits page).
    instead: (planned) => (planned.rule.fault === 'limitExceeded' ? shortRefusal : planned),
    isWrite: (method, path) => method !== 'GET' && path.includes('/calendar_entries'),
  });
  const { hostname, oauth, users } = describeClio({
    state,
    developerApp: defaultDeveloperApp,
    baseUrl: door.baseUrl,
  });
  const people = [...state.contacts.values()].filter(({ type }) => type === 'Person');
  return {
    platform: 'clio',
    hostname,
    rules: { statuses: ['scheduled', 'cancelled'], cancelled: 'gone', isWrittenInSteps: false },
    users: atLeastOne(
      users.map(({ id, token }) => ({
        id: String(id),
        credential: `Bearer ${token}`,
        headers: { 'x-crm-hostname': hostname, 'x-crm-user-id': String(id) },
        signIn: {},
      })),
    ),
    people: atLeastOne(
      people.slice(0, INVITED).map(({ id, name }) => ({ id: String(id), type: 'Contact', name })),
    ),
    door,
    env: {
      CLIO_BASE_URL: door.baseUrl,
      CLIO_CLIENT_ID: oauth.clientId,
      CLIO_CLIENT_SECRET: oauth.clientSecret,
    },
    held: (titleStart) =>
      [...state.calendarEntries.values()]
        .filter(({ summary }) => summary.startsWith(titleStart))
        .flatMap(recordOf),
    renew: ({ credential }) => faults.acceptToken(credential.slice('Bearer '.length)),
  };
};
