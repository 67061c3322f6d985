/** Creates a calendar event: at most three calls, and none that writes before the user's zone is known. */
import { AppointmentError } from '../../../src/contract/failure';
import type { CreateInput } from '../../../src/contract/change.schema';
import { storableText } from '../../../src/contract/plain-text';
import { readInstant } from '../../../src/contract/time/iso';
import type { CalendarContext, SavedAppointment } from '../calendar-adapter';
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

/**
 * An external id belongs to one record, so NetSuite refuses a second event with the same key: then the one that an
 * earlier request made is the answer.
 */
const createOnce = async (
  client: NetSuiteClient,
  context: CalendarContext,
  body: EventRecordBody,
  externalId: string,
): Promise<string> => {
  try {
    return await client.createEvent(context, body);
  } catch (error) {
    const isRefused = error instanceof AppointmentError && error.code === 'invalid_request';
    const madeBefore = isRefused ? await client.findByExternalId(context, externalId) : undefined;
    if (madeBefore === undefined) throw error;
    return madeBefore;
  }
};

export const createEvent = async (
  { client, recordTimeZone }: CreateDependencies,
  context: CalendarContext,
  input: CreateInput,
  idempotencyKey: string,
): Promise<SavedAppointment> => {
  const attendees = checkedContacts(input.contacts).map(attendeeOfReference);
  const timeZone = recordTimeZone === 'user' ? await client.userTimeZone(context) : recordTimeZone;
  const event = newEventOf(input, attendees, timeZone);
  const id = await createOnce(client, context, bodyOf(event, idempotencyKey), externalIdOf(idempotencyKey));
  return readEventBack(client, context, { ...event, id });
};
