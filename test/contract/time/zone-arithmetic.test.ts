import { fc } from '../../fast-check';
import { Temporal } from 'temporal-polyfill';
import { intlZoneClock } from '../../../src/contract/time/intl-zone-clock';
import { netSuiteTimeZones } from '../../../src/contract/time/netsuite-time-zones';
import {
  epochMsAt,
  readUtcOffset,
  utcOffsetText,
  wallMsAt,
} from '../../../src/contract/time/zone-arithmetic';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FIRST_MS = Date.UTC(2020, 0, 1);
const LAST_MS = Date.UTC(2036, 0, 1);

/** Temporal's opinion: the instant at which a zone shows a wall time, `compatible` with RFC 5545. */
const temporalEpochMs = (wallMs: number, timeZone: string): number =>
  Temporal.PlainDateTime.from(new Date(wallMs).toISOString().slice(0, 23)).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  }).epochMilliseconds;

const temporalWallMs = (epochMs: number, timeZone: string): number =>
  Date.parse(
    `${Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).toPlainDateTime().toString()}Z`,
  );

const transitionsOf = (timeZone: string): readonly number[] => {
  const transitions: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(FIRST_MS).toZonedDateTimeISO(timeZone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= LAST_MS) return transitions;
    transitions.push(next.epochMilliseconds);
    at = next;
  }
};

describe('zone arithmetic', () => {
  it('knows all 88 zones of NetSuite', () => {
    expect(new Set(netSuiteTimeZones).size).toBe(88);
  });

  it.each(netSuiteTimeZones)(
    'agrees with Temporal around every transition of %s from 2020 to 2035',
    (timeZone) => {
      for (const transition of transitionsOf(timeZone)) {
        for (let minutes = -27 * 60; minutes <= 27 * 60; minutes += 45) {
          const epochMs = transition + minutes * MINUTE_MS;
          expect(wallMsAt(epochMs, timeZone, intlZoneClock)).toBe(temporalWallMs(epochMs, timeZone));
          const wallMs =
            transition +
            intlZoneClock.offsetMinutesAt(transition - 1, timeZone) * MINUTE_MS +
            minutes * MINUTE_MS;
          expect(epochMsAt(wallMs, timeZone, intlZoneClock)).toBe(temporalEpochMs(wallMs, timeZone));
        }
        for (const nearMs of [-HOUR_MS, -1000, -1, 0, 1, 1000, HOUR_MS]) {
          expect(wallMsAt(transition + nearMs, timeZone, intlZoneClock)).toBe(
            temporalWallMs(transition + nearMs, timeZone),
          );
        }
      }
    },
  );

  it('agrees with Temporal at any minute of any zone', () => {
    const minute = fc.integer({ min: FIRST_MS / MINUTE_MS, max: LAST_MS / MINUTE_MS - 1 });
    fc.assert(
      fc.property(fc.constantFrom(...netSuiteTimeZones), minute, (timeZone, minutes) => {
        const ms = minutes * MINUTE_MS;
        expect(epochMsAt(ms, timeZone, intlZoneClock)).toBe(temporalEpochMs(ms, timeZone));
        expect(wallMsAt(ms, timeZone, intlZoneClock)).toBe(temporalWallMs(ms, timeZone));
      }),
      { numRuns: 3000 },
    );
  });

  it('takes the earlier of two, and moves what does not exist forward by the gap', () => {
    const zone = 'America/Los_Angeles';
    expect(epochMsAt(Date.UTC(2026, 10, 1, 1, 30), zone, intlZoneClock)).toBe(Date.UTC(2026, 10, 1, 8, 30));
    expect(epochMsAt(Date.UTC(2026, 2, 8, 2, 30), zone, intlZoneClock)).toBe(Date.UTC(2026, 2, 8, 10, 30));
  });

  it('knows Lord Howe, where the clock changes by half an hour', () => {
    const zone = 'Australia/Lord_Howe';
    for (const transition of transitionsOf(zone)) {
      for (let minutes = -120; minutes <= 120; minutes += 5) {
        const wallMs = transition + 11 * HOUR_MS + minutes * MINUTE_MS;
        expect(epochMsAt(wallMs, zone, intlZoneClock)).toBe(temporalEpochMs(wallMs, zone));
      }
    }
  });
});

describe('offsets as text', () => {
  it('are read as they are written, over the whole range', () => {
    fc.assert(
      fc.property(fc.integer({ min: -14 * 60, max: 14 * 60 }), (minutes) => {
        expect(readUtcOffset(utcOffsetText(minutes))).toBe(minutes);
      }),
    );
  });

  it.each(['', 'Z', '7', '-7:00', '+15:00', '+05:60', '-07:00x'])('refuse %j', (text) => {
    expect(readUtcOffset(text)).toBeUndefined();
  });
});
