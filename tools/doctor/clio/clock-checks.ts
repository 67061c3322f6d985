/** Is an entry when it was put, on both sides of a change of the clock, and does an all-day one take its days? */
import { addDays } from '../../../src/contract/time/day-range';
import { intlZoneClock } from '../../../src/contract/time/intl-zone-clock';
import { dayText, isoUtc, readDay } from '../../../src/contract/time/iso';
import { wallMsAt } from '../../../src/contract/time/zone-arithmetic';
import { needed, type Check } from '../check';
import { midnightOf } from '../clock-change';
import { adapts, asAssumed, broken, eitherWay, needsSetting, notObservable } from '../finding';
import { usersClockChecks, zoneOfUser } from '../users-clock-checks';
import { calendarIdOf } from './account-checks';
import {
  epochMsIn,
  markedEntry,
  postEntry,
  readEntry,
  recordOf,
  requiredEntry,
  tellingNoonMs,
  type ClioCase,
  type ClioPerson,
} from './clio-case';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** App Connect reads start_at and end_at as ISO times with an offset (app-connect.md §3.3). */
const readAsAppConnect = (person: ClioPerson) => async (id: string) => {
  const record = recordOf(await readEntry(person, id));
  const startMs = epochMsIn(record, 'start_at');
  return { startMs, durationMinutes: Math.round((epochMsIn(record, 'end_at') - startMs) / MINUTE_MS) };
};

/** From noon to the next noon, so that where Clio puts them is its own doing. */
const allDayEcho: Check<ClioCase> = {
  id: 'all-day-entry',
  title: 'An all-day entry can be made',
  run: async (one) => {
    const timeZone = zoneOfUser(one);
    const sentStartMs = tellingNoonMs(one.nowMs(), timeZone);
    const day = dayText(wallMsAt(sentStartMs, timeZone, intlZoneClock));
    const { id, record } = await requiredEntry(one, {
      ...markedEntry(one, calendarIdOf(one), sentStartMs),
      end_at: isoUtc(sentStartMs + DAY_MS),
      all_day: true,
    });
    const startMs = epochMsIn(record, 'start_at');
    one.facts.allDay = { id, day, sentStartMs, startMs, endMs: epochMsIn(record, 'end_at') };
    return record['all_day'] === true
      ? asAssumed({ allDay: true })
      : broken({ allDay: false }, 'Clio took an all-day entry for one with times.');
  },
};

const KEPT =
  'Clio keeps the times of an all-day entry as they were sent, so they tell nothing. Make one in Clio’s own calendar and compare it with App Connect.';

const allDayMidnight: Check<ClioCase> = {
  id: 'all-day-midnight',
  title: 'All-day entries start at the user’s own midnight',
  settles: 'allDayMidnightIn',
  run: async (one) => {
    const { day, startMs, sentStartMs } = needed(one.facts.allDay, 'all-day entry');
    if (startMs === sentStartMs) return notObservable(KEPT);
    const isOfUser = startMs === midnightOf(day, zoneOfUser(one));
    const isUtc = startMs === midnightOf(day, 'UTC');
    if (isOfUser && isUtc) return notObservable('The user’s zone is UTC itself.');
    if (!isOfUser && !isUtc)
      return broken({ midnightIn: 'neither' }, 'Attach the report to a support request.');
    const found = isOfUser ? 'user-zone' : 'utc';
    const observed = { midnightIn: found };
    if (found !== one.assumptions.allDayMidnightIn) {
      return needsSetting(observed, `CLIO_ALL_DAY_MIDNIGHT_IN=${found}`);
    }
    return eitherWay(isOfUser, observed, 'CLIO_ALL_DAY_MIDNIGHT_IN says so.');
  },
};

const endOf = (endWallMs: number, day: string): 'exclusive' | 'inclusive' | 'in the last day' => {
  if (endWallMs === readDay(addDays(day, 2))) return 'exclusive';
  return endWallMs === readDay(addDays(day, 1)) ? 'inclusive' : 'in the last day';
};

const allDayEnd: Check<ClioCase> = {
  id: 'all-day-end',
  title: 'All-day entries end at the midnight after their last day',
  settles: 'allDayEnd',
  run: async (one) => {
    const { day, startMs, sentStartMs, endMs } = needed(one.facts.allDay, 'all-day entry');
    if (startMs === sentStartMs) return notObservable(KEPT);
    const zone = startMs === midnightOf(day, 'UTC') ? 'UTC' : zoneOfUser(one);
    const found = endOf(wallMsAt(endMs, zone, intlZoneClock), day);
    const observed = { end: found };
    if (found === 'in the last day') return adapts(observed, 'A time within a day counts as that day.');
    if (found !== one.assumptions.allDayEnd) return needsSetting(observed, `CLIO_ALL_DAY_END=${found}`);
    return eitherWay(found === 'exclusive', observed, 'CLIO_ALL_DAY_END says so.');
  },
};

const allDayDays: Check<ClioCase> = {
  id: 'all-day-days',
  title: 'An all-day entry takes its two days, and no other',
  run: async (one) => {
    const { day, id } = needed(one.facts.allDay, 'all-day entry');
    const calendar = { ...one.user.calendar(), timeZone: zoneOfUser(one) };
    const days: string[] = [];
    for (const distance of [-1, 0, 1, 2]) {
      const startDate = addDays(day, distance);
      const list = await one.adapter.listAppointments(calendar, { startDate, endDate: startDate });
      if (list.appointments.some((appointment) => appointment.id === id)) days.push(startDate);
    }
    const observed = { day, shownOn: days.join(' ') };
    return days.join() === [day, addDays(day, 1)].join()
      ? asAssumed(observed)
      : broken(
          observed,
          'Make the settings named above first. If it stays, attach the report to a support request.',
        );
  },
};

const offsetless: Check<ClioCase> = {
  id: 'times-without-offset',
  title: 'A time without an offset is one of the user’s zone',
  settles: 'offsetlessTimesIn',
  run: async (one) => {
    const timeZone = zoneOfUser(one);
    const startMs = tellingNoonMs(one.nowMs(), timeZone);
    const wallText = (epochMs: number): string =>
      isoUtc(wallMsAt(epochMs, timeZone, intlZoneClock)).replace('.000Z', '');
    const { record, reply } = await postEntry(one, {
      ...markedEntry(one, calendarIdOf(one), startMs),
      start_at: wallText(startMs),
      end_at: wallText(startMs + 30 * MINUTE_MS),
    });
    const offMinutes = (epochMsIn(record, 'start_at') - startMs) / MINUTE_MS;
    const observed = { status: reply.status, ...(Number.isNaN(offMinutes) ? {} : { offMinutes }) };
    return eitherWay(offMinutes === 0, observed, 'The adapter sends every time in UTC.');
  },
};

export const clockChecks: readonly Check<ClioCase>[] = [
  ...usersClockChecks<ClioPerson>({
    readAsAppConnect,
    zoneOfOther: zoneOfUser,
    withoutOther: 'Give the token of a second user: --other-user.',
  }),
  allDayEcho,
  allDayMidnight,
  allDayEnd,
  allDayDays,
  offsetless,
];
