/** Conversions between instants and wall times: ours, Intl used directly, and temporal-polyfill. */
import { Temporal } from 'temporal-polyfill';
import { intlZoneClock } from '../../src/contract/time/intl-zone-clock';
import { netSuiteTimeZones } from '../../src/contract/time/netsuite-time-zones';
import { epochMsAt, wallMsAt } from '../../src/contract/time/zone-arithmetic';
import type { BenchSettings } from './bench-settings';
import { median, type Measurement } from './measurement';

const FIRST_MS = Date.UTC(2026, 0, 1);
const STEP_MS = 3 * 60 * 60 * 1000;
const INSTANTS = 2000;
/** Of the 88 every so manieth. */
const EVERY = 11;
const MINUTE_MS = 60_000;

const zones = netSuiteTimeZones.filter((_, index) => index % EVERY === 0);
const instants = Array.from({ length: INSTANTS }, (_, index) => FIRST_MS + index * STEP_MS);

/** Formatters are kept, as anybody does who has measured once. */
const formatters = new Map(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
  ]),
);

const intlWallMs = (epochMs: number, timeZone: (typeof zones)[number]): number => {
  const digits = formatters.get(timeZone)?.format(epochMs).match(/\d+/g) ?? [];
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = digits.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
};

const temporalWallMs = (epochMs: number, timeZone: string): number => {
  const zoned = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  return epochMs + (zoned.offsetNanoseconds / 60_000_000_000) * MINUTE_MS;
};

const temporalEpochMs = (wallMs: number, timeZone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(wallMs)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toZonedDateTime(timeZone).epochMilliseconds;

type Convert = (ms: number, timeZone: (typeof zones)[number]) => number;

const perSecond = (convert: Convert): number => {
  const startedAtMs = performance.now();
  for (const timeZone of zones) for (const instant of instants) convert(instant, timeZone);
  return (zones.length * instants.length * 1000) / (performance.now() - startedAtMs);
};

/** By turns, so that what else the machine does meets all of them. */
const perSecondOf = (converts: Readonly<Record<string, Convert>>, rounds: number): Measurement['figures'] => {
  const measured: Record<string, number[]> = {};
  for (let round = 0; round <= rounds; round++) {
    for (const [name, convert] of Object.entries(converts)) {
      const value = perSecond(convert);
      if (round > 0) measured[name] = [...(measured[name] ?? []), value];
    }
  }
  return Object.fromEntries(Object.entries(measured).map(([name, values]) => [name, median(values)]));
};

/** Intl has no way back from wall times. */
export const measureZones = ({ rounds }: BenchSettings): readonly Measurement[] => [
  {
    part: 'zones',
    subject: 'instant to wall time, conversions a second',
    figures: perSecondOf(
      {
        ours: (ms, timeZone) => wallMsAt(ms, timeZone, intlZoneClock),
        intl: intlWallMs,
        temporalPolyfill: temporalWallMs,
      },
      rounds,
    ),
    bounds: [],
  },
  {
    part: 'zones',
    subject: 'wall time to instant, conversions a second',
    figures: perSecondOf(
      {
        ours: (ms, timeZone) => epochMsAt(ms, timeZone, intlZoneClock),
        temporalPolyfill: temporalEpochMs,
      },
      rounds,
    ),
    bounds: [],
  },
];
