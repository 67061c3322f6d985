/** Makes the row that App Connect reads of a calendar event. Pure. */
import { htmlSafeText, plainTextFromHtml } from '../contract/plain-text';
import type { CalendarEventAttendee, CalendarEventRow, ResponseId } from '../contract/restlets';
import { dayText, isoUtc, timeText } from '../contract/time/iso';
import { utcOffsetText } from '../contract/time/zone-arithmetic';
import type { EventTimes } from './event-times';
import type { AttendeeRecord, EventRecord, PersonKindAndEmail } from './ports';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** App Connect knows no end date: it takes the first such time of day after the start, and an empty one for no length. */
const endTimeForAppConnect = ({ startMs, endMs }: EventTimes): string => {
  if (endMs === startMs) return '';
  return timeText(endMs - startMs >= DAY_MS ? startMs : endMs);
};

/** NetSuite spells the missing answer NO_RESPONSE or NORESPONSE (netsuite.md §1.2). */
const responseId = (response: string): ResponseId => {
  const id = response.toUpperCase();
  return id === 'ACCEPTED' || id === 'DECLINED' || id === 'TENTATIVE' ? id : 'NO_RESPONSE';
};

export const toAttendee = (
  record: AttendeeRecord,
  person: PersonKindAndEmail | undefined,
): CalendarEventAttendee => ({
  id: record.id,
  name: record.name === '' ? record.id : record.name,
  type: person?.type ?? record.type,
  status: responseId(record.response),
  email: person?.email ?? record.email,
});

export interface RowParts {
  readonly record: EventRecord;
  readonly times: EventTimes;
  readonly attendees: readonly CalendarEventAttendee[];
  readonly timeZone: string;
  /** Offset of the user's zone at the start. */
  readonly offsetMinutes: number;
}

export const toCalendarEventRow = ({
  record,
  times,
  attendees,
  timeZone,
  offsetMinutes,
}: RowParts): CalendarEventRow => ({
  id: record.id,
  title: record.title,
  message: htmlSafeText(plainTextFromHtml(record.message)),
  startDate: dayText(times.startMs),
  startTime: timeText(times.startMs),
  endTime: endTimeForAppConnect(times),
  status: record.status.toUpperCase(),
  attendees,
  startTimeUtc: isoUtc(times.startMs),
  endTimeUtc: isoUtc(times.endMs),
  durationMinutes: (times.endMs - times.startMs) / MINUTE_MS,
  timeZone,
  utcOffset: utcOffsetText(offsetMinutes),
  isAllDay: times.isAllDay,
  location: record.location,
  organizer: record.organizerId === '' ? null : { id: record.organizerId, name: record.organizerName },
  lastModified: record.lastModified,
});
