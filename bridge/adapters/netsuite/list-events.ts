/** Lists calendar events as appointments: whole days of the user's zone, or of the caller's. */
import { addDays, isWithin, windowOfDays } from '../../../src/contract/time/day-range';
import { intlZoneClock } from '../../../src/contract/time/intl-zone-clock';
import type { AppointmentRange } from '../../../src/contract/range.schema';
import { checkedId } from '../appointment-id';
import { byStart, compareNumericIds } from '../by-start';
import type { AppointmentList, CalendarContext } from '../calendar-adapter';
import type { NetSuiteClient } from './client';
import { readEventRows } from './event-pages';
import { appointmentOfRow, isKnownEventStatus } from './mapper';
import { PERSON_ID } from './netsuite-id';

interface ListDependencies {
  readonly client: NetSuiteClient;
  readonly log: { warn(ids: object, title: string): void };
}

const daysOf = ({ startDate, endDate }: AppointmentRange) =>
  startDate === undefined || endDate === undefined ? undefined : { startDate, endDate };

/** Without days the RESTlet's own default holds: one month back to three ahead, in the user's days. */
export const listEvents = async (
  { client, log }: ListDependencies,
  context: CalendarContext,
  range: AppointmentRange,
): Promise<AppointmentList> => {
  const { contactId, mineOnly = true } = range;
  if (contactId !== undefined) checkedId(contactId, PERSON_ID, 'contactId');
  const days = daysOf(range);
  // The RESTlet counts days in the user's zone; days of another zone are cut out of a day more on either side.
  const window = days && context.timeZone ? windowOfDays(days, context.timeZone, intlZoneClock) : undefined;
  const asked =
    days && window ? { startDate: addDays(days.startDate, -1), endDate: addDays(days.endDate, 1) } : days;

  const { rows, skipped } = await readEventRows(client, context, {
    query: { ...asked, mineOnly, contactId },
    keep: (row) => {
      if (window && !isWithin(window, row.startTimeUtc, row.endTimeUtc)) return undefined;
      if (!isKnownEventStatus(row.status))
        log.warn({ eventId: row.id }, 'NetSuite event has an unknown status');
      return appointmentOfRow(row, context.userId);
    },
    onShifted: () =>
      log.warn({ userId: context.userId }, 'NetSuite events came or went all the while the list was read'),
  });
  return { appointments: [...rows].sort(byStart(range.range, compareNumericIds)), skipped };
};
