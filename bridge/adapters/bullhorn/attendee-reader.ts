/** Reads who attends which appointments. A failure to read is a failure: attendees that could not be read are never none. */
import type { CalendarContext } from '../calendar-adapter';
import { attendeesWhere } from './appointment-query';
import type { BullhornDependencies } from './dependencies';
import { attendeeWithAppointmentFields, listedAttendeeFields } from './field-selection';
import { inParallel } from './in-parallel';
import { readAttendeeRow } from './query-rows';
import { attendedAppointmentSchema, type AppointmentRow, type AttendeeRow } from './schema';
import { isTooLarge } from './shorter-pages';

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

/** Links as they were read; undefined for one that could not be. */
type ReadLinks = readonly (AttendeeRow | undefined)[];

/** Who attends, and how many of them could not be read. */
export interface ReadAttendees {
  readonly links: readonly AttendeeRow[];
  readonly unreadable: number;
}

const readable = (rows: ReadLinks, { log }: Pick<BullhornDependencies, 'log'>): ReadAttendees => {
  const links = rows.filter((row) => row !== undefined);
  const unreadable = rows.length - links.length;
  if (unreadable > 0) log.warn({ unreadable }, 'Bullhorn attendees could not be read');
  return { links, unreadable };
};

export interface AttendeesByAppointment {
  /** By the appointment's id; an appointment without any is not in the map. */
  readonly links: ReadonlyMap<string, readonly AttendeeRow[]>;
  readonly unreadable: number;
}

/** The links of many appointments. */
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
  const read = readable(pages.flat(), dependencies);
  const links = new Map<string, AttendeeRow[]>();
  for (const link of read.links) {
    const { id } = link.appointment;
    const known = links.get(id);
    if (known) known.push(link);
    else links.set(id, [link]);
  }
  return { links, unreadable: read.unreadable };
};

export interface AttendeesOfAppointment extends ReadAttendees {
  /** Undefined where nobody attends, or where it cannot be read beside its attendees. */
  readonly row: AppointmentRow | undefined;
}

interface AttendedRow {
  readonly link: AttendeeRow | undefined;
  readonly appointment: AppointmentRow | undefined;
}

const attendedRows = async (
  { client }: BullhornDependencies,
  context: CalendarContext,
  where: string,
): Promise<readonly AttendedRow[]> => {
  try {
    return await client.queryAll(context, 'AppointmentAttendee', {
      where,
      fields: attendeeWithAppointmentFields,
      // Each attendee repeats the appointment: of a long description the shorter pages are too large, too.
      shortensPages: false,
      readRow: (row) => ({
        link: readAttendeeRow(row),
        appointment: attendedAppointmentSchema.safeParse(row).data?.appointment,
      }),
    });
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return client.queryAll(context, 'AppointmentAttendee', {
      where,
      fields: listedAttendeeFields,
      readRow: (row) => ({ link: readAttendeeRow(row), appointment: undefined }),
    });
  }
};

/**
 * The links of one appointment and, beside them, the appointment: where somebody attends, both take one call. The
 * appointment is left to another call where its description is so long that it cannot come with every attendee.
 */
export const readAttendeesOf = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  appointmentId: string,
): Promise<AttendeesOfAppointment> => {
  const rows = await attendedRows(dependencies, context, attendeesWhere([appointmentId]));
  const read = readable(
    rows.map(({ link }) => link),
    dependencies,
  );
  const ofAppointment = rows.find(({ appointment }) => appointment?.id === appointmentId);
  return { ...read, row: ofAppointment?.appointment };
};
