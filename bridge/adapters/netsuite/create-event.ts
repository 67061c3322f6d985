/**
 * Creates a calendar event: at most three calls when nothing goes wrong, and none that writes before the user's zone is
 * known.
 */
import type { CreateInput } from '../../../src/contract/change.schema';
import { storableText } from '../../../src/contract/plain-text';
import { readInstant } from '../../../src/contract/time/read-instant';
import { createOnce } from '../../idempotency/create-once';
import type { CalendarContext, CreateOptions, SavedAppointment } from '../calendar-adapter';
import type { NetSuiteClient } from './client';
import { readEventBack } from './event-reader';
import { eventWallTimes, type EventRecordBody } from './event-record';
import { attendeeOfReference, eventStatusOf, storedStatusOf, type EventContent } from './mapper';
import { checkedContacts } from './netsuite-id';

const MINUTE_MS = 60_000;

interface CreateDependencies {
  readonly client: NetSuiteClient;
  /** `user`, or the one zone in which the REST Record API takes wall times. */
  readonly recordTimeZone: string;
}

type NewEvent = Omit<EventContent, 'id'>;

const newEventOf = (input: CreateInput, attendees: NewEvent['attendees'], timeZone: string): NewEvent => {
  const startMs = readInstant(input.startTimeUtc) ?? NaN;
  return {
    title: input.title,
    description: input.summary,
    startMs,
    endMs: startMs + input.durationMinutes * MINUTE_MS,
    timeZone,
    isAllDay: false,
    location: input.location ?? '',
    status: storedStatusOf(input.status ?? 'scheduled'),
    attendees,
    organizer: null,
  };
};

const externalIdOf = (idempotencyKey: string): string => `app-connect-${idempotencyKey}`;

/** By its external id the event can be found again, should the answer to its creation be lost. */
const bodyOf = (event: NewEvent, idempotencyKey: string): EventRecordBody => ({
  title: event.title,
  ...eventWallTimes(event.startMs, event.endMs, event.timeZone),
  timedEvent: true,
  message: storableText(event.description),
  status: { id: eventStatusOf(event.status) },
  externalId: externalIdOf(idempotencyKey),
  ...(event.location ? { location: event.location } : {}),
  ...(event.attendees.length > 0
    ? { attendee: { items: event.attendees.map(({ id }) => ({ attendee: { id } })) } }
    : {}),
});

export const createEvent = async (
  { client, recordTimeZone }: CreateDependencies,
  context: CalendarContext,
  input: CreateInput,
  { idempotencyKey, mayExist = false }: CreateOptions,
): Promise<SavedAppointment> => {
  const attendees = checkedContacts(input.contacts).map(attendeeOfReference);
  const timeZone = recordTimeZone === 'user' ? await client.userTimeZone(context) : recordTimeZone;
  const event = newEventOf(input, attendees, timeZone);
  const body = bodyOf(event, idempotencyKey);
  const find = async () => client.findByExternalId(context, externalIdOf(idempotencyKey));
  const madeBefore = mayExist ? await find() : undefined;
  if (madeBefore !== undefined) {
    return { ...(await readEventBack(client, context, { ...event, id: madeBefore })), wasMadeBefore: true };
  }
  // An external id belongs to one record: NetSuite refuses a second event with the same key.
  const once = await createOnce({
    create: async () => client.createEvent(context, body),
    find,
    isKeyUnique: true,
  });
  const id = 'created' in once ? once.created : once.found;
  const saved = await readEventBack(client, context, { ...event, id });
  return once.by === 'earlier-request' ? { ...saved, wasMadeBefore: true } : saved;
};
