/** Changes a calendar event: reads it, sends what differs in one PATCH, reads it back. */
import type { AppointmentPatch } from '../../../src/contract/change.schema';
import { requireVersion } from '../../../src/contract/required-version';
import { readInstant } from '../../../src/contract/time/read-instant';
import { settleAmbiguousWrite } from '../../idempotency/settle-ambiguous-write';
import { checkedId } from '../appointment-id';
import type { CalendarContext, ChangeOptions, SavedAppointment } from '../calendar-adapter';
import type { NetSuiteClient } from './client';
import { attendeeItems, changesOf, type EventChanges } from './event-changes';
import { readEvent, readEventBack, type ReadEvent } from './event-reader';
import { changesWithoutLoss } from './long-description';
import { appointmentOfRow } from './mapper';
import { checkedContacts, EVENT_ID } from './netsuite-id';

interface UpdateDependencies {
  readonly client: NetSuiteClient;
  /** `user`, or the one zone in which the REST Record API takes wall times. */
  readonly recordTimeZone: string;
}

interface ReadChange extends ReadEvent, EventChanges {}

/** The event as it is, and what the patch changes of it. */
const readChange = async (
  { client, recordTimeZone }: UpdateDependencies,
  context: CalendarContext,
  eventId: string,
  patch: AppointmentPatch,
  { ifVersion, mayBeDone = false }: ChangeOptions = {},
): Promise<ReadChange> => {
  const startMs = patch.startTimeUtc === undefined ? undefined : readInstant(patch.startTimeUtc);
  const { row, repeats } = await readEvent(client, context, eventId, { version: ifVersion, startMs });
  if (!mayBeDone) requireVersion(appointmentOfRow(row, context.userId), ifVersion);
  const options = { recordTimeZone: recordTimeZone === 'user' ? row.timeZone : recordTimeZone, repeats };
  const changes = await changesWithoutLoss(client, context, {
    row,
    changesFrom: (event) => changesOf(event, patch, options),
  });
  return { row, repeats, ...changes };
};

const changesNothing = ({ attendees, body }: EventChanges): boolean =>
  !attendees && Object.keys(body).length === 0;

/**
 * Confirming and cancelling are such changes too: the event is read first, so that the answer is whole even where it
 * cannot be read back, and an id that is no event is found out before anything is sent to change it.
 * @throws AppointmentError unsupported for the times of a repeating event, and for a description of which only a part is
 *   known; conflict (412), before anything is sent, for another version than the caller's. NetSuite has no condition for a
 *   PATCH (netsuite.md §4): what happens between the reading and the writing goes unnoticed
 */
export const updateEvent = async (
  dependencies: UpdateDependencies,
  context: CalendarContext,
  id: string,
  patch: AppointmentPatch,
  options: ChangeOptions = {},
): Promise<SavedAppointment> => {
  const { client } = dependencies;
  const eventId = checkedId(id, EVENT_ID, 'appointmentId');
  if (patch.contacts) checkedContacts(patch.contacts);
  const change = await readChange(dependencies, context, eventId, patch, options);
  const { row, body, attendees, next } = change;
  const current = appointmentOfRow(row, context.userId);
  if (changesNothing(change)) return { appointmentId: eventId, appointment: current };
  requireVersion(current, options.ifVersion);
  const items = attendees && attendeeItems(await client.attendeeLines(context, row), attendees);
  return settleAmbiguousWrite({
    write: async () => {
      await client.updateEvent(context, eventId, { ...body, ...(items ? { attendee: { items } } : {}) });
      return readEventBack(client, context, next);
    },
    find: async () => {
      const left = await readChange(dependencies, context, eventId, patch);
      const appointment = appointmentOfRow(left.row, context.userId);
      return changesNothing(left) ? { appointmentId: eventId, appointment } : undefined;
    },
  });
};
