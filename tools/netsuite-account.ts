/** Builds small NetSuite accounts, of the engine cases and of tests: the people and events they name, and nothing else. */
import type {
  CalendarEvent,
  NetSuiteState,
  Occurrence,
  Person,
  PersonKind,
  Preferences,
  User,
} from '../sandbox/netsuite/entities';
import { wallToEpochMs } from '../sandbox/netsuite/zone-time';

export const american: Preferences = {
  timeZone: 'America/Los_Angeles',
  dateFormat: 'M/D/YYYY',
  timeFormat: 'h:mm a',
};

/** The instant, in epoch ms, at which a zone shows a wall time such as `2026-03-08 01:30`. */
export const at = (wall: string, timeZone = american.timeZone): number => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = wall.split(/\D/).map(Number);
  return wallToEpochMs({ year, month, day, hour, minute, second: 0 }, timeZone);
};

const MINUTE_MS = 60_000;

export const lasting = (startMs: number, minutes: number): Occurrence => ({
  startMs,
  endMs: startMs + minutes * MINUTE_MS,
});

export const person = (internalId: string, kind: PersonKind, name: string): Person => ({
  internalId,
  kind,
  name,
  email: `p${internalId}@example.com`,
  phone: '+1 555 0100',
  company: '',
  isInactive: false,
});

export const user = (employeeId: string, preferences: Preferences): User => ({
  employeeId,
  roleScriptId: 'customrole_rc_app_connect',
  permissions: 'administrator',
  preferences,
  token: `token-${employeeId}`,
});

/** An event of the user 11, unless `changes` say otherwise. */
export const event = (
  internalId: string,
  occurrence: Occurrence,
  changes: Partial<CalendarEvent> = {},
): CalendarEvent => ({
  internalId,
  externalId: '',
  title: `Event ${internalId}`,
  message: '',
  location: '',
  status: 'CONFIRMED',
  accessLevel: 'PUBLIC',
  organizerId: '11',
  ownerId: '11',
  timeZone: american.timeZone,
  allDay: false,
  occurrences: [occurrence],
  attendees: [],
  createdMs: 0,
  lastModifiedMs: at('2026-07-01 09:30'),
  ...changes,
});

export interface Account {
  readonly users: readonly User[];
  readonly people?: readonly Person[];
  readonly events?: readonly CalendarEvent[];
}

export const account = ({ users, people = [], events = [] }: Account): NetSuiteState => {
  const employees = users.map(({ employeeId }) => person(employeeId, 'employee', `Employee ${employeeId}`));
  return {
    accountId: 'TSTDRV1234567',
    companyTimeZone: american.timeZone,
    people: new Map([...employees, ...people].map((one) => [one.internalId, one])),
    users: new Map(users.map((one) => [one.employeeId, one])),
    events: new Map(events.map((one) => [one.internalId, one])),
    scriptParameters: new Map(),
  };
};
