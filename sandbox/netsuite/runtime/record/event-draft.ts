/** A calendar event as a script edits it: dates and times on the caller's wall clock, until it is saved. */
import type { AccessLevel, CalendarEvent, EventAttendee, EventStatus } from '../../entities';
import { nextInternalId } from '../../internal-ids';
import { epochMsToWall, wallAsUtcMs, wallToEpochMs } from '../../zone-time';
import { zoneOfEvent } from '../event-zone';
import type { CalendarDay } from '../format/user-date-format';
import type { TimeOfDay } from '../format/user-time-format';
import type { RunContext } from '../run-context';
import { SuiteScriptFault, notEmulated } from '../suitescript-fault';

export interface EventDraft {
  /** Undefined for a record that was created and not saved. */
  readonly event: CalendarEvent | undefined;
  title: string;
  message: string;
  location: string;
  status: EventStatus;
  accessLevel: AccessLevel;
  organizerId: string;
  allDay: boolean;
  day: CalendarDay | undefined;
  startTime: TimeOfDay | undefined;
  endTime: TimeOfDay | undefined;
  attendees: EventAttendee[];
}

const allDayStart: TimeOfDay = { hour: 8, minute: 0, second: 0 };
const allDayEnd: TimeOfDay = { hour: 18, minute: 0, second: 0 };

/** The first occurrence is the event itself. */
export function draftOf(event: CalendarEvent, context: RunContext): EventDraft {
  const zone = zoneOfEvent(event, context.user, context.switches);
  const start = epochMsToWall(event.occurrences[0].startMs, zone);
  return {
    event,
    title: event.title,
    message: event.message,
    location: event.location,
    status: event.status,
    accessLevel: event.accessLevel,
    organizerId: event.organizerId,
    allDay: event.allDay,
    day: { year: start.year, month: start.month, day: start.day },
    startTime: event.allDay ? allDayStart : timeOf(start),
    endTime: event.allDay ? allDayEnd : timeOf(epochMsToWall(event.occurrences[0].endMs, zone)),
    attendees: [...event.attendees],
  };
}

export function createDraft({ user }: RunContext): EventDraft {
  return {
    event: undefined,
    title: '',
    message: '',
    location: '',
    status: 'CONFIRMED',
    accessLevel: 'PUBLIC',
    organizerId: user.employeeId,
    allDay: false,
    day: undefined,
    startTime: undefined,
    endTime: undefined,
    attendees: [],
  };
}

/** Puts the draft into the account and gives its internal id. */
export function saveDraft(draft: EventDraft, context: RunContext): string {
  const { state, user } = context;
  const nowMs = context.nowMs();
  const internalId = draft.event?.internalId ?? nextInternalId(state.events);
  const { title, message, location, status, accessLevel, organizerId, allDay, attendees } = draft;
  state.events.set(internalId, {
    internalId,
    externalId: draft.event?.externalId ?? '',
    title,
    message,
    location,
    status,
    accessLevel,
    organizerId,
    allDay,
    attendees: [...attendees],
    ownerId: draft.event?.ownerId ?? user.employeeId,
    timeZone: draft.event?.timeZone ?? user.preferences.timeZone,
    occurrences: occurrencesOf(draft, context),
    createdMs: draft.event?.createdMs ?? nowMs,
    lastModifiedMs: nowMs,
  });
  return internalId;
}

function occurrencesOf(draft: EventDraft, context: RunContext): CalendarEvent['occurrences'] {
  const { day, startTime, endTime, event } = draft;
  if (draft.title === '' || day === undefined || startTime === undefined || endTime === undefined) {
    throw new SuiteScriptFault(
      'MISSING_MANDATORY_FIELDS',
      'Please enter value(s) for: title, startdate, starttime, endtime (Records Browser: required).',
    );
  }
  if (event !== undefined && hasSameTimes(draft, draftOf(event, context))) return event.occurrences;
  if (event !== undefined && event.occurrences.length > 1) {
    throw notEmulated('moving a recurring event (section_N3184172: not supported in SuiteScript)');
  }
  const zone =
    event === undefined
      ? context.user.preferences.timeZone
      : zoneOfEvent(event, context.user, context.switches);
  const startMs = wallToEpochMs({ ...day, ...startTime }, zone);
  const endMs = wallToEpochMs({ ...day, ...endTime }, zone);
  if (endMs < startMs) {
    throw new SuiteScriptFault(
      'INVALID_FLD_VALUE',
      'endtime is before starttime: an event cannot extend past midnight (section_N3650565).',
    );
  }
  return [{ startMs, endMs }];
}

function hasSameTimes(left: EventDraft, right: EventDraft): boolean {
  return left.allDay === right.allDay && wallRange(left) === wallRange(right);
}

function timeOf({ hour, minute, second }: TimeOfDay): TimeOfDay {
  return { hour, minute, second };
}

/** The date and the times of a draft in a form that compares with `===`. */
function wallRange({ day, startTime, endTime }: EventDraft): string {
  const wallMs = (time: TimeOfDay | undefined) =>
    day === undefined || time === undefined ? undefined : wallAsUtcMs({ ...day, ...time });
  return `${wallMs(startTime)} ${wallMs(endTime)}`;
}
