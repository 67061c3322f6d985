/** Is an appointment when it was put, on both sides of a change of the clock, and does an all-day one take its day? */
import { intlZoneClock } from '../../../src/contract/time/intl-zone-clock';
import { addDays } from '../../../src/contract/time/day-range';
import { dayText, isoUtc } from '../../../src/contract/time/iso';
import { wallMsAt } from '../../../src/contract/time/zone-arithmetic';
import { needed, type Check, type Finding } from '../check';
import { midnightOf } from '../clock-change';
import { adapts, asAssumed, broken, needsSetting, notObservable } from '../finding';
import { usersClockChecks } from '../users-clock-checks';
import {
  entityOf,
  markedBody,
  putAppointment,
  query,
  quietInstantMs,
  readEntity,
  rowsOf,
  type BullhornCase,
  type BullhornPerson,
} from './bullhorn-case';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const EASTERN = 'America/New_York';

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : NaN);

/** App Connect reads dateBegin and dateEnd as epoch milliseconds (app-connect.md §3.2). */
const readAsAppConnect = (person: BullhornPerson) => async (id: string) => {
  const read = entityOf(await readEntity(person, 'Appointment', id, 'id,dateBegin,dateEnd'));
  const startMs = numberOf(read['dateBegin']);
  return { startMs, durationMinutes: (numberOf(read['dateEnd']) - startMs) / MINUTE_MS };
};

const allDay: Check<BullhornCase> = {
  id: 'all-day',
  title: 'An all-day appointment takes its day, and no other',
  run: async (one) => {
    const timeZone = needed(one.facts.timeZone, 'time zone');
    const { allDayZone, allDayEnd } = one.settings;
    const storedZone = allDayZone === 'user' ? timeZone : allDayZone;
    const day = dayText(wallMsAt(quietInstantMs(one.nowMs()), timeZone, intlZoneClock));
    const lastMidnight = allDayEnd === 'exclusive' ? addDays(day, 1) : day;
    const { id, reply } = await putAppointment(one, {
      ...markedBody(one),
      isAllDay: true,
      dateBegin: midnightOf(day, storedZone),
      dateEnd: midnightOf(lastMidnight, storedZone),
    });
    if (id === undefined) return broken({ status: reply.status }, 'Bullhorn refuses an all-day appointment.');
    const calendar = { ...one.user.calendar(), timeZone };
    const onDay = async (startDate: string): Promise<boolean> => {
      const list = await one.adapter.listAppointments(calendar, { startDate, endDate: startDate });
      return list.appointments.some((appointment) => appointment.id === id);
    };
    const read = await one.adapter.getAppointment(calendar, id);
    const observed = {
      isAllDay: read.isAllDay,
      start: read.startTimeUtc,
      onDayBefore: await onDay(addDays(day, -1)),
      onItsDay: await onDay(day),
      onDayAfter: await onDay(addDays(day, 1)),
    };
    const isRight =
      read.isAllDay &&
      read.startTimeUtc === isoUtc(midnightOf(day, timeZone)) &&
      observed.onItsDay &&
      !observed.onDayBefore &&
      !observed.onDayAfter;
    return isRight
      ? asAssumed(observed)
      : broken(
          observed,
          'An all-day appointment is shown on another day. Attach the report to a support request.',
        );
  },
};

const isMidnightIn = (epochMs: number, timeZone: string): boolean =>
  wallMsAt(epochMs, timeZone, intlZoneClock) % DAY_MS === 0;

const findingOfZone = (
  { settings, facts }: BullhornCase,
  found: 'user' | 'UTC' | typeof EASTERN,
  seen: number,
): Finding => {
  const observed = { midnightOf: found, appointments: seen };
  const isSame =
    settings.allDayZone === found || (found === 'user' && settings.allDayZone === facts.timeZone);
  if (!isSame) return needsSetting(observed, `BULLHORN_ALL_DAY_ZONE=${found}`);
  return found === 'user'
    ? asAssumed(observed)
    : adapts(observed, `BULLHORN_ALL_DAY_ZONE is ${settings.allDayZone}, as it has to be here.`);
};

/** Only what Bullhorn's own pages have made tells it: REST keeps the times that it is sent. */
const allDayMidnight: Check<BullhornCase> = {
  id: 'all-day-midnight',
  title: 'All-day appointments start at the user’s own midnight',
  settles: 'allDayMidnight',
  run: async (one) => {
    const timeZone = needed(one.facts.timeZone, 'time zone');
    const userId = needed(one.facts.userId, 'user');
    const rows = rowsOf(
      await query(one.user, 'Appointment', {
        where: `isAllDay=true AND isDeleted=false AND owner.id=${userId}`,
        fields: 'id,subject,dateBegin',
        count: 200,
      }),
    );
    const starts = rows
      .filter(({ subject }) => subject !== one.markedTitle)
      .map(({ dateBegin }) => numberOf(dateBegin));
    if (starts.length === 0) {
      return notObservable(
        'The user has no all-day appointment. Make one in Bullhorn’s own calendar and run the doctor again.',
      );
    }
    const zones = { user: timeZone, UTC: 'UTC', [EASTERN]: EASTERN } as const;
    const fits = (zone: string): boolean => starts.every((startMs) => isMidnightIn(startMs, zone));
    for (const found of ['user', 'UTC', EASTERN] as const) {
      if (fits(zones[found])) return findingOfZone(one, found, starts.length);
    }
    return adapts(
      { midnightOf: 'none of them', appointments: starts.length },
      'The times of such an appointment stay as Bullhorn has them. BULLHORN_ALL_DAY_ZONE takes any IANA name.',
    );
  },
};

export const clockChecks: readonly Check<BullhornCase>[] = [
  ...usersClockChecks<BullhornPerson>({
    readAsAppConnect,
    zoneOfOther: () => 'UTC',
    withoutOther: 'Give the session of a second user: --other-user.',
  }),
  allDay,
  allDayMidnight,
];
