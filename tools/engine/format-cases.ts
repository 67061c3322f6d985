/** Every DATEFORMAT with every TIMEFORMAT, and preferences that a session lacks or spells otherwise. */
import type { Preferences } from '../../sandbox/netsuite/entities';
import { dateFormats, timeFormats } from './date-and-time-formats';
import { account, american, at, event, lasting, user } from '../netsuite-account';
import type { EngineCase } from './engine-case';

const nowMs = at('2026-07-20 12:00');

/** Midnight, noon, one and two digits, and an end after midnight. */
const starts = ['2026-07-05 00:00', '2026-07-21 12:05', '2026-08-11 23:30', '2026-10-09 09:09'];

const events = starts.map((wall, index) =>
  event(String(index + 1), lasting(at(wall, 'America/New_York'), 45)),
);

const listing = (name: string, preferences: Preferences, changes: Partial<EngineCase> = {}): EngineCase => ({
  name: `lists events in ${name}`,
  restlet: 'calendarEvents',
  account: account({ users: [user('11', preferences)], events }),
  employeeId: '11',
  nowMs,
  input: {},
  ...changes,
});

const timeZone = (name: string, preferences: Preferences): EngineCase => ({
  ...listing(name, preferences),
  name: `tells the zone of ${name}`,
  restlet: 'timeZone',
});

const inNewYork: Preferences = { ...american, timeZone: 'America/New_York' };

const combinations = dateFormats.flatMap((dateFormat) =>
  timeFormats.map((timeFormat) => ({ ...inNewYork, dateFormat, timeFormat })),
);

/** Every date format once, the time formats in turns. */
const turns = dateFormats.map((dateFormat, index) => ({
  ...inNewYork,
  dateFormat,
  timeFormat: timeFormats[index % timeFormats.length] ?? american.timeFormat,
}));

/** An account may give the key of a zone, its place in `format.Timezone` (section_4407050795), or nothing. */
const withZoneKey: Preferences = { ...american, timeZone: '15' };
const withoutZone: Preferences = { ...american, timeZone: '' };
const withUnknownDates: Preferences = { ...american, dateFormat: 'YYYY.DD' };

export const formatCases: readonly EngineCase[] = [
  ...combinations.map((one) => listing(`${one.dateFormat} and ${one.timeFormat}`, one)),
  ...turns.map((one) => timeZone(`${one.dateFormat} and ${one.timeFormat}`, one)),
  timeZone('the key of a zone', withZoneKey),
  timeZone('no zone', withoutZone),
  timeZone('dates that NetSuite does not have', withUnknownDates),
  listing('no zone', withoutZone),
  listing('dates that NetSuite does not have', withUnknownDates),
  listing('times that N/format does not parse', american, { switches: { formatParsesTimeOfDay: false } }),
];
