/** Seven zones in winter, in summer and on the days their clocks change: every half hour, and across midnight. */
import { account, american, at, event, lasting, user } from '../netsuite-account';
import type { EngineCase } from './engine-case';

interface ZoneDays {
  readonly zone: string;
  /** The days of 2026 on which the clock changes; where it never does, those of the United States. */
  readonly changes: readonly [string, string];
}

const zones: readonly ZoneDays[] = [
  { zone: 'America/Los_Angeles', changes: ['2026-03-08', '2026-11-01'] },
  { zone: 'America/New_York', changes: ['2026-03-08', '2026-11-01'] },
  { zone: 'America/St_Johns', changes: ['2026-03-08', '2026-11-01'] },
  { zone: 'Europe/London', changes: ['2026-03-29', '2026-10-25'] },
  { zone: 'Asia/Calcutta', changes: ['2026-03-08', '2026-11-01'] },
  { zone: 'Australia/Sydney', changes: ['2026-04-05', '2026-10-04'] },
  { zone: 'Pacific/Auckland', changes: ['2026-04-05', '2026-09-27'] },
];

const HALF_HOUR_MS = 1_800_000;

/** Two hours before the day to an hour after it, as it is on the clocks of most days. */
const halfHours = Array.from({ length: 54 }, (_, index) => (index - 4) * HALF_HOUR_MS);

const accountOn = (day: string, zone: string) => {
  const midnightMs = at(`${day} 00:00`, zone);
  return account({
    users: [user('11', { ...american, timeZone: zone })],
    events: [
      ...halfHours.map((offsetMs, index) => event(String(index + 1), lasting(midnightMs + offsetMs, 30))),
      event('101', lasting(midnightMs - HALF_HOUR_MS, 60)),
      event('102', lasting(at(`${day} 23:30`, zone), 60)),
      event('103', lasting(at(`${day} 10:00`, zone), 0)),
    ],
  });
};

const casesOfDay = (day: string, zone: string): readonly EngineCase[] => {
  const common = {
    account: accountOn(day, zone),
    employeeId: '11',
    nowMs: at(`${day} 12:00`, zone),
  };
  return [
    {
      ...common,
      name: `lists ${day} in ${zone}`,
      restlet: 'calendarEvents',
      input: { startDate: day, endDate: day },
    },
    { ...common, name: `tells the offset on ${day} in ${zone}`, restlet: 'timeZone', input: {} },
  ];
};

export const zoneCases: readonly EngineCase[] = zones.flatMap(({ zone, changes }) =>
  ['2026-01-15', '2026-07-15', ...changes].flatMap((day) => casesOfDay(day, zone)),
);
