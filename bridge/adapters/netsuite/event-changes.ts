/** What of a patch really differs from the event as it is. The client sends every field with every edit. Pure. */
import { AppointmentError } from '../../../src/contract/failure';
import type { AppointmentPatch } from '../../../src/contract/change.schema';
import { plainTextFromHtml, storableText } from '../../../src/contract/plain-text';
import { readInstant } from '../../../src/contract/time/read-instant';
import { eventWallTimes, type EventRecordBody } from './event-record';
import { attendeeOfReference, eventStatusOf, storedStatusOf, type EventContent } from './mapper';
import type { AttendeeLine } from './schema';

const MINUTE_MS = 60_000;

export interface AttendeeChange {
  readonly removedIds: ReadonlySet<string>;
  readonly addedIds: readonly string[];
}

export interface EventChanges {
  /** Only what differs; attendees apart, because their lines must be read before. */
  readonly body: EventRecordBody;
  readonly attendees?: AttendeeChange;
  /** The event as it will be. */
  readonly next: EventContent;
}

interface ChangeOptions {
  /** Zone in which the REST Record API takes wall times. */
  readonly recordTimeZone: string;
  /** The event has several occurrences. */
  readonly repeats: boolean;
}

/** A form shows minutes: a start that only lost its seconds on the way through one is the same start. */
const isSameStart = (given: number, current: number): boolean =>
  given === current || given === Math.floor(current / MINUTE_MS) * MINUTE_MS;

const startAndEnd = (
  current: EventContent,
  patch: AppointmentPatch,
): { readonly startMs: number; readonly endMs: number } => {
  const given = patch.startTimeUtc === undefined ? undefined : readInstant(patch.startTimeUtc);
  const startMs = given === undefined || isSameStart(given, current.startMs) ? current.startMs : given;
  const lengthMs =
    patch.durationMinutes === undefined ? current.endMs - current.startMs : patch.durationMinutes * MINUTE_MS;
  return { startMs, endMs: startMs + lengthMs };
};

/** An all-day event becomes a timed one when it is given times; otherwise its times stay NetSuite's own. */
const timesBody = (
  current: EventContent,
  next: EventContent,
  { recordTimeZone, repeats }: ChangeOptions,
): EventRecordBody => {
  if (next.startMs === current.startMs && next.endMs === current.endMs) return {};
  if (repeats) {
    throw new AppointmentError(
      'unsupported',
      'This event repeats, and NetSuite lets the times of a repeating event be changed only in its own calendar.',
    );
  }
  return {
    ...eventWallTimes(next.startMs, next.endMs, recordTimeZone),
    ...(current.isAllDay ? { allDayEvent: false, timedEvent: true } : {}),
  };
};

/** The organizer stays on the list whatever the client sends: it lists whom one meets, not who calls the meeting. */
const wantedIdsOf = (current: EventContent, contacts: AppointmentPatch['contacts']): ReadonlySet<string> => {
  const wanted = new Set(contacts?.map(({ id }) => id));
  const organizerId = current.organizer?.id;
  if (organizerId && current.attendees.some(({ id }) => id === organizerId)) wanted.add(organizerId);
  return wanted;
};

const attendeeChange = (current: EventContent, wanted: ReadonlySet<string>): AttendeeChange | undefined => {
  const currentIds = new Set(current.attendees.map(({ id }) => id));
  const removedIds = new Set([...currentIds].filter((id) => !wanted.has(id)));
  const addedIds = [...wanted].filter((id) => !currentIds.has(id));
  return removedIds.size + addedIds.length > 0 ? { removedIds, addedIds } : undefined;
};

const nextOf = (
  current: EventContent,
  patch: AppointmentPatch,
  wanted: ReadonlySet<string>,
): EventContent => {
  const isSameText =
    patch.summary === undefined ||
    patch.summary === current.description ||
    plainTextFromHtml(patch.summary) === current.description;
  const { startMs, endMs } = startAndEnd(current, patch);
  const isMoved = startMs !== current.startMs || endMs !== current.endMs;
  const stayed = current.attendees.filter(({ id }) => wanted.has(id));
  const stayedIds = new Set(stayed.map(({ id }) => id));
  const added = (patch.contacts ?? []).filter(({ id }) => !stayedIds.has(id)).map(attendeeOfReference);
  return {
    ...current,
    title: patch.title ?? current.title,
    description: isSameText ? current.description : (patch.summary ?? ''),
    location: patch.location ?? current.location,
    status: patch.status ? storedStatusOf(patch.status) : current.status,
    startMs,
    endMs,
    isAllDay: current.isAllDay && !isMoved,
    attendees: patch.contacts ? [...stayed, ...added] : current.attendees,
  };
};

/**
 * @throws AppointmentError invalid_request for times that NetSuite cannot store, unsupported for those of a repeating
 *   event
 */
export const changesOf = (
  current: EventContent,
  patch: AppointmentPatch,
  options: ChangeOptions,
): EventChanges => {
  const wanted = wantedIdsOf(current, patch.contacts);
  const next = nextOf(current, patch, wanted);
  const attendees = patch.contacts ? attendeeChange(current, wanted) : undefined;
  return {
    body: {
      ...(next.title === current.title ? {} : { title: next.title }),
      ...(next.description === current.description ? {} : { message: storableText(next.description) }),
      ...(next.location === current.location ? {} : { location: next.location }),
      ...(next.status === current.status ? {} : { status: { id: eventStatusOf(next.status) } }),
      ...timesBody(current, next, options),
    },
    ...(attendees ? { attendees } : {}),
    next,
  };
};

/** All lines of the event after the change: those that stay keep their response and attendance. */
export const attendeeItems = (
  lines: readonly AttendeeLine[],
  { removedIds, addedIds }: AttendeeChange,
): readonly AttendeeLine[] => {
  const kept = lines.filter(({ attendee }) => !removedIds.has(attendee.id));
  const keptIds = new Set(kept.map(({ attendee }) => attendee.id));
  return [...kept, ...addedIds.filter((id) => !keptIds.has(id)).map((id) => ({ attendee: { id } }))];
};
