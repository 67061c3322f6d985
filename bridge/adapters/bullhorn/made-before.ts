/** Finds what an earlier request to create made, in one call: with the same key, or left incomplete without one. */
import type { CalendarContext } from '../calendar-adapter';
import { madeBeforeWhere } from './appointment-query';
import { isOurUuid } from './appointment-uuid';
import type { BullhornDependencies } from './dependencies';
import { APPOINTMENT_FIELDS } from './field-selection';
import { readAppointmentRow } from './query-rows';
import type { AppointmentRow } from './schema';

interface WantedAppointment {
  readonly appointmentUuid: string;
  /** CorporateUser. */
  readonly ownerId: string;
  readonly title: string;
  readonly startMs: number;
  readonly endMs: number;
}

export interface MadeBefore {
  readonly sameKey: AppointmentRow | undefined;
  /** Made by us, with the same owner, title and times. They are twins only if not everybody asked for attends. */
  readonly alike: readonly AppointmentRow[];
}

export const findMadeBefore = async (
  { client }: BullhornDependencies,
  context: CalendarContext,
  wanted: WantedAppointment,
): Promise<MadeBefore> => {
  const found = await client.queryAll(context, 'Appointment', {
    where: madeBeforeWhere(wanted),
    fields: `${APPOINTMENT_FIELDS},appointmentUUID`,
    readRow: readAppointmentRow,
  });
  const rows = found.filter((row) => row !== undefined);
  return {
    sameKey: rows.find(({ appointmentUUID }) => appointmentUUID === wanted.appointmentUuid),
    // The title is compared here: how a string is escaped in `where` is not documented.
    alike: rows.filter(
      (row) =>
        !row.isDeleted &&
        !row.parentAppointment &&
        isOurUuid(row.appointmentUUID) &&
        row.subject === wanted.title &&
        row.dateBegin === wanted.startMs &&
        row.dateEnd === wanted.endMs,
    ),
  };
};
