/** What of a patch really differs from the entry as it is. The client sends every field with every edit. Pure. */
import type { AppointmentPatch } from '../../../src/contract/change.schema';
import { AppointmentError } from '../../../src/contract/failure';
import { isoUtc } from '../../../src/contract/time/iso';
import { isMoved, patchedTimes } from '../patched-times';
import type { ClioAssumptions } from './assumptions';
import {
  attendeeDifference,
  attendeeOperations,
  isNoDifference,
  wantedAttendees,
  type AttendeeDifference,
} from './attendee-operations';
import type { EntryBody } from './entry-body';
import { withUnixLineEnds, type EntryContent } from './mapper';

type ChangedFields = Omit<EntryBody, 'send_email_notification' | 'external_properties'>;

export interface EntryChanges {
  /** Only what differs; empty for nothing. */
  readonly fields: ChangedFields;
  readonly attendees: AttendeeDifference;
  /** The status is to be noted anew. */
  readonly isStatusChanged: boolean;
  /** The entry as it will be. */
  readonly next: EntryContent;
}

/** An all-day entry becomes a timed one when it is given other times. */
const timeFields = (current: EntryContent, next: EntryContent): ChangedFields => {
  const isStartSame = next.startMs === current.startMs;
  const isEndSame = next.endMs === current.endMs;
  if (isStartSame && isEndSame) return {};
  if (current.isAllDay) {
    return { all_day: false, start_at: isoUtc(next.startMs), end_at: isoUtc(next.endMs) };
  }
  return {
    ...(isStartSame ? {} : { start_at: isoUtc(next.startMs) }),
    ...(isEndSame ? {} : { end_at: isoUtc(next.endMs) }),
  };
};

/** @throws AppointmentError unsupported for a status that Clio has no place for */
const statusAfter = (current: EntryContent, { status }: AppointmentPatch): EntryContent['status'] => {
  if (status === undefined || status === current.status || status === 'scheduled') {
    return status ?? current.status;
  }
  throw new AppointmentError(
    'unsupported',
    `Clio keeps no status of a calendar entry, so it cannot be set to ${status}, and nothing was changed. Note it in the title or the description instead.`,
  );
};

const nextOf = (
  current: EntryContent,
  patch: AppointmentPatch,
  { added, removed }: AttendeeDifference,
): EntryContent => {
  const times = patchedTimes(current, patch);
  return {
    ...current,
    title: patch.title ?? current.title,
    description: withUnixLineEnds(patch.summary ?? current.description),
    location: patch.location ?? current.location,
    status: statusAfter(current, patch),
    ...times,
    isAllDay: current.isAllDay && !isMoved(current, times),
    attendees: [...current.attendees.filter((one) => !removed.includes(one)), ...added],
  };
};

const NO_DIFFERENCE: AttendeeDifference = { added: [], removed: [] };

/** @throws AppointmentError unsupported for a status that Clio has no place for, invalid_request for a start that is none */
export const changesOf = (
  current: EntryContent,
  patch: AppointmentPatch,
  attendeeIds: ClioAssumptions['attendeeIds'],
): EntryChanges => {
  const attendees = patch.contacts
    ? attendeeDifference(current, wantedAttendees(patch.contacts, current.attendees), attendeeIds)
    : NO_DIFFERENCE;
  const next = nextOf(current, patch, attendees);
  return {
    fields: {
      ...(next.title === current.title ? {} : { summary: next.title }),
      ...(next.description === current.description ? {} : { description: next.description }),
      ...(next.location === current.location ? {} : { location: next.location }),
      ...timeFields(current, next),
      ...(isNoDifference(attendees) ? {} : { attendees: attendeeOperations(attendees) }),
    },
    attendees,
    isStatusChanged: next.status !== current.status,
    next,
  };
};
