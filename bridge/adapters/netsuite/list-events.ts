/** Lists calendar events as appointments: whole days of the user's zone, or of the caller's. */
import { addDays, isWithin, windowOfDays } from '../../../src/contract/time/day-range';
import { intlZoneClock } from '../../../src/contract/time/intl-zone-clock';
import type { AppointmentRange } from '../../../src/contract/range.schema';
import { checkedId } from '../appointment-id';
import type { AppointmentList, CalendarContext } from '../calendar-adapter';
import type { NetSuiteClient } from './client';
import { readEventRows } from './event-reader';
import { appointmentOfRow, isKnownEventStatus } from './mapper';
import { NETSUITE_ID } from './netsuite-id';
import type { EventRow } from './schema';

interface ListDependencies {
  readonly client: NetSuiteClient;
  readonly log: { warn(ids: object, title: string): void };
}

const daysOf = ({ startDate, endDate }: AppointmentRange) =>
  startDate === undefined || endDate === undefined ? undefined : { startDate, endDate };

const byStart = (range: AppointmentRange['range']) => {
  const direction = range === 'past' ? -1 : 1;
  return (one: EventRow, other: EventRow): number =>
    direction * (one.startTimeUtc - other.startTimeUtc || Number(one.id) - Number(other.id));
};

/** Without days the RESTlet's own default holds: one month back to three ahead, in the user's days. */
export const listEvents = async (
  { client, log }: ListDependencies,
  context: CalendarContext,
  range: AppointmentRange,
): Promise<AppointmentList> => {
  const { contactId, mineOnly = true } = range;
  if (contactId !== undefined) checkedId(contactId, NETSUITE_ID, 'contactId');
  const days = daysOf(range);
  // The RESTlet counts days in the user's zone; days of another zone are cut out of a day more on either side.
  const window = days && context.timeZone ? windowOfDays(days, context.timeZone, intlZoneClock) : undefined;
  const asked =
    days && window ? { startDate: addDays(days.startDate, -1), endDate: addDays(days.endDate, 1) } : days;

  const { rows, skipped } = await readEventRows(client, context, { ...asked, mineOnly, contactId });
  const listed = rows
    .filter((row) => !window || isWithin(window, row.startTimeUtc, row.endTimeUtc))
    .sort(byStart(range.range));
  for (const { id, status } of listed) {
    if (!isKnownEventStatus(status)) log.warn({ eventId: id }, 'NetSuite event has an unknown status');
  }
  return { appointments: listed.map((row) => appointmentOfRow(row, context.userId)), skipped };
};
