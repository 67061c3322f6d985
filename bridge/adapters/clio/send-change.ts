/** Sends a change of one calendar entry, on condition that nobody else has changed it since it was read. */
import { AppointmentError } from '../../../src/contract/failure';
import type { CalendarContext } from '../calendar-adapter';
import type { EntryBody } from './entry-body';
import { readEntry } from './entry-reader';
import { appointmentOf } from './mapper';
import type { ClioParts } from './parts';
import type { CalendarEntry, WrittenEntry } from './schema';

/** As it now is in Clio, for the one whose change came too late; without it where it cannot be had. */
const conflictWith = async (
  parts: ClioParts,
  context: CalendarContext,
  id: string,
  conflict: AppointmentError,
): Promise<AppointmentError> => {
  try {
    const { content } = await readEntry(parts, context, id);
    return new AppointmentError('conflict', conflict.message, {
      details: { ...conflict.details, appointment: appointmentOf(content) },
    });
  } catch {
    return conflict;
  }
};

/** @throws AppointmentError conflict, with the entry as it now is, where somebody else was faster (412) */
export const sendChange = async (
  parts: ClioParts,
  context: CalendarContext,
  { id, etag }: CalendarEntry,
  body: Omit<EntryBody, 'send_email_notification'>,
): Promise<WrittenEntry> => {
  const { client, sendEmailNotification } = parts;
  const whole = { ...body, send_email_notification: sendEmailNotification };
  try {
    return await client.changeEntry(context, { id, etag }, whole);
  } catch (error) {
    if (!(error instanceof AppointmentError) || error.code !== 'conflict') throw error;
    throw await conflictWith(parts, context, id, error);
  }
};
