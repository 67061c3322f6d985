/** The local Bullhorn of a chaos run. */
import { createBullhornSandbox } from '../../sandbox/bullhorn/bullhorn-sandbox';
import {
  createEmptyState,
  type BullhornState,
  type EntityRecord,
} from '../../sandbox/bullhorn/bullhorn-state';
import { describeBullhorn } from '../../sandbox/bullhorn/describe-bullhorn';
import { addSeedPeople } from '../../sandbox/bullhorn/seed/seed-people';
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

const CORPORATION = 'e999';
/** The tenant's 1,500 calls a minute (kb.bullhorn.com, API usage limits) would make a run of minutes one of hours. */
const UNLIMITED = 1_000_000;

const attendeeIdsOf = ({ records }: BullhornState, { id, owner }: EntityRecord): readonly string[] =>
  [...records.AppointmentAttendee.values()]
    .filter(({ appointment, attendee }) => appointment === id && attendee !== owner)
    .map(({ attendee }) => String(attendee))
    .sort();

const recordOf = (state: BullhornState, row: EntityRecord): HeldRecord => ({
  id: String(row.id),
  state: {
    title: String(row['subject']),
    summary: withoutMarkup(String(row['description'] ?? '')),
    startMs: Number(row['dateBegin']),
    durationMinutes: minutesBetween(Number(row['dateBegin']), Number(row['dateEnd'])),
    attendeeIds: attendeeIdsOf(state, row),
    status: row['isDeleted'] === true ? 'cancelled' : 'scheduled',
  },
});

export const openBullhorn = async ({ seed, faultShare }: OpenCrmOptions): Promise<ChaosCrm> => {
  const sandbox = createBullhornSandbox({
    callsPerMinute: UNLIMITED,
    maximumSessions: UNLIMITED,
    seed: ({ nowMs }) => {
      const state = createEmptyState(CORPORATION);
      addSeedPeople(state, nowMs);
      return state;
    },
  });
  const { state, faults } = sandbox;
  const door = await openFaultyCrm({
    sandbox,
    seed,
    faultShare,
    isWrite: (method, path) => method !== 'GET' && path.includes('/entity/'),
  });
  const { loginInfoUrl, oauth } = describeBullhorn({ state, baseUrl: door.baseUrl });
  const people = [...state.records.Person.values()].filter(
    ({ _subtype: subtype }) => subtype === 'Candidate',
  );
  return {
    platform: 'bullhorn',
    hostname: '',
    rules: { statuses: ['scheduled', 'cancelled'], cancelled: 'hidden', isWrittenInSteps: true },
    users: atLeastOne(
      [...state.users.values()].map(({ id, restToken, username, timeZone }) => ({
        id: String(id),
        credential: restToken,
        headers: {
          'x-crm-rest-url': `https://rest9.bullhornstaffing.com/rest-services/${CORPORATION}/`,
          'x-crm-user-id': String(id),
          'x-crm-time-zone': timeZone,
        },
        signIn: { username },
      })),
    ),
    people: atLeastOne(
      people
        .slice(0, INVITED)
        .map(({ id, name }) => ({ id: String(id), type: 'Candidate', name: String(name) })),
    ),
    door,
    env: {
      BULLHORN_LOGIN_INFO_URL: loginInfoUrl,
      BULLHORN_REST_BASE_URL: door.baseUrl,
      BULLHORN_CLIENT_ID: oauth?.clientId ?? '',
      BULLHORN_CLIENT_SECRET: oauth?.clientSecret ?? '',
    },
    held: (titleStart) =>
      [...state.records.Appointment.values()]
        .filter((row) => String(row['subject']).startsWith(titleStart))
        .map((row) => recordOf(state, row)),
    renew: ({ credential }) => faults.acceptToken(credential),
  };
};
