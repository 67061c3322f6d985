/** A NetSuite account for tests: the people and events that a test names, and nothing else. */
import type {
  CalendarEvent,
  NetSuiteState,
  Person,
  PersonKind,
  Preferences,
  User,
} from '../../sandbox/netsuite/entities';
import { createNetSuiteSandbox, type NetSuiteSandboxOptions } from '../../sandbox/netsuite/netsuite-sandbox';

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
  permissions: {
    LIST_EVENT: 'FULL',
    LIST_CALENDAR: 'VIEW',
    LIST_CONTACT: 'VIEW',
    LIST_CUSTJOB: 'VIEW',
    LIST_VENDOR: 'VIEW',
    LIST_EMPLOYEE: 'VIEW',
    LIST_FIND: 'FULL',
    ADMI_RESTWEBSERVICES: 'FULL',
  },
  preferences,
  token: `token-${employeeId}`,
});

export const event = (
  internalId: string,
  organizerId: string,
  startMs: number,
  minutes: number,
  changes: Partial<CalendarEvent> = {},
): CalendarEvent => ({
  internalId,
  externalId: '',
  title: `Event ${internalId}`,
  message: '',
  location: '',
  status: 'CONFIRMED',
  accessLevel: 'PUBLIC',
  organizerId,
  ownerId: organizerId,
  timeZone: 'America/Los_Angeles',
  allDay: false,
  occurrences: [{ startMs, endMs: startMs + minutes * 60_000 }],
  attendees: [],
  createdMs: 0,
  lastModifiedMs: 0,
  ...changes,
});

export interface Account {
  readonly people?: readonly Person[];
  readonly users: readonly User[];
  readonly events: readonly CalendarEvent[];
}

export const netSuiteState = ({ people = [], users, events }: Account): NetSuiteState => {
  const employees = users.map(({ employeeId }) => person(employeeId, 'employee', `Employee ${employeeId}`));
  return {
    accountId: 'TSTDRV1234567',
    companyTimeZone: 'America/Los_Angeles',
    people: new Map([...employees, ...people].map((one) => [one.internalId, one])),
    users: new Map(users.map((one) => [one.employeeId, one])),
    events: new Map(events.map((one) => [one.internalId, one])),
    scriptParameters: new Map(),
  };
};

/** Listens on a free port of this computer; the built RESTlets inside. */
export const openNetSuite = async (account: Account, options: Omit<NetSuiteSandboxOptions, 'seed'> = {}) => {
  const sandbox = createNetSuiteSandbox({ ...options, seed: () => netSuiteState(account) });
  const { baseUrl, close } = await sandbox.listen();
  const signedIn = (employeeId: string) => ({ baseUrl, token: `token-${employeeId}` });
  return { sandbox, baseUrl, close, signedIn };
};
