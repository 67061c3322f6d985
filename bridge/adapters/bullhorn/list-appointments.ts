/** Lists appointments by overlap with whole days of the user's zone, each once, with everybody who attends. */
import type { AppointmentRange } from '../../../src/contract/range.schema';
import {
  defaultDayRange,
  isWithin,
  windowOfDays,
  type TimeWindow,
} from '../../../src/contract/time/day-range';
import { intlZoneClock } from '../../../src/contract/time/intl-zone-clock';
import { checkedId } from '../appointment-id';
import { byStart, compareNumericIds } from '../by-start';
import type { AppointmentList, CalendarContext } from '../calendar-adapter';
import {
  appointmentsWhere,
  attendedWhere,
  type AppointmentFilter,
  type Participation,
} from './appointment-query';
import { inLists, readAttendees } from './attendee-reader';
import { BULLHORN_ID, checkedUserId } from './bullhorn-id';
import type { BullhornClient } from './client';
import type { BullhornDependencies } from './dependencies';
import { listedAppointmentFields } from './field-selection';
import { inParallel } from './in-parallel';
import { withoutCopies } from './invitee-copies';
import { appointmentOf, contentOfRow, timesOfRow } from './mapper';
import { readAppointmentRow, readAttendeeRow } from './query-rows';
import type { AppointmentRow } from './schema';

/** Bullhorn keeps no zone for its users that could be read without doubt (bullhorn-clio.md §1.10). */
const windowOf = ({ startDate, endDate }: AppointmentRange, { timeZone = 'UTC', nowMs }: CalendarContext) => {
  const days =
    startDate === undefined || endDate === undefined
      ? defaultDayRange(nowMs, timeZone, intlZoneClock)
      : { startDate, endDate };
  return windowOfDays(days, timeZone, intlZoneClock);
};

const attendedIdsOf = async (
  client: BullhornClient,
  context: CalendarContext,
  contactId: string,
  window: TimeWindow,
): Promise<readonly string[]> => {
  const where = attendedWhere(contactId, window);
  const rows = await client.queryAll(context, 'AppointmentAttendee', {
    where,
    fields: 'id,appointment(id),attendee(id)',
    readRow: (row) => readAttendeeRow(row)?.appointment.id,
  });
  return [...new Set(rows.filter((id) => id !== undefined))];
};

/** The parts in which a person's appointments are asked for: one, unless they are more than a list of ids holds. */
const participationsOf = async (
  { client }: BullhornDependencies,
  context: CalendarContext,
  personId: string,
  window: TimeWindow,
): Promise<readonly Participation[]> => {
  const lists = inLists(await attendedIdsOf(client, context, personId, window));
  return (lists.length > 0 ? lists : [[]]).map((attendedIds) => ({ personId, attendedIds }));
};

/** One filter, or several whose results make the list together. */
const filtersOf = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  { contactId, mineOnly = true }: AppointmentRange,
  window: TimeWindow,
): Promise<readonly AppointmentFilter[]> => {
  const userId = mineOnly ? checkedUserId(context.userId) : undefined;
  const personId = contactId === undefined ? undefined : checkedId(contactId, BULLHORN_ID, 'contactId');
  const { inviteesHaveCopies } = dependencies.settings;
  const attended = async (id: string | undefined) =>
    id === undefined ? [undefined] : participationsOf(dependencies, context, id, window);
  const owned = userId === undefined ? undefined : { personId: userId, attendedIds: [] };
  const users = inviteesHaveCopies ? [owned] : await attended(userId);
  const contacts = await attended(personId);
  return users.flatMap((user) => contacts.map((contact) => ({ window, user, contact })));
};

interface ReadRows {
  readonly rows: readonly AppointmentRow[];
  readonly skipped: number;
}

const readRows = async (
  client: BullhornClient,
  context: CalendarContext,
  filters: readonly AppointmentFilter[],
): Promise<ReadRows> => {
  const found = await inParallel(filters, async (filter) =>
    client.queryAll(context, 'Appointment', {
      where: appointmentsWhere(filter),
      fields: listedAppointmentFields,
      readRow: readAppointmentRow,
    }),
  );
  const all = found.flat();
  const rows = all.filter((row) => row !== undefined);
  return { rows, skipped: all.length - rows.length };
};

export const listAppointments = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  range: AppointmentRange,
): Promise<AppointmentList> => {
  const { client, settings } = dependencies;
  const { timeZone } = context;
  const window = windowOf(range, context);
  const filters = await filtersOf(dependencies, context, range, window);
  const { rows, skipped } = await readRows(client, context, filters);
  const mapping = { settings, timeZone };
  const listed = withoutCopies(rows).filter((row) => {
    const { startMs, endMs } = timesOfRow(row, mapping);
    return isWithin(window, startMs, endMs);
  });
  const { links, unreadable } = await readAttendees(
    dependencies,
    context,
    listed.map(({ id }) => id),
  );
  const appointments = listed
    .map((row) => appointmentOf(contentOfRow(row, links.get(row.id) ?? [], mapping)))
    .sort(byStart(range.range, compareNumericIds));
  return { appointments, skipped: skipped + unreadable };
};
