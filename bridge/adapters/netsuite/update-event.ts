/** Changes a calendar event: reads it, sends what differs in one PATCH, reads it back. */
import type { AppointmentPatch } from '../../../src/contract/change.schema';
import { readInstant } from '../../../src/contract/time/iso';
import { checkedId } from '../appointment-id';
import type { CalendarContext, SavedAppointment } from '../calendar-adapter';
import type { NetSuiteClient } from './client';
import { attendeeItems, changesOf } from './event-changes';
import { readEvent, readEventBack } from './event-reader';
import { appointmentOfRow, contentOfRow } from './mapper';
import { checkedContacts, NETSUITE_ID } from './netsuite-id';

interface UpdateDependencies {
  readonly client: NetSuiteClient;
  /** `user`, or the one zone in which the REST Record API takes wall times. */
  readonly recordTimeZone: string;
}

/**
 * Confirming and cancelling are such changes too: the event is read first, so that the answer is whole even where it
 * cannot be read back, and an id that is no event is found out before anything is sent to change it.
 */
export const updateEvent = async (
  { client, recordTimeZone }: UpdateDependencies,
  context: CalendarContext,
  id: string,
  patch: AppointmentPatch,
): Promise<SavedAppointment> => {
  const eventId = checkedId(id, NETSUITE_ID, 'appointmentId');
  if (patch.contacts) checkedContacts(patch.contacts);
  const givenStartMs = patch.startTimeUtc === undefined ? undefined : readInstant(patch.startTimeUtc);
  const { row, repeats } = await readEvent(client, context, eventId, givenStartMs);
  const { body, attendees, next } = changesOf(contentOfRow(row), patch, {
    recordTimeZone: recordTimeZone === 'user' ? row.timeZone : recordTimeZone,
    repeats,
  });
  if (!attendees && Object.keys(body).length === 0) {
    return { appointmentId: eventId, appointment: appointmentOfRow(row, context.userId) };
  }
  const items = attendees && attendeeItems(await client.attendeeLines(context, eventId), attendees);
  await client.updateEvent(context, eventId, { ...body, ...(items ? { attendee: { items } } : {}) });
  return readEventBack(client, context, next);
};
