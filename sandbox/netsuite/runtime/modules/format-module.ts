/**
 * `N/format`: dates and times between `Date` and the user's formats (netsuite.md §2).
 *
 * How the page's rules are read here:
 * - DATE, TIMEOFDAY and TIME know no zone. They use the server's clock, which is Pacific, in both directions, so
 *   the local getters of a parsed `Date` give back what the text said.
 * - DATETIME and DATETIMETZ use `timezone`; without one, the user's preference; with an invalid one, GMT.
 * - They are written with seconds, because parsing "must include seconds": what `format` gives, `parse` takes.
 */
import type { Preferences } from '../../entities';
import { epochMsToWall, wallToEpochMs } from '../../zone-time';
import { formatUserDateTime, parseUserDateTime } from '../format/user-date-time';
import { formatUserDate, parseUserDate } from '../format/user-date-format';
import { formatUserTime, parseUserTime } from '../format/user-time-format';
import { timezoneEnum, timezoneOf } from '../format/timezones';
import { epochMsOfDate, memberOf, requiredText } from '../script-arguments';
import { SuiteScriptFault, notEmulated } from '../suitescript-fault';
import type { ModuleMembers, RunContext } from '../run-context';

const formatTypes = {
  CHECKBOX: 'checkbox',
  CURRENCY: 'currency',
  DATE: 'date',
  DATETIME: 'datetime',
  DATETIMETZ: 'datetimetz',
  FLOAT: 'float',
  INTEGER: 'integer',
  MMYYDATE: 'mmyydate',
  PERCENT: 'percent',
  SELECT: 'select',
  TEXT: 'text',
  TEXTAREA: 'textarea',
  TIME: 'time',
  TIMEOFDAY: 'timeofday',
  TIMETRACK: 'timetrack',
} as const;

/** The only TIMEFORMAT that is parsed when the switch `formatParsesTimeOfDay` is off: the default one. */
const defaultTimeFormat = 'h:mm a';

interface TimeType {
  readonly write: (epochMs: number, timezone: unknown) => string;
  /** Gives the instant in epoch ms; undefined for text that cannot be parsed, which `parse` returns unchanged. */
  readonly read: (text: string, timezone: unknown) => number | undefined;
}

export function createFormatModule({ realm, user, switches }: RunContext): ModuleMembers {
  const { preferences } = user;
  const timeOfDay = timeOfDayType(preferences, switches.formatParsesTimeOfDay);
  const dateTime = dateTimeType(preferences);
  const types: Readonly<Record<string, TimeType>> = {
    [formatTypes.DATE]: dateType(preferences),
    [formatTypes.TIMEOFDAY]: timeOfDay,
    [formatTypes.TIME]: timeOfDay,
    [formatTypes.DATETIME]: dateTime,
    [formatTypes.DATETIMETZ]: dateTime,
  };
  const typeOf = (options: unknown, caller: string): TimeType => {
    const name = requiredText(options, 'type', caller);
    const type = types[name];
    if (type !== undefined) return type;
    const isKnown = Object.values<string>(formatTypes).includes(name);
    throw isKnown
      ? notEmulated(`${caller} for the type ${name}`)
      : new SuiteScriptFault('SSS_INVALID_FORMAT_TYPE', `${caller}: Invalid format type: ${name}`);
  };
  return {
    format(options: unknown) {
      const type = typeOf(options, 'format.format');
      const value = memberOf(options, 'value');
      const epochMs = epochMsOfDate(value);
      return epochMs === undefined ? value : type.write(epochMs, memberOf(options, 'timezone'));
    },
    parse(options: unknown) {
      const type = typeOf(options, 'format.parse');
      const value = memberOf(options, 'value');
      const epochMs = typeof value === 'string' ? type.read(value, memberOf(options, 'timezone')) : undefined;
      return epochMs === undefined ? value : realm.date(epochMs);
    },
    Type: formatTypes,
    Timezone: timezoneEnum,
  };
}

function dateType({ dateFormat }: Preferences): TimeType {
  return {
    write(epochMs) {
      const local = new Date(epochMs);
      const day = { year: local.getFullYear(), month: local.getMonth() + 1, day: local.getDate() };
      return formatUserDate(day, dateFormat);
    },
    read(text) {
      const date = parseUserDate(text, dateFormat);
      return date && new Date(date.year, date.month - 1, date.day).getTime();
    },
  };
}

function timeOfDayType({ timeFormat }: Preferences, parsesEveryFormat: boolean): TimeType {
  return {
    write(epochMs) {
      const local = new Date(epochMs);
      const time = { hour: local.getHours(), minute: local.getMinutes(), second: local.getSeconds() };
      return formatUserTime(time, timeFormat, { seconds: false });
    },
    read(text) {
      if (!parsesEveryFormat && timeFormat !== defaultTimeFormat) return undefined;
      const time = parseUserTime(text, timeFormat);
      // The day that TIMEOFDAY values are given when they are set (section_4273155868).
      return time && new Date(1970, 0, 1, time.hour, time.minute, time.second).getTime();
    },
  };
}

function dateTimeType(preferences: Preferences): TimeType {
  const zoneOf = (timezone: unknown): string =>
    timezone === undefined || timezone === null ? preferences.timeZone : (timezoneOf(timezone) ?? 'GMT');
  return {
    write: (epochMs, timezone) =>
      formatUserDateTime(epochMsToWall(epochMs, zoneOf(timezone)), preferences, { seconds: true }),
    read(text, timezone) {
      const wall = parseUserDateTime(text, preferences);
      const lacksSeconds = timezone !== undefined && timezone !== null && wall?.hasSeconds === false;
      return wall === undefined || lacksSeconds ? undefined : wallToEpochMs(wall, zoneOf(timezone));
    },
  };
}
