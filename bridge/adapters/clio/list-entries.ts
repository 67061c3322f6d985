/** Lists calendar entries as appointments: whole days of the caller's zone, or of the Clio user's. */
import type { Appointment } from '../../../src/contract/appointment.schema';
import { defaultDayRange, isWithin, windowOfDays } from '../../../src/contract/time/day-range';
import { AppointmentError } from '../../../src/contract/failure';
import { intlZoneClock } from '../../../src/contract/time/intl-zone-clock';
import { isoUtc } from '../../../src/contract/time/iso';
import type { AppointmentRange } from '../../../src/contract/range.schema';
import { checkedId } from '../appointment-id';
import { byStart } from '../by-start';
import type { AppointmentList, CalendarContext } from '../calendar-adapter';
import { CLIO_RECORD_ID } from './clio-id';
import { readEntries } from './entry-pages';
import { appointmentOf, contentOfEntry, type EntryContent } from './mapper';
import type { ClioParts } from './parts';

const DAY_MS = 86_400_000;
/** Years of five digits have a sign in ISO-8601, and Clio documents none. */
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59);

const checkContactFilter = (contactId: string | undefined, { assumptions }: ClioParts): void => {
  if (contactId === undefined) return;
  checkedId(contactId, CLIO_RECORD_ID, 'contactId');
  if (assumptions.attendeeIds === 'record') return;
  throw new AppointmentError(
    'unsupported',
    'Clio does not say which contacts attend a calendar entry, so entries cannot be listed by contact.',
  );
};

const compareIds = ({ id: one }: Appointment, { id: other }: Appointment): number => (one < other ? -1 : 1);

/** Owned by the user's calendar or attended by it. */
const isOfCalendar = (calendarId: string | undefined, { organizer, attendees }: EntryContent): boolean =>
  calendarId === undefined ||
  organizer?.id === calendarId ||
  attendees.some(({ id, type }) => type === 'Calendar' && id === calendarId);

const isAttendedBy = (contactId: string, { attendees }: EntryContent): boolean =>
  attendees.some(({ id, type }) => type === 'Contact' && id === contactId);

/**
 * Clio passes over parameters that it does not know, and then gives everything: only documented ones are sent, and what
 * Clio cannot filter by is filtered here.
 */
export const listEntries = async (
  parts: ClioParts,
  context: CalendarContext,
  range: AppointmentRange,
): Promise<AppointmentList> => {
  const { client, directory, assumptions } = parts;
  const { contactId, startDate, endDate, mineOnly = true } = range;
  checkContactFilter(contactId, parts);
  const { timeZone } = await directory.userOf(context);
  const calendarId = mineOnly ? await directory.calendarIdOf(context) : undefined;
  const zoneOfDays = context.timeZone ?? timeZone ?? 'UTC';
  const days =
    startDate === undefined || endDate === undefined
      ? defaultDayRange(context.nowMs, zoneOfDays, intlZoneClock)
      : { startDate, endDate };
  const window = windowOfDays(days, zoneOfDays, intlZoneClock);

  const isListed = (content: EntryContent): boolean =>
    isWithin(window, content.startMs, content.endMs) &&
    (assumptions.ownCalendarMatches !== 'owner' || isOfCalendar(calendarId, content)) &&
    (contactId === undefined || isAttendedBy(contactId, content));

  const { entries, skipped } = await readEntries(client, context, {
    query: {
      calendar_id: assumptions.ownCalendarMatches === 'owner' ? undefined : calendarId,
      expanded: true,
      // A day more: to Clio an all-day entry may end with the midnight at which its last day begins.
      from: isoUtc(window.fromMs - DAY_MS),
      to: isoUtc(Math.min(window.toMs, LAST_MS)),
    },
    keep: (entry) => {
      const content = contentOfEntry(entry, { timeZone, assumptions });
      return isListed(content) ? appointmentOf(content) : undefined;
    },
  });
  return { appointments: [...entries].sort(byStart(range.range, compareIds)), skipped };
};
