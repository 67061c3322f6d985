/** What the Clio checks work with, and what they find out for each other. */
import { z } from 'zod';
import type { CalendarAdapter, CalendarContext } from '../../../bridge/adapters/calendar-adapter';
import type { ClioAssumptions } from '../../../bridge/adapters/clio/assumptions';
import type { VendorReply } from '../../../bridge/http/vendor-reply';
import { pathOf } from '../../../bridge/http/vendor-path';
import type { RequestParameters } from '../../../bridge/http/vendor-request';
import { intlZoneClock } from '../../../src/contract/time/intl-zone-clock';
import { isoUtc } from '../../../src/contract/time/iso';
import { noonAt } from '../clock-change';
import type { CreatedRecords } from '../created-records';
import type { Probe } from '../probe';

/** A person who is signed in. */
export interface ClioPerson {
  /** Made anew for each call, because it says when "now" is. */
  calendar(): CalendarContext;
  readonly probe: Probe;
}

/** Each is found by one check and used by later ones. */
export interface ClioFacts {
  /** IANA name. */
  timeZone?: string;
  calendarId?: string;
  otherCalendarId?: string;
  allDay?: AllDayEcho;
}

/** An all-day entry from noon to the next noon, as Clio gives it back. */
export interface AllDayEcho {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly sentStartMs: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly id: string;
}

export interface ClioCase {
  readonly adapter: CalendarAdapter;
  readonly assumptions: ClioAssumptions;
  readonly user: ClioPerson;
  readonly other: ClioPerson | undefined;
  /** Of the local sandbox, which says whose zone is which. */
  readonly knownTimeZone: string | undefined;
  readonly invitees: readonly string[];
  readonly markedTitle: string;
  readonly created: CreatedRecords;
  readonly nowMs: () => number;
  readonly facts: ClioFacts;
}

const recordSchema = z.record(z.string(), z.unknown());
const rowsSchema = z.object({ data: z.array(recordSchema) });
const entitySchema = z.object({ data: recordSchema });
const idSchema = z.union([z.string(), z.number()]).transform(String);
const attendeesSchema = z.array(z.object({ id: idSchema, type: z.string() })).catch([]);

export type ClioRecord = z.infer<typeof recordSchema>;

/** The rows of an answer; none for an answer that is no list. */
export const rowsOf = (reply: VendorReply): readonly ClioRecord[] =>
  rowsSchema.safeParse(reply.data).data?.data ?? [];

export const recordOf = (reply: VendorReply): ClioRecord =>
  entitySchema.safeParse(reply.data).data?.data ?? {};

export const idOf = (record: ClioRecord): string | undefined => idSchema.safeParse(record['id']).data;

export const attendeesOf = (record: ClioRecord) => attendeesSchema.parse(record['attendees']);

export const epochMsIn = (record: ClioRecord, name: string): number => {
  const text = record[name];
  return typeof text === 'string' ? Date.parse(text) : NaN;
};

export const isOk = ({ status }: VendorReply): boolean => status >= 200 && status < 300;

const ENTRIES = '/api/v4/calendar_entries.json';
const FIELDS =
  'id,summary,start_at,end_at,all_day,permission,parent_calendar_entry_id,calendar_owner{id},attendees{id,type}';

export const entryPath = (id: string): string => `${pathOf`/api/v4/calendar_entries/${id}`}.json`;

export const get = async (
  { probe }: ClioPerson,
  path: string,
  query: RequestParameters,
): Promise<VendorReply> => probe({ method: 'GET', path, query });

export const readEntry = async (person: ClioPerson, id: string): Promise<VendorReply> =>
  get(person, entryPath(id), { fields: FIELDS });

export const listEntries = async (person: ClioPerson, query: RequestParameters): Promise<VendorReply> =>
  get(person, ENTRIES, { fields: FIELDS, ...query });

/** With a series all of its occurrences go. What cannot be read is gone. */
export const removeEntry = async (person: ClioPerson, id: string): Promise<void> => {
  if (!isOk(await readEntry(person, id))) return;
  const { status } = await person.probe({ method: 'DELETE', path: entryPath(id) });
  if (status >= 300) throw new Error(`Clio refused to delete a test entry (HTTP ${status}).`);
};

export const patchEntry = async (person: ClioPerson, id: string, data: object): Promise<VendorReply> =>
  person.probe({ method: 'PATCH', path: entryPath(id), query: { fields: FIELDS }, body: { data } });

export interface Made {
  readonly reply: VendorReply;
  readonly record: ClioRecord;
  /** Undefined where Clio refused it. */
  readonly id: string | undefined;
}

/** Posts an entry of these data, and has it deleted at the end. Nobody gets mail. */
export const postEntry = async (one: ClioCase, data: object, person = one.user): Promise<Made> => {
  const body = { data: { ...data, send_email_notification: false } };
  const reply = await person.probe({ method: 'POST', path: ENTRIES, query: { fields: FIELDS }, body });
  const record = recordOf(reply);
  const id = isOk(reply) ? idOf(record) : undefined;
  if (id !== undefined) {
    one.created.add({ title: one.markedTitle, remove: async () => removeEntry(person, id) });
  }
  return { reply, record, id };
};

const WEEK_DAYS = 7;
const HOUR_MS = 3_600_000;

/**
 * A noon of the user's zone, a month ahead or more, on a day on which the zone is not UTC all day, so that the two can
 * be told apart; a month ahead where it always is.
 */
export const tellingNoonMs = (nowMs: number, timeZone: string): number => {
  const noons = Array.from({ length: 52 }, (_, week) => noonAt(nowMs, timeZone, 31 + week * WEEK_DAYS));
  const isUtc = (epochMs: number): boolean => intlZoneClock.offsetMinutesAt(epochMs, timeZone) === 0;
  const isTelling = (noonMs: number): boolean =>
    !isUtc(noonMs - 13 * HOUR_MS) && !isUtc(noonMs + 13 * HOUR_MS);
  return noons.find(isTelling) ?? noonAt(nowMs, timeZone, 31);
};

/** A quarter of an hour in the user's calendar. */
export const markedEntry = (one: ClioCase, calendarId: string, startMs: number) => ({
  calendar_owner: { id: Number(calendarId) },
  summary: one.markedTitle,
  start_at: isoUtc(startMs),
  end_at: isoUtc(startMs + 900_000),
});

/**
 * A marked entry that a check needs.
 * @throws Error when Clio refuses it
 */
export const requiredEntry = async (
  one: ClioCase,
  data: object,
  person = one.user,
): Promise<{ readonly id: string; readonly record: ClioRecord }> => {
  const { id, record, reply } = await postEntry(one, data, person);
  if (id === undefined) throw new Error(`Clio refused a test entry (HTTP ${reply.status}).`);
  return { id, record };
};
