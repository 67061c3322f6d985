/** How an all-day event comes back. */
import { intlZoneClock } from '../../../src/contract/time/intl-zone-clock';
import { dayText } from '../../../src/contract/time/iso';
import { wallMsAt } from '../../../src/contract/time/zone-arithmetic';
import { needed, type Check } from '../check';
import { asAssumed, broken, eitherWay } from '../finding';
import { createRecord, ownRowOf } from './marked-event';
import type { NetSuiteCase } from './netsuite-case';
import { refusedCall } from './refused-call';

const MINUTE_MS = 60_000;
/** 8 am to 6 pm (article_161013672126). */
const EIGHT_TO_SIX_MINUTES = 600;
const DAY_MINUTES = 1440;

const times: Check<NetSuiteCase> = {
  id: 'all-day-times',
  title: 'An all-day event is shown as from 8 to 18',
  settles: 'allDayTimes',
  run: async (one) => {
    const timeZone = needed(one.facts.timeZone, 'time zone');
    const startDate = dayText(wallMsAt(one.nowMs() + 7 * DAY_MINUTES * MINUTE_MS, timeZone, intlZoneClock));
    const day = { startDate, startTime: '08:00:00', endTime: '18:00:00', allDayEvent: true };
    const { id, reply } = await createRecord(one, day);
    if (id === undefined) return refusedCall('create', reply);
    const row = await ownRowOf(one, id);
    const minutes = (Date.parse(row.endTimeUtc) - Date.parse(row.startTimeUtc)) / MINUTE_MS;
    one.facts.allDay = { minutes, isKnown: row.isAllDay };
    const observed = { minutes, knownAsAllDay: row.isAllDay };
    if (minutes === EIGHT_TO_SIX_MINUTES) return asAssumed(observed);
    // A day of 23 or 25 hours, where the clock changes on it.
    const isWholeDay = row.isAllDay && Math.abs(minutes - DAY_MINUTES) <= 60;
    return isWholeDay
      ? eitherWay(false, observed, 'An event without times is listed as all of its day.')
      : broken(observed, 'All-day events are not shown as such. Attach the report to a support request.');
  },
};

const formula: Check<NetSuiteCase> = {
  id: 'all-day-formula',
  title: 'A formula tells which events last all day',
  settles: 'formulaSeesAllDay',
  run: async ({ facts }) => {
    const { minutes, isKnown } = needed(facts.allDay, 'all-day event');
    const fromInside = facts.diagnostics?.allDayFormula;
    const tells =
      fromInside === undefined || 'refused' in fromInside
        ? isKnown && minutes === EIGHT_TO_SIX_MINUTES
        : fromInside.readable > 0;
    return eitherWay(
      tells || (isKnown && fromInside === undefined),
      { formulaTells: tells },
      'Without it all-day events appear from 8 to 18, and not as all-day ones.',
    );
  },
};

export const allDayChecks: readonly Check<NetSuiteCase>[] = [times, formula];
