/**
 * Folds the copies that Bullhorn makes of an appointment for each invited user into the appointment itself: the parent,
 * which has the attendees (rest-api-docs, Appointment). Pure.
 */
import type { AppointmentRow } from './schema';

/** What of the parent is known from the copy of a user who may not see the parent itself. */
const inPlaceOfParent = (copy: AppointmentRow, parent: NonNullable<AppointmentRow['parentAppointment']>) => ({
  ...copy,
  id: parent.id,
  owner: parent.owner,
  // Empty where the tenant does not tell it: that of the copy is never that of the parent.
  dateLastModified: parent.dateLastModified,
  parentAppointment: null,
});

/**
 * Each appointment once, under the id of the parent: as the parent says where it is among the rows, else as a copy says.
 * Copies of a deleted parent are left out.
 */
export const withoutCopies = (rows: readonly AppointmentRow[]): readonly AppointmentRow[] => {
  const appointments = new Map<string, AppointmentRow>();
  for (const row of rows) {
    const parent = row.parentAppointment;
    if (!parent) appointments.set(row.id, row);
  }
  for (const row of rows) {
    const parent = row.parentAppointment;
    if (!parent || parent.isDeleted || appointments.has(parent.id)) continue;
    appointments.set(parent.id, inPlaceOfParent(row, parent));
  }
  return [...appointments.values()];
};
