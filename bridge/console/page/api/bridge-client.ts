/** The only file that talks to the bridge: its public routes, with the cookies that this page cannot read. */
import type { Appointment, Contact } from '../../../../src/contract/appointment.schema';
import { opaqueVersion } from '../../../../src/contract/required-version';
import { operations, type OperationName, type Platform } from '../../../../src/contract/operations';
import { failureOf, isAppointment, isContact, readAnswer, type Answer } from './answer';
import { readConsoleSetup, type ConsoleSetup } from './console-platform';
import { readServerTiming, type CrmCall } from './server-timing';

export interface Reply<Value> {
  readonly answer: Answer<Value>;
  /** What the bridge asked of the CRM for it. */
  readonly calls: readonly CrmCall[];
}

export interface LoadedList {
  readonly appointments: readonly Appointment[];
  readonly skipped: number;
}

export interface WriteRequest {
  readonly operation: Exclude<OperationName, 'listAppointments' | 'findContactWithName'>;
  readonly platform: Platform;
  readonly appointmentId?: string | undefined;
  readonly body?: object | undefined;
  /** Nothing is changed unless the appointment is of this version; empty for any. */
  readonly ifVersion?: string | undefined;
  /** The same for every attempt at one write. */
  readonly idempotencyKey?: string | undefined;
}

export interface ListRequest {
  readonly platform: Platform;
  readonly query: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

export interface SearchRequest {
  readonly platform: Platform;
  readonly name: string;
  readonly signal?: AbortSignal | undefined;
}

/** Where a CRM is, or who asks, where it has to be told. */
export type CrmPlace = Readonly<Partial<Record<'hostname' | 'username', string>>>;

export interface BridgeClient {
  setup(): Promise<Reply<ConsoleSetup>>;
  /** Leads to the CRM's consent page. */
  connect(platform: Platform, place: CrmPlace): Promise<Reply<string>>;
  disconnect(platform: Platform): Promise<Reply<true>>;
  list(request: ListRequest): Promise<Reply<LoadedList>>;
  /** One appointment, as it is after a change or a refresh. */
  write(request: WriteRequest): Promise<Reply<Appointment>>;
  searchContacts(request: SearchRequest): Promise<Reply<readonly Contact[]>>;
}

interface Exchange<Value> {
  readonly method: string;
  readonly path: string;
  readonly platform?: Platform;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly read: (body: Readonly<Record<string, unknown>>) => Value | undefined;
}

const NOT_SIGNED_IN = failureOf(
  'unauthenticated',
  'You are not connected to this CRM any more. Connect again.',
);
const UNREACHABLE = failureOf(
  'unreachable',
  'The bridge cannot be reached. Check that it still runs, and try again.',
  true,
);

/** The bridge answers a session that is gone with a text, and everything else with JSON. */
const readBody = async <Value>(response: Response, read: Exchange<Value>['read']): Promise<Answer<Value>> => {
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  if (isJson) return readAnswer(await response.json(), read);
  const isRefused = response.status === 400 || response.status === 401;
  if (isRefused) return { successful: false, failure: NOT_SIGNED_IN };
  return response.ok ? readAnswer({}, read) : { successful: false, failure: UNREACHABLE };
};

const fillPath = (path: string, appointmentId = ''): string =>
  path.replace(':appointmentId', encodeURIComponent(appointmentId));

const withQuery = (path: string, query: Readonly<Record<string, string>>): string =>
  Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`;

const readList = ({ appointments, skipped }: Readonly<Record<string, unknown>>): LoadedList | undefined =>
  Array.isArray(appointments)
    ? { appointments: appointments.filter(isAppointment), skipped: typeof skipped === 'number' ? skipped : 0 }
    : undefined;

const headersOfWrite = ({ ifVersion, idempotencyKey }: WriteRequest): Readonly<Record<string, string>> => ({
  ...(ifVersion ? { 'if-match': `"${opaqueVersion(ifVersion)}"` } : {}),
  ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
});

/** @param send `fetch` of the page */
const createExchange =
  (send: typeof fetch) =>
  async <Value>(exchange: Exchange<Value>): Promise<Reply<Value>> => {
    const { method, path, platform, headers, body, signal, read } = exchange;
    try {
      const response = await send(path, {
        method,
        credentials: 'same-origin',
        headers: {
          accept: 'application/json',
          ...(platform ? { 'x-console-platform': platform } : {}),
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        ...(signal ? { signal } : {}),
      });
      const calls = readServerTiming(response.headers.get('server-timing'));
      return { answer: await readBody(response, read), calls };
    } catch {
      return { answer: { successful: false, failure: UNREACHABLE }, calls: [] };
    }
  };

/** @param send `fetch` of the page, or what stands in for it in a test */
export const createBridgeClient = ({ send }: { readonly send: typeof fetch }): BridgeClient => {
  const exchange = createExchange(send);
  return {
    setup: () => exchange({ method: 'GET', path: '/console/state', read: readConsoleSetup }),
    connect: (platform, place) =>
      exchange({
        method: 'POST',
        path: withQuery(`/console/connect/${platform}`, place),
        read: ({ authorizeUrl }) => (typeof authorizeUrl === 'string' ? authorizeUrl : undefined),
      }),
    disconnect: (platform) => exchange({ method: 'POST', path: '/unAuthorize', platform, read: () => true }),
    list: ({ platform, query, signal }) => {
      const { method, clientPath } = operations.listAppointments;
      return exchange({ method, path: withQuery(clientPath, query), platform, signal, read: readList });
    },
    write: (request) => {
      const { method, clientPath } = operations[request.operation];
      return exchange({
        method,
        path: fillPath(clientPath, request.appointmentId),
        platform: request.platform,
        headers: headersOfWrite(request),
        body: request.body,
        read: ({ appointment }) => (isAppointment(appointment) ? appointment : undefined),
      });
    },
    searchContacts: ({ platform, name, signal }) => {
      const { method, clientPath } = operations.findContactWithName;
      return exchange({
        method,
        path: withQuery(clientPath, { name }),
        platform,
        signal,
        read: ({ contact }) => (Array.isArray(contact) ? contact.filter(isContact) : undefined),
      });
    },
  };
};
