/** Makes the doctor's own events, and finds them again as a person's listing RESTlet shows them. */
import { pathOf } from '../../../bridge/http/vendor-path';
import type { VendorReply } from '../../../bridge/http/vendor-reply';
import { AppointmentError } from '../../../src/contract/failure';
import type { MarkedEvent, NetSuiteCase } from './netsuite-case';
import type { NetSuitePerson } from './netsuite-person';
import { isOk, listingSchema, recordSchema, type Row } from './netsuite-replies';

export const eventPath = (id: string): string => pathOf`/calendarEvent/${id}`;

/** Deletes an event; one that is gone already is no failure. */
const removeEvent = async ({ user }: NetSuiteCase, id: string): Promise<void> => {
  const { status } = await user.record({ method: 'DELETE', path: eventPath(id) });
  if (status !== 404 && (status < 200 || status >= 300))
    throw new Error(`The event was not deleted: ${status}.`);
};

/** To be called as soon as there is an id. */
const keepForRemoval = (one: NetSuiteCase, id: string): void =>
  one.created.add({ title: one.markedTitle, remove: async () => removeEvent(one, id) });

const MINUTES = 30;

/** Through the adapter, as App Connect's users make theirs. */
export const createMarked = async (
  one: NetSuiteCase,
  { name, startMs }: Omit<MarkedEvent, 'id'>,
): Promise<MarkedEvent> => {
  const { appointmentId: id } = await one.adapter.createAppointment(
    one.user.calendar(),
    {
      title: one.markedTitle,
      summary: '',
      startTimeUtc: new Date(startMs).toISOString(),
      durationMinutes: MINUTES,
      contacts: [],
    },
    { idempotencyKey: `${one.markedTitle.replaceAll(' ', '-')}-${name}` },
  );
  keepForRemoval(one, id);
  return { id, name, startMs };
};

/** Through the REST Record API itself, for what the adapter never makes. The answer is given as it is. */
export const createRecord = async (
  one: NetSuiteCase,
  fields: Readonly<Record<string, unknown>>,
): Promise<{ readonly id: string | undefined; readonly reply: VendorReply }> => {
  const body = { title: one.markedTitle, ...fields };
  const reply = await one.user.record({ method: 'POST', path: '/calendarEvent', body });
  const id = /\/(\d{1,19})\/?$/.exec(reply.headers['location'] ?? '')?.[1];
  if (id !== undefined) keepForRemoval(one, id);
  else if (isOk(reply)) one.created.mayExist(one.markedTitle);
  return { id, reply };
};

/** The event as the person's listing shows it; undefined where it does not. */
export const rowOf = async (person: NetSuitePerson, id: string): Promise<Row | undefined> => {
  const reply = await person.restlet('calendarEvents', { id });
  return listingSchema.safeParse(reply.data).data?.data.find((row) => row.id === id);
};

/** @throws AppointmentError upstream_invalid where the person who made it does not see it */
export const ownRowOf = async (one: NetSuiteCase, id: string): Promise<Row> => {
  const row = await rowOf(one.user, id);
  if (row) return row;
  throw new AppointmentError(
    'upstream_invalid',
    'The listing RESTlet does not show the event that was just made.',
  );
};

/** Zone of the event and its attendees' ids, as the REST Record API gives them. */
export const recordOf = async (
  { user }: NetSuiteCase,
  id: string,
): Promise<{
  readonly timeZone: string | undefined;
  readonly attendeeIds: readonly string[] | undefined;
}> => {
  const reply = await user.record({
    method: 'GET',
    path: eventPath(id),
    query: { expandSubResources: true },
  });
  const record = recordSchema.safeParse(reply.data).data;
  return {
    timeZone: record?.timezone,
    attendeeIds: record?.attendee?.items.map(({ attendee }) => attendee.id),
  };
};
