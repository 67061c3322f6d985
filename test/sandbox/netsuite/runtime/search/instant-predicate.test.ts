import type { User } from '../../../../../sandbox/netsuite/entities';
import { at, calendarEvent, createScriptHarness, user } from '../script-harness';

function eventAt(id: string, wall: string, timeZone?: string) {
  const startMs = at(wall, timeZone);
  return calendarEvent(id, {
    occurrences: [{ startMs, endMs: startMs + 1_800_000 }],
    attendees: [{ personId: '1', response: 'ACCEPTED', attendance: 'REQUIRED' }],
    lastModifiedMs: startMs,
  });
}

const harness = createScriptHarness({
  events: [
    eventAt('1', '2026-03-07 23:59'),
    eventAt('2', '2026-03-08 00:00'),
    eventAt('3', '2026-03-08 23:59'),
    eventAt('4', '2026-03-09 00:00'),
    eventAt('5', '2026-11-01 23:30'),
  ],
});

function ids(filter: string, caller: User = user): unknown {
  const body = `return search.create({ type: 'calendarevent', filters: [${filter}], columns: ['internalid'] })
    .run().getRange({ start: 0, end: 50 }).map((row) => row.id);`;
  return harness.value(body, { user: caller });
}

function reader(preferences: Partial<User['preferences']>): User {
  return { ...user, preferences: { ...user.preferences, ...preferences } };
}

describe('A date filter compares days of the reader, also when a day has 23 or 25 hours', () => {
  it.each([
    ["'startdate', 'on', '3/8/2026'", ['2', '3']],
    ["'date', 'on', '03/08/2026'", ['2', '3']],
    ["'startdate', 'within', '3/8/2026', '3/9/2026'", ['2', '3', '4']],
    ["'startdate', 'within', ['3/7/2026', '3/7/2026']", ['1']],
    ["'startdate', 'before', '3/8/2026'", ['1']],
    ["'startdate', 'onorbefore', '3/8/2026'", ['1', '2', '3']],
    ["'startdate', 'after', '3/8/2026'", ['4', '5']],
    ["'startdate', 'onorafter', '3/9/2026'", ['4', '5']],
    ["'startdate', 'notwithin', '3/1/2026', '3/31/2026'", ['5']],
    ["'startdate', 'on', '11/1/2026'", ['5']],
    ["'startdate', 'isnotempty', ''", ['1', '2', '3', '4', '5']],
    ["'startdate', 'on', new Date(2026, 2, 8)", ['2', '3']],
    ["'startdate', 'on', new Date('2026-03-08')", ['1']],
  ])('[%s]', (filter, expected) => {
    expect(ids(`[${filter}]`)).toEqual(expected);
  });

  it('moves with the zone of the reader', () => {
    const tokyo = reader({ timeZone: 'Asia/Tokyo' });
    expect(ids("['startdate', 'on', '3/8/2026']", tokyo)).toEqual(['1', '2']);
    expect(ids("['startdate', 'on', '3/9/2026']", tokyo)).toEqual(['3', '4']);
  });

  it.each([
    ['D/M/YYYY', '8/3/2026'],
    ['DD.MM.YYYY', '08.03.2026'],
    ['D-Mon-YYYY', '8-mar-2026'],
    ['D MONTH, YYYY', '8 March, 2026'],
    ['YYYY-M-D', '2026-3-8'],
  ])('reads values in the DATEFORMAT %s', (dateFormat, value) => {
    expect(ids(`['startdate', 'on', '${value}']`, reader({ dateFormat }))).toEqual(['2', '3']);
  });

  it.each(['2026-03-08', 'today', '2/30/2026', ''])('refuses the value "%s"', (value) => {
    const body = `search.create({ type: 'calendarevent', filters: ['startdate', 'on', '${value}'] })
      .run().getRange({ start: 0, end: 1 });`;
    expect(harness.run(body)).toMatchObject({
      error: { code: 'SSS_INVALID_SRCH_FILTER_EXPR', message: expect.stringContaining('M/D/YYYY') },
    });
  });
});

describe('A datetime filter compares what its value says', () => {
  it.each([
    ["'lastmodifieddate', 'on', '3/8/2026'", ['2', '3']],
    ["'lastmodifieddate', 'on', '3/7/2026 11:59 pm'", ['1']],
    ["'lastmodifieddate', 'within', '3/8/2026 12:00 am', '3/8/2026 11:58 pm'", ['2']],
    ["'lastmodifieddate', 'after', '3/8/2026 11:59:00 pm'", ['4', '5']],
    [`'lastmodifieddate', 'onorafter', new Date(${at('2026-03-09 00:00')})`, ['4', '5']],
  ])('[%s]', (filter, expected) => {
    expect(ids(`[${filter}]`)).toEqual(expected);
  });
});
