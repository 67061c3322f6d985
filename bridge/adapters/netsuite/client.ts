/** The calls that are made to NetSuite: our RESTlets for reading and searching, the REST Record API for writing. */
import type { z } from 'zod';
import { AppointmentError } from '../../../src/contract/failure';
import { restlets } from '../../../src/contract/restlets';
import type { CallPolicy } from '../../http/call-policy';
import type { OnVendorCall } from '../../http/vendor-call';
import { createVendorClient, type VendorClient, type VendorRequest } from '../../http/vendor-client';
import { pathOf } from '../../http/vendor-path';
import type { CalendarContext } from '../calendar-adapter';
import type { EventRecordBody } from './event-record';
import { explainNetSuiteReply } from './explain';
import { accountKeyOf, baseUrlsOf, type ReplacedBaseUrls } from './hosts';
import {
  attendeeSearchReplySchema,
  calendarEventsReplySchema,
  eventRecordSchema,
  identifiedRecordSchema,
  messageRecordSchema,
  noBodySchema,
  timeZoneReplySchema,
  unitsReplySchema,
  type AttendeeLine,
  type EventRecord,
  type EventRow,
} from './schema';

export interface NetSuiteClientOptions extends ReplacedBaseUrls {
  readonly timeoutMs?: number | undefined;
  /** Told of every call to NetSuite. */
  readonly onCall?: OnVendorCall | undefined;
  readonly callPolicy?: CallPolicy | undefined;
  /** Requests at a time of all users of one account. Default 5, the least that NetSuite sells (section_1504769959). */
  readonly accountConcurrency?: number | undefined;
}

/** Parameters of a RESTlet; undefined ones are left out. */
type RestletQuery = Readonly<Record<string, string | number | boolean | undefined>>;

/** An event as the RESTlet shows it. */
type ShownEvent = Pick<EventRow, 'id' | 'attendees'>;

export type CalendarEventsPage = z.infer<typeof calendarEventsReplySchema>;
type AttendeeSearchResult = z.infer<typeof attendeeSearchReplySchema>;

export interface NetSuiteClient {
  calendarEvents(context: CalendarContext, query: RestletQuery): Promise<CalendarEventsPage>;
  /** IANA name of the calling user's zone. */
  userTimeZone(context: CalendarContext): Promise<string>;
  searchAttendees(context: CalendarContext, query: RestletQuery): Promise<AttendeeSearchResult>;
  /** Returns the new event's id. */
  createEvent(context: CalendarContext, body: EventRecordBody): Promise<string>;
  /** Id of the event with this external id; undefined where there is none. */
  findByExternalId(context: CalendarContext, externalId: string): Promise<string | undefined>;
  /** All changes in one call; attendees in `body` replace those of the event. */
  updateEvent(context: CalendarContext, eventId: string, body: EventRecordBody): Promise<void>;
  /**
   * All attendee lines, with what only the REST Record API knows of them.
   * @param shown the event as the RESTlet just showed it
   * @throws AppointmentError upstream_invalid where they cannot be all
   */
  attendeeLines(context: CalendarContext, shown: ShownEvent): Promise<readonly AttendeeLine[]>;
  /** The description as it is stored, however long; of an event that has one. */
  wholeMessage(context: CalendarContext, eventId: string): Promise<string>;
}

const DEFAULT_ACCOUNT_CONCURRENCY = 5;

const EVENT_PATH = '/services/rest/record/v1/calendarEvent';
const EVENT_ID_AT_END = /\/calendarevent\/(\d{1,19})\/?$/i;

/**
 * App Connect's servers send it to RESTlets also where there is no body: without one NetSuite answers as text/plain
 * (section_4619215993).
 */
const RESTLET_HEADERS = { 'Content-Type': 'application/json' };

/** RESTlets and web services have hosts of their own and one limit together (bridgehead_1525252812). */
const limitOf = ({ hostname }: CalendarContext): Pick<VendorRequest, 'account'> => ({
  account: accountKeyOf(hostname),
});

const restletRequest = (
  name: keyof typeof restlets,
  context: CalendarContext,
  baseUrl: string,
  query: RestletQuery = {},
): VendorRequest => ({
  method: 'GET',
  baseUrl,
  path: '/app/site/hosting/restlet.nl',
  ...limitOf(context),
  script: restlets[name].file,
  query: { script: restlets[name].scriptId, deploy: restlets[name].deploymentId, ...query },
  headers: { ...RESTLET_HEADERS, Authorization: context.credential },
  signal: context.signal,
  deadline: context.deadline,
});

const recordRequest = (
  context: CalendarContext,
  request: Pick<VendorRequest, 'method' | 'baseUrl' | 'path' | 'query' | 'body' | 'idempotent'>,
): VendorRequest => ({
  ...request,
  ...limitOf(context),
  headers: { Authorization: context.credential },
  signal: context.signal,
  deadline: context.deadline,
});

/** Are there no lines, or were they left out? The record alone does not tell, but the event was just read without any. */
const isWithoutLines = ({ id, attendee }: EventRecord, shown: ShownEvent): boolean =>
  id === shown.id && !attendee?.totalResults && shown.attendees.length === 0;

/** With a part of the list in hand, replacing the list would remove the rest. */
const requireAllLines = (record: EventRecord, shown: ShownEvent): readonly AttendeeLine[] => {
  const { items, totalResults = items?.length ?? 0 } = record.attendee ?? {};
  if (items && totalResults <= items.length) return items;
  if (!items && isWithoutLines(record, shown)) return [];
  throw new AppointmentError(
    'upstream_invalid',
    'NetSuite showed only a part of the attendees, so nothing was changed. Change them in NetSuite.',
  );
};

type RestletCalls = Pick<NetSuiteClient, 'calendarEvents' | 'userTimeZone' | 'searchAttendees'>;

const createRestletCalls = (vendor: VendorClient, options: ReplacedBaseUrls): RestletCalls => {
  const baseUrlOf = ({ hostname }: CalendarContext) => baseUrlsOf(hostname, options).restletBaseUrl;
  return {
    calendarEvents: async (context, query) =>
      vendor.sendFor(
        restletRequest('calendarEvents', context, baseUrlOf(context), query),
        calendarEventsReplySchema,
      ),

    userTimeZone: async (context) => {
      const request = restletRequest('timeZone', context, baseUrlOf(context));
      return (await vendor.sendFor(request, timeZoneReplySchema)).userTimezone;
    },

    searchAttendees: async (context, query) =>
      vendor.sendFor(
        restletRequest('attendeeSearch', context, baseUrlOf(context), query),
        attendeeSearchReplySchema,
      ),
  };
};

const createRecordCalls = (
  vendor: VendorClient,
  options: ReplacedBaseUrls,
): Omit<NetSuiteClient, keyof RestletCalls> => {
  const baseUrlOf = ({ hostname }: CalendarContext) => baseUrlsOf(hostname, options).restBaseUrl;
  const readOne = (context: CalendarContext, eventId: string, query: VendorRequest['query'] = {}) =>
    recordRequest(context, {
      method: 'GET',
      baseUrl: baseUrlOf(context),
      path: EVENT_PATH + pathOf`/${eventId}`,
      query,
    });
  return {
    createEvent: async (context, body) => {
      const baseUrl = baseUrlOf(context);
      const request = recordRequest(context, { method: 'POST', baseUrl, path: EVENT_PATH, body });
      const reply = await vendor.send(request);
      const id = EVENT_ID_AT_END.exec(reply.headers['location'] ?? '')?.[1];
      if (id === undefined) throw vendor.unreadable(request, reply);
      return id;
    },

    findByExternalId: async (context, externalId) => {
      const path = `${EVENT_PATH}/eid:${encodeURIComponent(externalId)}`;
      const request = recordRequest(context, { method: 'GET', baseUrl: baseUrlOf(context), path });
      try {
        return (await vendor.sendFor(request, identifiedRecordSchema)).id;
      } catch (error) {
        if (error instanceof AppointmentError && error.code === 'not_found') return undefined;
        throw error;
      }
    },

    updateEvent: async (context, eventId, body) => {
      const baseUrl = baseUrlOf(context);
      const path = EVENT_PATH + pathOf`/${eventId}`;
      const query = { replace: body.attendee ? 'attendee' : undefined };
      // Every field is set to a value of its own. Attendees are lines: what a list becomes that is sent a second time, and
      // whether its people are invited a second time, nobody could verify (netsuite.md §8); it is looked for instead.
      const idempotent = !body.attendee;
      await vendor.sendFor(
        recordRequest(context, { method: 'PATCH', baseUrl, path, query, body, idempotent }),
        noBodySchema,
      );
    },

    attendeeLines: async (context, shown) => {
      const request = readOne(context, shown.id, { expandSubResources: true });
      return requireAllLines(await vendor.sendFor(request, eventRecordSchema), shown);
    },

    wholeMessage: async (context, eventId) => {
      const request = readOne(context, eventId, { fields: 'message' });
      return (await vendor.sendFor(request, messageRecordSchema)).message;
    },
  };
};

export const createNetSuiteClient = (options: NetSuiteClientOptions): NetSuiteClient => {
  const { accountConcurrency = DEFAULT_ACCOUNT_CONCURRENCY } = options;
  const vendor = createVendorClient({
    vendor: 'NetSuite',
    explain: explainNetSuiteReply,
    timeoutMs: options.timeoutMs,
    onCall: options.onCall,
    unitsOf: ({ data }) => unitsReplySchema.safeParse(data).data?.unitsUsed,
    callPolicy: options.callPolicy,
    limit: { concurrentRequests: accountConcurrency, sharedBy: ({ account }) => account },
  });
  return { ...createRestletCalls(vendor, options), ...createRecordCalls(vendor, options) };
};
