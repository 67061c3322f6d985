/** Reads one appointment with its attendees: before it is changed, and after. */
import { AppointmentError } from '../../../src/contract/failure';
import type { CalendarContext, SavedAppointment } from '../calendar-adapter';
import { readAttendeesOf, type ReadAttendees } from './attendee-reader';
import type { BullhornDependencies } from './dependencies';
import { contentOfRow, type AppointmentContent } from './mapper';
import type { AppointmentRow } from './schema';

/** Attendees who could not be read are not in `content`, and stay in Bullhorn whatever is changed. */
export interface ReadAppointment extends ReadAttendees {
  readonly content: AppointmentContent;
}

/** For an answer that shows the appointment without them. */
export const unreadableWarning = ({ unreadable }: ReadAppointment): Pick<SavedAppointment, 'warning'> =>
  unreadable > 0
    ? {
        warning:
          'Not every attendee could be read, so somebody is missing here. Look at the appointment in Bullhorn.',
      }
    : {};

export const readAppointmentOf = (
  { settings }: BullhornDependencies,
  { timeZone }: CalendarContext,
  row: AppointmentRow,
  { links, unreadable }: ReadAttendees,
): ReadAppointment => ({ content: contentOfRow(row, links, { settings, timeZone }), links, unreadable });

/**
 * The appointment with this id; for the id of an invitee's copy the appointment it is a copy of.
 * @throws AppointmentError not_found
 */
export const readAppointment = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  id: string,
): Promise<ReadAppointment> => {
  const { client } = dependencies;
  const attending = await readAttendeesOf(dependencies, context, id);
  const row = attending.row ?? (await client.appointment(context, id));
  const parentId = row.parentAppointment?.id;
  if (parentId === undefined) return readAppointmentOf(dependencies, context, row, attending);

  const ofParent = await readAttendeesOf(dependencies, context, parentId);
  const parent = ofParent.row ?? (await client.appointment(context, parentId));
  return readAppointmentOf(dependencies, context, parent, ofParent);
};

const nobody: ReadAttendees = { links: [], unreadable: 0 };

/** The appointment of which it is known that nobody attends it. */
export const readUnattended = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  id: string,
): Promise<ReadAppointment> =>
  readAppointmentOf(dependencies, context, await dependencies.client.appointment(context, id), nobody);

/** @throws AppointmentError conflict for a cancelled appointment */
export const refuseCancelled = ({ id, status }: AppointmentContent): void => {
  if (status !== 'cancelled') return;
  throw new AppointmentError(
    'conflict',
    `Appointment ${id} is cancelled in Bullhorn, so it was not changed. Refresh the list.`,
  );
};
