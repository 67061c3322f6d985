import { fc } from '../../../fast-check';
import ICAL from 'ical.js';

import { recurrenceDates } from '../../../../sandbox/clio/entries/recurrence-dates';
import { parseRecurrenceRule } from '../../../../sandbox/clio/entries/recurrence-rule';

const dayMs = 86_400_000;
const lastDate = Date.UTC(2031, 0, 1);
const show = (date: number): string => new Date(date).toISOString().slice(0, 10);

/** Up to forty dates by the reference implementation; it never shows a first date that the rule does not have. */
function datesByIcal(rule: string, firstDate: number): string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(show(firstDate)));
  const dates: string[] = [];
  for (let next = iterator.next(); next && dates.length < 40; next = iterator.next()) {
    const text = next.toString().slice(0, 10);
    if (text > show(lastDate)) break;
    dates.push(text);
  }
  return dates;
}

function datesHere(rule: string, firstDate: number): string[] {
  return [...recurrenceDates(parseRecurrenceRule(rule), firstDate, lastDate)].slice(0, 40).map(show);
}

const weekday = fc.constantFrom('SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA');
const weekdays = fc.uniqueArray(weekday, { minLength: 1, maxLength: 3 });
const part = (name: string, value: string | number | undefined): string =>
  value === undefined ? '' : `;${name}=${value}`;
const firstDate = fc.integer({ min: 0, max: 900 }).map((days) => Date.UTC(2025, 0, 1) + days * dayMs);
const interval = fc.integer({ min: 1, max: 4 });
const count = fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined });

describe('the dates of a recurrence rule', () => {
  const agreesWithIcal = (rules: fc.Arbitrary<string>): void =>
    fc.assert(
      fc.property(rules, firstDate, (rule, first) => {
        expect(datesHere(rule, first)).toEqual(datesByIcal(rule, first));
      }),
      { numRuns: 150 },
    );

  it('are those of ical.js for rules by day', () => {
    agreesWithIcal(fc.tuple(interval, count).map(([n, c]) => `FREQ=DAILY;INTERVAL=${n}${part('COUNT', c)}`));
  });

  it('are those of ical.js for rules by week, whatever day weeks start on', () => {
    agreesWithIcal(
      fc
        .tuple(interval, count, fc.option(weekdays, { nil: undefined }), weekday)
        .map(
          ([n, c, days, start]) =>
            `FREQ=WEEKLY;INTERVAL=${n};WKST=${start}${part('BYDAY', days?.join())}${part('COUNT', c)}`,
        ),
    );
  });

  it('are those of ical.js for rules by month and day of the month', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 3 });
    agreesWithIcal(
      fc.tuple(interval, days).map(([n, by]) => `FREQ=MONTHLY;INTERVAL=${n};BYMONTHDAY=${by.join()}`),
    );
  });

  it('are those of ical.js for rules by the nth weekday of a month', () => {
    const nth = fc.tuple(fc.constantFrom(-2, -1, 1, 2, 3, 4), weekday).map(([n, day]) => `${n}${day}`);
    agreesWithIcal(fc.tuple(interval, nth).map(([n, day]) => `FREQ=MONTHLY;INTERVAL=${n};BYDAY=${day}`));
  });

  it('skip months without a 31st and years without a 29 February', () => {
    expect(datesHere('FREQ=MONTHLY;COUNT=3', Date.UTC(2026, 0, 31))).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
    ]);
    expect(datesHere('FREQ=YEARLY', Date.UTC(2024, 1, 29))).toEqual(['2024-02-29', '2028-02-29']);
  });

  it('end, also when a rule never has a date', () => {
    expect(datesHere('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', Date.UTC(2026, 0, 1))).toEqual([]);
  });
});
