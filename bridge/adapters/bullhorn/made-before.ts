/** Finds what an earlier request to create made: by its key, and by nothing else. */
import type { CalendarContext } from '../calendar-adapter';
import { madeBeforeWhere } from './appointment-query';
import type { BullhornDependencies } from './dependencies';
import { APPOINTMENT_FIELDS } from './field-selection';
import { readAppointmentRow } from './query-rows';
import type { AppointmentRow } from './schema';

/**
 * The one with this key. One of the same owner, title and times is no sign of an earlier try: it may be another meeting,
 * with other people. Compared again here: whether `where` minds upper and lower case is not documented.
 */
export const findMadeBefore = async (
  { client }: BullhornDependencies,
  context: CalendarContext,
  appointmentUuid: string,
): Promise<AppointmentRow | undefined> => {
  const rows = await client.queryAll(context, 'Appointment', {
    where: madeBeforeWhere(appointmentUuid),
    fields: `${APPOINTMENT_FIELDS},appointmentUUID`,
    readRow: readAppointmentRow,
  });
  return rows.find((row) => row?.appointmentUUID === appointmentUuid);
};
