/** What a caller may ask of the list: pages, days in the caller's own zone, filters, mistakes; and few usage units. */
import { account, american, at, event, lasting, person, user } from '../netsuite-account';
import type { EngineCase } from './engine-case';

const nowMs = at('2026-07-20 12:00');
const HOUR_MS = 3_600_000;

const people = [
  person('41', 'contact', 'Ann'),
  person('42', 'customer', 'Ltd'),
  person('43', 'vendor', 'Supplies'),
];
const attendees = ['41', '42', '43', '11'].map(
  (personId) => ({ personId, response: 'ACCEPTED', attendance: 'REQUIRED' }) as const,
);

/** Every seven hours, from a month before to two months after; every third with attendees. */
const events = Array.from({ length: 310 }, (_, index) =>
  event(String(1000 + index), lasting(nowMs + (index - 105) * 7 * HOUR_MS, 60), {
    title: index % 2 === 0 ? 'Quarterly review with Ann' : 'Review',
    attendees: index % 3 === 0 ? attendees : [],
    organizerId: index % 5 === 0 ? '12' : '11',
  }),
);

const busy = account({ users: [user('11', american), user('12', american)], people, events });

/** As many events, or attendees, from now on. */
const crowd = (eventCount: number, eventAttendees: typeof attendees) =>
  account({
    users: [user('11', american)],
    people,
    events: Array.from({ length: eventCount }, (_, index) =>
      event(String(10_000 + index), lasting(nowMs + index * HOUR_MS, 15), { attendees: eventAttendees }),
    ),
  });

/** More rows than one page of a search holds. */
const manyEvents = crowd(1_050, []);
const manyAttendees = crowd(260, attendees);

const listing = (input: EngineCase['input'], changes: Partial<EngineCase> = {}): EngineCase => ({
  name: `lists with ${JSON.stringify({ input, unitBudget: changes.unitBudget })}`,
  restlet: 'calendarEvents',
  account: busy,
  employeeId: '11',
  nowMs,
  input,
  ...changes,
});

const aDay = { startDate: '2026-07-21', endDate: '2026-07-22' };

const pages: readonly EngineCase['input'][] = [
  { page: '0', pageSize: '5' },
  { page: '1', pageSize: '5' },
  { page: '53', pageSize: '5' },
  { page: '90', pageSize: '5' },
  { page: '2', pageSize: '50' },
  { page: '0', pageSize: '7' },
  { page: '999999', pageSize: '1000' },
];

const filters: readonly EngineCase['input'][] = [
  { contactId: '41', pageSize: '20' },
  { contactId: '41', page: '1', pageSize: '20' },
  { contactId: '41', mineOnly: 'false', pageSize: '20' },
  { contactId: '41', q: 'review ann', pageSize: '20' },
  { contactId: '41', startDate: '2026-07-21', endDate: '2026-07-22', timeZone: 'Asia/Tokyo' },
  { contactId: '11', pageSize: '20' },
  { mineOnly: 'F', pageSize: '10' },
  { q: 'review ann', pageSize: '10' },
  { id: '1003' },
  { id: '999' },
  { unknown: 'left alone', pageSize: '5' },
];

const callersDays: readonly EngineCase['input'][] = [
  { ...aDay, timeZone: 'Asia/Tokyo' },
  { ...aDay, timeZone: 'Pacific/Honolulu' },
  { ...aDay, timeZone: 'Europe/Warsaw' },
  { ...aDay, timeZone: 'UTC' },
  { ...aDay, timeZone: 'Etc/GMT' },
  { ...aDay, utcOffset: '-07:00' },
  { ...aDay, utcOffset: '+05:30' },
  { ...aDay, utcOffset: ' 05:30' },
  { ...aDay, utcOffset: '+1400' },
  { ...aDay, utcOffset: 'Z' },
  { startDate: '2026-08-01' },
  { endDate: '2026-06-25' },
];

const mistakes: readonly EngineCase['input'][] = [
  { startDate: '20.07.2026' },
  { startDate: '2026-02-30' },
  { endDate: '2026-13-01' },
  { startDate: '2026-07-20', endDate: '2026-07-19' },
  { page: '-1' },
  { page: '1.5' },
  { pageSize: '0' },
  { pageSize: '1001' },
  { pageSize: '٥' },
  { id: 'abc' },
  { contactId: '1 OR 1=1' },
  { mineOnly: '?' },
  { timeZone: 'Mars/Olympus' },
  { timeZone: '../etc/passwd' },
  { utcOffset: 'seven' },
  { utcOffset: '+14:30' },
  { timeZone: 'Asia/Tokyo', utcOffset: '+09:00' },
  { q: 'x'.repeat(201) },
  { q: 'a b c d e f g h i j k' },
];

const contactSwitches = [{ attendeeFilterMultipliesRows: true }, { searchTimesIn: 'event-zone' }] as const;

const unitBudgets = [5, 39, 40, 45, 50, 60];

export const requestCases: readonly EngineCase[] = [
  ...pages.map((input) => listing(input)),
  ...filters.map((input) => listing(input)),
  ...callersDays.map((input) => listing(input)),
  ...mistakes.map((input) => listing(input)),
  ...unitBudgets.map((unitBudget) => listing({ pageSize: '100' }, { unitBudget })),
  ...contactSwitches.map((switches) => listing({ contactId: '41', pageSize: '100' }, { switches })),
  listing({ contactId: '41', pageSize: '100' }, { unitBudget: 45 }),
  listing({ pageSize: '5' }, { account: manyEvents }),
  listing({ page: '1' }, { account: manyEvents }),
  listing({ pageSize: '260' }, { account: manyAttendees }),
  listing({ pageSize: '260' }, { account: manyAttendees, unitBudget: 50 }),
  listing({ pageSize: '260' }, { account: manyAttendees, unitBudget: 45 }),
];
