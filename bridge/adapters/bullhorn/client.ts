/** The calls that are made to Bullhorn: `query` and `search` for reading, `entity` for the rest. */
import type { z } from 'zod';
import { AppointmentError } from '../../../src/contract/failure';
import type { CallPolicy } from '../../http/call-policy';
import type { OnVendorCall } from '../../http/vendor-call';
import { createVendorClient, type VendorRequest } from '../../http/vendor-client';
import { pathOf } from '../../http/vendor-path';
import type { CalendarContext } from '../calendar-adapter';
import { isWireRow } from '../row-reader';
import type { AppointmentBody } from './appointment-body';
import { explainBullhornReply } from './explain';
import { APPOINTMENT_FIELDS, createFieldSelection, type FieldChoice } from './field-selection';
import { readAllRows, type ReadRowPage, type RowPage } from './query-pages';
import { restOf } from './rest-url';
import { changeReplySchema, entityReplySchema, rowsReplySchema, type AppointmentRow } from './schema';
import { withShorterPages } from './shorter-pages';

export interface BullhornClientOptions {
  /** Takes the place of scheme and host of every call; paths stay. */
  readonly bullhornRestBaseUrl?: string | undefined;
  readonly timeoutMs?: number | undefined;
  /** Told of every call to Bullhorn. */
  readonly onCall?: OnVendorCall | undefined;
  readonly callPolicy?: CallPolicy | undefined;
  readonly log: { warn(ids: object, title: string): void };
}

export type SearchableEntity = 'Candidate' | 'ClientContact' | 'Lead';

interface RowQuery<Row> {
  readonly where: string;
  readonly fields: string | FieldChoice;
  /** Reads each page as it comes: of a long list, what Bullhorn sent is not kept beside what is made of it. */
  readonly readRow: (row: unknown) => Row;
  /**
   * Is a page that is too large for one answer read in shorter ones? The default; to no avail where each row repeats what
   * is so large, and then it fails as `isTooLarge` tells.
   */
  readonly shortensPages?: boolean | undefined;
}

interface PersonSearch {
  /** Lucene. */
  readonly query: string;
  readonly fields: FieldChoice;
  readonly count: number;
}

export interface BullhornClient {
  /** Every row, of every page, by id. */
  queryAll<Row>(
    context: CalendarContext,
    entity: 'Appointment' | 'AppointmentAttendee',
    query: RowQuery<Row>,
  ): Promise<readonly Row[]>;
  /** The first rows. */
  search(context: CalendarContext, entity: SearchableEntity, search: PersonSearch): Promise<RowPage>;
  /** One appointment, also a soft-deleted one. */
  appointment(context: CalendarContext, id: string): Promise<AppointmentRow>;
  /** Returns the new appointment's id. */
  createAppointment(context: CalendarContext, body: AppointmentBody): Promise<string>;
  updateAppointment(context: CalendarContext, id: string, body: AppointmentBody): Promise<void>;
  addAttendee(context: CalendarContext, appointmentId: string, personId: string): Promise<void>;
  /** By the id of the link, which is not that of the person. */
  removeAttendee(context: CalendarContext, linkId: string): Promise<void>;
}

/**
 * A key's calls (kb.bullhorn.com, API usage limits). Which sessions share a key is not told; those of one tenant do, and
 * where more do, the headers say so.
 */
const LIMIT = { requestsPerMinute: 1500, sharedBy: ({ baseUrl }: Pick<VendorRequest, 'baseUrl'>) => baseUrl };

/** "Rate Limited -- Wait 1 second then retry request" (rest-api-docs, Errors). */
const RATE_LIMIT_WAIT_MS = 1000;

const withDocumentedWait = (error: unknown): unknown => {
  if (!(error instanceof AppointmentError) || error.code !== 'rate_limited') return error;
  const details = { retryAfterMs: RATE_LIMIT_WAIT_MS, ...error.details };
  return new AppointmentError(error.code, error.message, { details });
};

const rawIdOf = (row: unknown): unknown => (isWireRow(row) ? row['id'] : undefined);

const edgesOf = (rows: readonly unknown[]): RowPage['edges'] =>
  rows.length > 0 ? { first: rawIdOf(rows[0]), last: rawIdOf(rows.at(-1)) } : undefined;

type Exchange = Omit<VendorRequest, 'baseUrl' | 'headers'>;

const createSender = (options: BullhornClientOptions) => {
  const vendor = createVendorClient({
    vendor: 'Bullhorn',
    explain: explainBullhornReply,
    timeoutMs: options.timeoutMs,
    onCall: options.onCall,
    callPolicy: options.callPolicy,
    limit: LIMIT,
  });
  return async <Schema extends z.ZodType>(
    context: CalendarContext,
    request: Exchange,
    schema: Schema,
  ): Promise<z.output<Schema>> => {
    const { baseUrl } = restOf(context.restUrl, options.bullhornRestBaseUrl);
    const headers = { BhRestToken: context.credential.replace(/^Bearer\s+/i, '') };
    try {
      return await vendor.sendFor({ ...request, baseUrl, headers, deadline: context.deadline }, schema);
    } catch (error) {
      throw withDocumentedWait(error);
    }
  };
};

type WritingCalls = Pick<
  BullhornClient,
  'createAppointment' | 'updateAppointment' | 'addAttendee' | 'removeAttendee'
>;

const writingCalls = (send: ReturnType<typeof createSender>): WritingCalls => {
  const change = async (context: CalendarContext, request: Exchange): Promise<string> =>
    (await send(context, request, changeReplySchema)).changedEntityId;

  return {
    createAppointment: async (context, body) =>
      change(context, { method: 'PUT', path: '/entity/Appointment', body }),
    updateAppointment: async (context, id, body) => {
      // Every field, `isDeleted` too, is set to a value of its own; references are set, not added.
      const path = pathOf`/entity/Appointment/${id}`;
      await change(context, { method: 'POST', path, body, idempotent: true });
    },
    // Never sent again: Bullhorn may take the same person twice (bullhorn-clio.md §1.5).
    addAttendee: async (context, appointmentId, personId) => {
      const body = { appointment: { id: Number(appointmentId) }, attendee: { id: Number(personId) } };
      await change(context, { method: 'PUT', path: '/entity/AppointmentAttendee', body });
    },
    removeAttendee: async (context, linkId) => {
      // By the link's own id, which no other link ever has: who invites the same person again makes a new one.
      const path = pathOf`/entity/AppointmentAttendee/${linkId}`;
      await change(context, { method: 'DELETE', path, idempotent: true });
    },
  };
};

export const createBullhornClient = (options: BullhornClientOptions): BullhornClient => {
  const send = createSender(options);
  const selectFields = createFieldSelection();

  const corpTokenOf = ({ restUrl }: CalendarContext) =>
    restOf(restUrl, options.bullhornRestBaseUrl).corpToken;

  /** A caller who is gone ends reading, but not a change that has begun: it would stay half done. */
  const read = async <Schema extends z.ZodType>(
    context: CalendarContext,
    request: Exchange,
    schema: Schema,
  ): Promise<z.output<Schema>> =>
    send(context, { ...request, writes: false, signal: context.signal }, schema);

  /** By POST, because a GET of more than 7,500 characters is refused (rest-api-docs, Query). */
  const queryPages = async <Row>(
    context: CalendarContext,
    entity: string,
    { where, fields, readRow, shortensPages = true }: RowQuery<Row> & { readonly fields: string },
  ): Promise<readonly Row[]> => {
    const readPage: ReadRowPage<Row> = async (start, count) => {
      const query = { fields, orderBy: 'id', start, count, showTotalMatched: true };
      const path = pathOf`/query/${entity}`;
      const request: Exchange = { method: 'POST', path, query, body: { where } };
      const { data, total } = await read(context, request, rowsReplySchema);
      return { data: data.map(readRow), total, edges: edgesOf(data) };
    };
    return readAllRows(shortensPages ? withShorterPages(readPage) : readPage, {
      turn: context,
      onUnsteady: () => options.log.warn({ entity }, 'Bullhorn list changed during every reading of it'),
    });
  };

  const queryAll: BullhornClient['queryAll'] = async (context, entity, query) => {
    const { fields } = query;
    if (typeof fields === 'string') return queryPages(context, entity, { ...query, fields });
    return selectFields(corpTokenOf(context), fields, async (selection) =>
      queryPages(context, entity, { ...query, fields: selection }),
    );
  };

  return {
    queryAll,
    search: async (context, entity, { query, fields, count }) => {
      const path = pathOf`/search/${entity}`;
      return selectFields(corpTokenOf(context), fields, async (selection) => {
        const parameters = { fields: selection, start: 0, count };
        return read(context, { method: 'POST', path, query: parameters, body: { query } }, rowsReplySchema);
      });
    },
    appointment: async (context, id) => {
      const path = pathOf`/entity/Appointment/${id}`;
      return read(context, { method: 'GET', path, query: { fields: APPOINTMENT_FIELDS } }, entityReplySchema);
    },
    ...writingCalls(send),
  };
};
