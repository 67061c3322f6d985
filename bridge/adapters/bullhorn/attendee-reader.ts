/** Reads who attends which appointments. A failure to read is a failure: attendees that could not be read are never none. */
import type { CalendarContext } from '../calendar-adapter';
import { attendeesWhere } from './appointment-query';
import type { BullhornDependencies } from './dependencies';
import { attendeeWithAppointmentFields, listedAttendeeFields } from './field-selection';
import { inParallel } from './in-parallel';
import { readAttendeeRow } from './query-rows';
import { attendedAppointmentSchema, type AppointmentRow, type AttendeeRow } from './schema';

/** Databases under Bullhorn's kind of query take lists of about a thousand; a list is also a line in somebody's log. */
const MAX_IDS_IN_LIST = 500;
/** So many lists go into one query, whose pages then are full: fewer calls than a query for each list. */
const MAX_LISTS_IN_QUERY = 10;

const inParts = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

export const inLists = (ids: readonly string[]): readonly (readonly string[])[] =>
  inParts(ids, MAX_IDS_IN_LIST);

const readable = (
  rows: readonly (AttendeeRow | undefined)[],
  { log }: Pick<BullhornDependencies, 'log'>,
): readonly AttendeeRow[] => {
  const links = rows.filter((row) => row !== undefined);
  if (links.length < rows.length) {
    log.warn({ unreadable: rows.length - links.length }, 'Bullhorn attendees could not be read');
  }
  return links;
};

export type AttendeesByAppointment = ReadonlyMap<string, readonly AttendeeRow[]>;

/** The links of many appointments, by the appointment's id; an appointment without any is not in the map. */
export const readAttendees = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  appointmentIds: readonly string[],
): Promise<AttendeesByAppointment> => {
  const queries = inParts(inLists(appointmentIds), MAX_LISTS_IN_QUERY);
  const pages = await inParallel(queries, async (lists) =>
    dependencies.client.queryAll(context, 'AppointmentAttendee', {
      where: attendeesWhere(...lists),
      fields: listedAttendeeFields,
      readRow: readAttendeeRow,
    }),
  );
  const links = new Map<string, AttendeeRow[]>();
  for (const link of readable(pages.flat(), dependencies)) {
    const { id } = link.appointment;
    const known = links.get(id);
    if (known) known.push(link);
    else links.set(id, [link]);
  }
  return links;
};

export interface AttendeesOfAppointment {
  readonly links: readonly AttendeeRow[];
  /** Undefined where nobody attends, or where it cannot be read beside its attendees. */
  readonly row: AppointmentRow | undefined;
}

/** The links of one appointment and, beside them, the appointment: where somebody attends, both take one call. */
export const readAttendeesOf = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  appointmentId: string,
): Promise<AttendeesOfAppointment> => {
  const rows = await dependencies.client.queryAll(context, 'AppointmentAttendee', {
    where: attendeesWhere([appointmentId]),
    fields: attendeeWithAppointmentFields,
    readRow: (row) => ({
      link: readAttendeeRow(row),
      appointment: attendedAppointmentSchema.safeParse(row).data?.appointment,
    }),
  });
  const links = readable(
    rows.map(({ link }) => link),
    dependencies,
  );
  const ofAppointment = rows.find(({ appointment }) => appointment?.id === appointmentId);
  return { links, row: ofAppointment?.appointment };
};
