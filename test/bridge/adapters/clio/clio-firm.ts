/** A small law firm in the Clio sandbox, the adapter in front of it, and the user who calls. */
import type { CalendarContext } from '../../../../bridge/adapters/calendar-adapter';
import { createClioAdapter, type ClioAdapterOptions } from '../../../../bridge/adapters/clio';
import { createClioSandbox, type ClioSandbox } from '../../../../sandbox/clio/clio-sandbox';
import type {
  Calendar,
  CalendarEntry,
  CalendarPermission,
  CalendarType,
  ClioState,
  Contact,
  User,
} from '../../../../sandbox/clio/entities';
import type { ClioSwitches } from '../../../../sandbox/clio/switches';
import { AppointmentError } from '../../../../src/contract/failure';

const NOW_MS = Date.parse('2026-07-15T19:00:00Z');
const TOKEN = 'SECRET-TOKEN';
const STAMPS = { version: 1, createdAtMs: NOW_MS, updatedAtMs: NOW_MS };

export const ADA = 5;
const BOB = 6;
export const ADAS_CALENDAR = 50;
export const BOBS_CALENDAR = 77;
export const FIRM_CALENDAR = 10;
export const JANE = 501;
export const JOHN = 502;
/** A contact with the id of a calendar. */
export const NAMESAKE = 77;

const user = (id: number, firstName: string, defaultCalendarId: number): User => ({
  ...STAMPS,
  id,
  firstName,
  lastName: 'Lawyer',
  email: `${firstName.toLowerCase()}@firm.example`,
  phoneNumber: '+1 555 0100',
  timeZone: 'America/Los_Angeles',
  enabled: true,
  accountOwner: false,
  subscriptionType: 'Attorney',
  defaultCalendarId,
  access: { calendars: 'read_write', contacts: 'read_write', users: 'read_write' },
});

const calendar = (
  id: number,
  type: CalendarType,
  name: string,
  userId: number | null,
  permissions: readonly (readonly [number, CalendarPermission])[],
): Calendar => ({
  ...STAMPS,
  id,
  type,
  name,
  color: '#367B9C',
  lightColor: '#5DA5C7',
  creatorId: userId ?? ADA,
  userId,
  permissions: new Map(permissions),
  hiddenIn: new Map(),
});

export const person = (id: number, firstName: string, lastName: string): Contact => ({
  ...STAMPS,
  id,
  type: 'Person',
  name: `${firstName} ${lastName}`,
  firstName,
  lastName,
  title: null,
  companyId: null,
  isClient: true,
  emailAddresses: [
    {
      ...STAMPS,
      id: id * 10,
      name: 'Work',
      address: `${firstName.toLowerCase()}@client.example`,
      primary: true,
    },
  ],
  phoneNumbers: [{ ...STAMPS, id: id * 10 + 1, name: 'Work', number: '+1 555 0199', primary: true }],
});

const byId = <Item extends { readonly id: number }>(...items: readonly Item[]): Map<number, Item> =>
  new Map(items.map((item) => [item.id, item]));

const seedFirm = (): ClioState => ({
  region: 'us',
  users: byId(user(ADA, 'Ada', ADAS_CALENDAR), user(BOB, 'Bob', BOBS_CALENDAR)),
  calendars: byId(
    calendar(FIRM_CALENDAR, 'AccountCalendar', 'Firm', null, [
      [ADA, 'viewer'],
      [BOB, 'editor'],
    ]),
    calendar(ADAS_CALENDAR, 'UserCalendar', 'Ada Lawyer', ADA, [[ADA, 'owner']]),
    calendar(BOBS_CALENDAR, 'UserCalendar', 'Bob Lawyer', BOB, [
      [BOB, 'owner'],
      [ADA, 'viewer'],
    ]),
  ),
  contacts: byId(person(JANE, 'Jane', 'Roe'), person(JOHN, 'John', 'Doe'), person(NAMESAKE, 'Nora', 'Same')),
  matters: new Map(),
  eventTypes: new Map(),
  calendarEntries: new Map(),
  grants: new Map([[TOKEN, { userId: ADA, refreshToken: 'refresh', expiresAtMs: null }]]),
  authorizationCodes: new Map(),
});

export const userContext: CalendarContext = {
  credential: `Bearer ${TOKEN}`,
  hostname: 'app.clio.com',
  userId: String(ADA),
  nowMs: NOW_MS,
};

export interface Firm {
  readonly sandbox: ClioSandbox;
  readonly baseUrl: string;
  adapter(options?: ClioAdapterOptions): ReturnType<typeof createClioAdapter>;
  /** Puts an entry into Ada's calendar. */
  add(entry: Partial<CalendarEntry> & Pick<CalendarEntry, 'id'>): void;
  /** `METHOD path` of every request since the last time this was asked. */
  calls(): readonly string[];
  /** Bodies of the writes since the last time `calls` was asked. */
  bodies(): readonly unknown[];
  close(): Promise<void>;
}

export const timed = (startAt: string, minutes: number): CalendarEntry['schedule'] => ({
  kind: 'timed',
  startAtMs: Date.parse(startAt),
  endAtMs: Date.parse(startAt) + minutes * 60_000,
});

export const allDay = (firstDay: string, lastDay = firstDay): CalendarEntry['schedule'] => ({
  kind: 'all-day',
  firstDayMs: Date.parse(`${firstDay}T00:00:00Z`),
  lastDayMs: Date.parse(`${lastDay}T00:00:00Z`),
});

let lastRowId = 9000;

export const invited = (
  type: 'Contact' | 'Calendar',
  recordId: number,
): CalendarEntry['attendees'][number] => ({
  ...STAMPS,
  rowId: (lastRowId += 1),
  type,
  recordId,
});

export const noted = (name: string, value: string): CalendarEntry['externalProperties'][number] => ({
  ...STAMPS,
  id: (lastRowId += 1),
  name,
  value,
});

export const openFirm = async (switches: Partial<ClioSwitches> = {}): Promise<Firm> => {
  const sandbox = createClioSandbox({
    seed: seedFirm,
    switches: { requestsPerMinute: 100_000, ...switches },
    frozenAtMs: NOW_MS,
  });
  const server = await sandbox.listen();
  let seen = 0;
  const unseen = () => sandbox.journal.entries().filter(({ number }) => number > seen);
  return {
    sandbox,
    baseUrl: server.baseUrl,
    adapter: (options = {}) =>
      createClioAdapter({ clioBaseUrl: server.baseUrl, timeoutMs: 2000, ...options }),
    add: (entry) => {
      sandbox.state.calendarEntries.set(entry.id, {
        ...STAMPS,
        calendarOwnerId: ADAS_CALENDAR,
        summary: `Entry ${entry.id}`,
        description: null,
        location: null,
        schedule: timed('2026-07-20T22:00:00Z', 60),
        timeZone: 'America/Los_Angeles',
        recurrenceRule: null,
        exceptDatesMs: [],
        parentId: null,
        courtRule: false,
        matterId: null,
        eventTypeId: null,
        attendees: [],
        externalProperties: [],
        ...entry,
      });
    },
    calls: () => {
      const calls = unseen();
      seen = calls.at(-1)?.number ?? seen;
      return calls.map(({ method, path }) => `${method} ${path}`);
    },
    bodies: () =>
      unseen()
        .filter(({ method }) => method !== 'GET')
        .map(({ number }) => sandbox.journal.bodyOf(number)),
    close: async () => server.close(),
  };
};

export const failureOf = async (promise: Promise<unknown>): Promise<AppointmentError> => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppointmentError) return error;
  throw new Error('expected an AppointmentError');
};
