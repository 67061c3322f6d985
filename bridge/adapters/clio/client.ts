/** The calls that are made to Clio's Manage API v4. Each says which fields it wants: without, Clio gives id and etag. */
import { AppointmentError } from '../../../src/contract/failure';
import type { CallPolicy } from '../../http/call-policy';
import type { OnVendorCall } from '../../http/vendor-call';
import { createVendorClient, type VendorClient, type VendorRequest } from '../../http/vendor-client';
import { pathOf } from '../../http/vendor-path';
import type { CalendarContext } from '../calendar-adapter';
import type { ClioAssumptions } from './assumptions';
import type { EntryBody } from './entry-body';
import { explainClioReply } from './explain';
import { baseUrlOf } from './hosts';
import {
  calendarEntryReplySchema,
  deletedOccurrenceReplySchema,
  noBodySchema,
  pageReplySchema,
  userReplySchema,
  writtenEntryReplySchema,
  type CalendarEntry,
  type Page,
  type UserReply,
  type WrittenEntry,
} from './schema';

export interface ClioClientOptions {
  /** Replaces the host of every region, for a sandbox or a test (CLIO_BASE_URL). */
  readonly clioBaseUrl?: string | undefined;
  readonly timeoutMs?: number | undefined;
  /** Told of every call to Clio. */
  readonly onCall?: OnVendorCall | undefined;
  readonly callPolicy?: CallPolicy | undefined;
}

type Query = NonNullable<VendorRequest['query']>;

interface ReadingCalls {
  /** @throws AppointmentError forbidden where the developer app lacks the Users permission */
  user(context: CalendarContext): Promise<UserReply['data']>;
  calendars(context: CalendarContext, query: Query): Promise<Page>;
  contacts(context: CalendarContext, query: Query): Promise<Page>;
  entries(context: CalendarContext, query: Query): Promise<Page>;
  /**
   * The page that another one named as its next, by the whole address as Clio gave it.
   * @throws AppointmentError upstream_invalid for an address on another host, which is not asked
   */
  entriesAt(context: CalendarContext, nextUrl: string): Promise<Page>;
  entry(context: CalendarContext, entryId: string): Promise<CalendarEntry>;
}

interface WritingCalls {
  createEntry(context: CalendarContext, body: EntryBody): Promise<WrittenEntry>;
  /** Changes the entry if it still is the one with this etag. */
  changeEntry(
    context: CalendarContext,
    entry: { readonly id: string; readonly etag: string },
    body: EntryBody,
  ): Promise<WrittenEntry>;
  deleteEntry(context: CalendarContext, entryId: string): Promise<void>;
  deleteOccurrence(
    context: CalendarContext,
    entryId: string,
    by: ClioAssumptions['deleteOccurrenceBy'],
  ): Promise<void>;
}

export interface ClioClient extends ReadingCalls, WritingCalls {}

/** Of an access token, in the busy hours; every answer names it (docs.developers.clio.com/api-docs/rate-limits). */
const LIMIT = { requestsPerMinute: 50, isAnnounced: true };

const ENTRIES_PATH = '/api/v4/calendar_entries.json';

/** Braces go one level deep; a nested name without them gives stubs (docs.developers.clio.com/api-docs/fields). */
const ENTRY_FIELDS =
  'id,etag,summary,description,location,start_at,end_at,all_day,recurrence_rule,parent_calendar_entry_id,calendar_owner{id,name},attendees{id,type,name,email},external_properties{id,name,value}';
const USER_FIELDS = 'id,default_calendar_id,time_zone';
const CALENDAR_FIELDS = 'id,type,permission';
const CONTACT_FIELDS = 'id,name,type,primary_email_address,primary_phone_number,company{name}';

/** A next page elsewhere would be sent our token (bullhorn-clio.md §2.3). */
const pathOnSameOrigin = (nextUrl: string, baseUrl: string): string => {
  const { origin } = new URL(baseUrl);
  const next = URL.canParse(nextUrl, origin) ? new URL(nextUrl, origin) : undefined;
  if (next?.origin === origin) return next.pathname + next.search;
  throw new AppointmentError(
    'upstream_invalid',
    'Clio named a next page on another host, which was not asked. If it persists, tell your administrator.',
  );
};

const entryPath = (entryId: string): string => `${pathOf`/api/v4/calendar_entries/${entryId}`}.json`;

interface Sending {
  readonly vendor: VendorClient;
  baseUrlFor(context: CalendarContext): string;
  request(
    context: CalendarContext,
    request: Pick<VendorRequest, 'method' | 'path' | 'query' | 'headers' | 'body' | 'idempotent'>,
  ): VendorRequest;
}

const readingCalls = ({ vendor, baseUrlFor, request }: Sending): ReadingCalls => {
  const get = (context: CalendarContext, path: string, query: Query): VendorRequest =>
    request(context, { method: 'GET', path, query });

  return {
    user: async (context) => {
      const asked = get(context, '/api/v4/users/who_am_i.json', { fields: USER_FIELDS });
      return (await vendor.sendFor(asked, userReplySchema)).data;
    },
    calendars: async (context, query) => {
      const asked = get(context, '/api/v4/calendars.json', { ...query, fields: CALENDAR_FIELDS });
      return vendor.sendFor(asked, pageReplySchema);
    },
    contacts: async (context, query) => {
      const asked = get(context, '/api/v4/contacts.json', { ...query, fields: CONTACT_FIELDS });
      return vendor.sendFor(asked, pageReplySchema);
    },
    entries: async (context, query) => {
      const asked = get(context, ENTRIES_PATH, { ...query, fields: ENTRY_FIELDS });
      return vendor.sendFor(asked, pageReplySchema);
    },
    entriesAt: async (context, nextUrl) => {
      const baseUrl = baseUrlFor(context);
      const asked = get(context, pathOnSameOrigin(nextUrl, baseUrl), {});
      return vendor.sendFor({ ...asked, baseUrl: new URL(baseUrl).origin }, pageReplySchema);
    },
    entry: async (context, entryId) => {
      const asked = get(context, entryPath(entryId), { fields: ENTRY_FIELDS });
      return (await vendor.sendFor(asked, calendarEntryReplySchema)).data;
    },
  };
};

/**
 * Sent again on condition of the same etag, it is refused with 412 where it was done the first time. Members without an
 * id are added: where Clio should pass over the condition, twice would be two. And nobody is to be written to twice.
 */
const isIdempotent = (etag: string, body: EntryBody): boolean =>
  etag !== '' &&
  body.attendees === undefined &&
  !body.send_email_notification &&
  (body.external_properties ?? []).every(({ id }) => id !== undefined);

const writingCalls = ({ vendor, request }: Sending): WritingCalls => ({
  createEntry: async (context, data) => {
    const query = { fields: ENTRY_FIELDS };
    const sent = request(context, { method: 'POST', path: ENTRIES_PATH, query, body: { data } });
    return vendor.sendFor(sent, writtenEntryReplySchema);
  },
  changeEntry: async (context, { id, etag }, data) => {
    const sent = request(context, {
      method: 'PATCH',
      path: entryPath(id),
      query: { fields: ENTRY_FIELDS },
      headers: etag === '' ? {} : { 'If-Match': etag },
      body: { data },
      idempotent: isIdempotent(etag, data),
    });
    return vendor.sendFor(sent, writtenEntryReplySchema);
  },
  deleteEntry: async (context, entryId) => {
    // No other entry ever has its id. Where the second answer is a 404, the caller looks what the first try came to.
    const sent = request(context, { method: 'DELETE', path: entryPath(entryId), idempotent: true });
    await vendor.sendFor(sent, noBodySchema);
  },
  // Never sent again: what the id of an occurrence stands for once that is gone, nobody could verify.
  deleteOccurrence: async (context, entryId, by) => {
    const path = entryPath(entryId);
    if (by === 'patch-flag') {
      const body = { data: { _deleted: 'single' } };
      await vendor.sendFor(request(context, { method: 'PATCH', path, body }), deletedOccurrenceReplySchema);
      return;
    }
    const query = by === 'delete-flag' ? { _deleted: 'single' } : {};
    await vendor.sendFor(request(context, { method: 'DELETE', path, query }), noBodySchema);
  },
});

export const createClioClient = (options: ClioClientOptions): ClioClient => {
  const { clioBaseUrl, timeoutMs, onCall, callPolicy } = options;
  const baseUrlFor = ({ hostname }: CalendarContext): string => baseUrlOf(hostname, clioBaseUrl);
  const sending: Sending = {
    vendor: createVendorClient({
      vendor: 'Clio',
      explain: explainClioReply,
      timeoutMs,
      onCall,
      callPolicy,
      limit: LIMIT,
    }),
    baseUrlFor,
    request: (context, request) => ({
      ...request,
      baseUrl: baseUrlFor(context),
      headers: { ...request.headers, Authorization: context.credential },
      signal: context.signal,
      deadline: context.deadline,
    }),
  };
  return { ...readingCalls(sending), ...writingCalls(sending) };
};
