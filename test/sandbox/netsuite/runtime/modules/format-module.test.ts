import { timezoneEnum, timezoneNames } from '../../../../../sandbox/netsuite/runtime/format/timezones';
import { isTimeZone } from '../../../../../sandbox/netsuite/zone-time';
import { timeFormats } from '../../../../../tools/engine/date-and-time-formats';
import { at, createScriptHarness, user } from '../script-harness';

const harness = createScriptHarness();

function reader(timeZone: string, dateFormat = 'M/D/YYYY', timeFormat = 'h:mm a') {
  return { user: { ...user, preferences: { timeZone, dateFormat, timeFormat } } };
}

describe('format.Timezone', () => {
  it('has the 88 documented zones, all of which the host knows', () => {
    expect(timezoneNames).toHaveLength(88);
    expect(new Set(timezoneNames).size).toBe(88);
    expect(timezoneNames.filter((name) => !isTimeZone(name))).toEqual([]);
    expect([timezoneNames[0], timezoneNames[4], timezoneNames[61], timezoneNames[87]]).toEqual([
      'Etc/GMT+12',
      'America/Los_Angeles',
      'Asia/Calcutta',
      'Pacific/Tongatapu',
    ]);
  });

  it('has the documented keys', () => {
    expect(timezoneEnum).toMatchObject({
      ETC_GMT_PLUS_12: 'Etc/GMT+12',
      ETC_GMT_MINUS_1: 'Etc/GMT-1',
      US_EAST_INDIANA: 'US/East-Indiana',
      PACIFIC_GUADALCANA: 'Pacific/Guadalcanal',
      GMT: 'GMT',
    });
  });
});

describe('DATE and TIMEOFDAY use the clock of the server in both directions', () => {
  it('parses a date to midnight there, whatever zone the user has or the script names', () => {
    const body = `const date = format.parse({ value: '17.03.2026', type: format.Type.DATE, timezone: 'Asia/Tokyo' });
      return [date instanceof Date, date.getTime(), date.getHours(), date.getDate()];`;
    const midnight = at('2026-03-17 00:00', 'America/Los_Angeles');
    expect(harness.value(body, reader('Asia/Tokyo', 'DD.MM.YYYY'))).toEqual([true, midnight, 0, 17]);
  });

  it.each([
    ['h:mm a', '3:05 pm'],
    ['H:mm', '15:05'],
    ['h-mm a', '3-05 pm'],
    ['H-mm', '15-05'],
  ])('parses and formats a time in %s', (timeFormat, value) => {
    const body = `const time = format.parse({ value: '${value}', type: format.Type.TIMEOFDAY });
      return [time.getHours(), time.getMinutes(), format.format({ value: time, type: format.Type.TIMEOFDAY })];`;
    expect(harness.value(body, reader('Asia/Tokyo', 'M/D/YYYY', timeFormat))).toEqual([15, 5, value]);
  });

  it('parses only the default TIMEFORMAT where the switch says so', () => {
    const limited = createScriptHarness({ switches: { formatParsesTimeOfDay: false } });
    const body = "return typeof format.parse({ value: input.value, type: 'timeofday' });";
    expect(limited.value(body, { ...reader('GMT'), input: { value: '3:05 pm' } })).toBe('object');
    expect(limited.value(body, { ...reader('GMT', 'M/D/YYYY', 'H:mm'), input: { value: '15:05' } })).toBe(
      'string',
    );
  });

  it('formats a date of the script', () => {
    const body = 'return format.format({ value: new Date(2026, 2, 17, 23), type: format.Type.DATE });';
    expect(harness.value(body, reader('Asia/Tokyo', 'D-Mon-YYYY'))).toBe('17-Mar-2026');
  });
});

describe('DATETIME and DATETIMETZ convert between zones', () => {
  function formatted(epochMs: number, timezone: string, type = 'DATETIME'): unknown {
    const body = `return format.format({ value: new Date(${epochMs}), type: format.Type.${type}, timezone: ${timezone} });`;
    return harness.value(body, reader('America/New_York'));
  }

  it.each([
    ['the preference of the user', 'undefined', '3/8/2026 3:00:00 am'],
    ['a name', "'Asia/Tokyo'", '3/8/2026 4:00:00 pm'],
    ['a key of the enum', 'format.Timezone.EUROPE_PARIS', '3/8/2026 8:00:00 am'],
    ['a numeric key', '76', '3/8/2026 4:00:00 pm'],
    ['GMT for a zone that is not in the list', "'Asia/Kolkata'", '3/8/2026 7:00:00 am'],
    ['GMT for nonsense', "'Nowhere'", '3/8/2026 7:00:00 am'],
  ])('format uses %s', (_, timezone, text) => {
    // The first instant of daylight saving time in New York.
    const epochMs = Date.UTC(2026, 2, 8, 7, 0, 0);
    expect(formatted(epochMs, timezone)).toBe(text);
    expect(formatted(epochMs, timezone, 'DATETIMETZ')).toBe(text);
  });

  it.each([
    ['a day in winter', '1/15/2026 9:00:00 am', Date.UTC(2026, 0, 15, 14)],
    ['a day in summer', '7/15/2026 9:00:00 am', Date.UTC(2026, 6, 15, 13)],
    ['the hour that is skipped', '3/8/2026 2:30:00 am', Date.UTC(2026, 2, 8, 7, 30)],
    ['the hour that comes twice', '11/1/2026 1:30:00 am', Date.UTC(2026, 10, 1, 5, 30)],
  ])('parse knows daylight saving time: %s', (_, value, epochMs) => {
    const body = `return format.parse({ value: '${value}', type: format.Type.DATETIME,
      timezone: format.Timezone.AMERICA_NEW_YORK }).getTime();`;
    expect(harness.value(body, reader('Asia/Tokyo'))).toBe(epochMs);
  });

  it('needs seconds to parse to a zone, and returns the text unchanged without', () => {
    const body =
      'return format.parse({ value: input.value, type: format.Type.DATETIME, timezone: input.zone });';
    const value = '3/17/2026 9:00 am';
    expect(harness.value(body, { input: { value, zone: 'Asia/Tokyo' } })).toBe(value);
    expect(harness.value(body, { input: { value } })).toBe('2026-03-17T13:00:00.000Z');
  });

  it('gives back what it was given, in every zone and format', () => {
    const body = `return Object.values(format.Timezone).filter((timezone) => {
        const type = format.Type.DATETIME;
        const text = format.format({ value: new Date(1780000000000), type, timezone });
        return format.parse({ value: text, type, timezone }).getTime() !== 1780000000000;
      });`;
    for (const timeFormat of timeFormats) {
      expect(harness.value(body, reader('GMT', 'D MONTH, YYYY', timeFormat))).toEqual([]);
    }
  });
});

describe('What cannot be converted', () => {
  it.each([
    ["format.parse({ value: '2026-03-17', type: 'date' })", '2026-03-17'],
    ["format.parse({ value: 'noon', type: 'timeofday' })", 'noon'],
    ["format.format({ value: 'text', type: 'date' })", 'text'],
    ["format.parse({ value: '', type: 'datetime' })", ''],
  ])('is returned unchanged: %s', (expression, value) => {
    expect(harness.value(`return ${expression};`)).toBe(value);
  });

  it('is an error where the type is missing, unknown or not emulated', () => {
    expect(harness.code("format.parse({ value: '1' });")).toBe('SSS_MISSING_REQD_ARGUMENT');
    expect(harness.code("format.parse({ value: '1', type: 'hour' });")).toBe('SSS_INVALID_FORMAT_TYPE');
    expect(harness.code("format.parse({ value: '1', type: format.Type.INTEGER });")).toBe('NOT_EMULATED');
  });
});
