/** A NetSuite account with two users and a few people, for tests that look at single requests. */
import type { NetSuiteState, Person, PersonKind, User } from '../../../sandbox/netsuite/entities';
import {
  createNetSuiteSandbox,
  type NetSuiteSandbox,
  type NetSuiteSandboxOptions,
} from '../../../sandbox/netsuite/netsuite-sandbox';

export const nowMs = Date.UTC(2026, 2, 10, 12, 0, 0);

function person(internalId: string, kind: PersonKind, name: string): Person {
  return {
    internalId,
    kind,
    name,
    email: `p${internalId}@x.example`,
    phone: '',
    company: '',
    isInactive: false,
  };
}

function user(employeeId: string, timeZone: string, permissions: User['permissions']): User {
  return {
    employeeId,
    roleScriptId: permissions === 'administrator' ? 'ADMINISTRATOR' : 'customrole_sales',
    permissions,
    preferences: { timeZone, dateFormat: 'M/D/YYYY', timeFormat: 'h:mm a' },
    token: `token-${employeeId}`,
  };
}

export function smallAccount(): NetSuiteState {
  const people = [
    person('1', 'employee', 'Maya'),
    person('2', 'employee', 'James'),
    person('3', 'employee', 'Guest'),
    person('5', 'contact', 'Zoë Lefèvre'),
    person('6', 'customer', '漢字商事'),
    person('7', 'vendor', 'Northwind'),
  ];
  const users = [
    user('1', 'America/Los_Angeles', { LIST_EVENT: 'FULL', ADMI_RESTWEBSERVICES: 'FULL' }),
    user('2', 'America/New_York', 'administrator'),
    user('3', 'Asia/Calcutta', { LIST_EVENT: 'VIEW', ADMI_RESTWEBSERVICES: 'FULL' }),
  ];
  return {
    accountId: 'TSTDRV1',
    companyTimeZone: 'Europe/Berlin',
    people: new Map(people.map((each) => [each.internalId, each])),
    users: new Map(users.map((each) => [each.employeeId, each])),
    events: new Map(),
  };
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; `undefined` where it is not JSON. */
  readonly json: unknown;
}

export interface CallOptions {
  /** Employee id; 1 when left out, nobody for `null`. */
  readonly as?: string | null;
  readonly body?: string | object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RunningAccount {
  readonly sandbox: NetSuiteSandbox;
  readonly baseUrl: string;
  call(method: string, path: string, options?: CallOptions): Promise<Reply>;
  close(): Promise<void>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export async function startAccount(options: NetSuiteSandboxOptions = {}): Promise<RunningAccount> {
  const sandbox = createNetSuiteSandbox({ seed: smallAccount, frozenAtMs: nowMs, ...options });
  const { baseUrl, close } = await sandbox.listen();
  return {
    sandbox,
    baseUrl,
    close,
    async call(method, path, { as = '1', body, headers = {} } = {}) {
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: {
          ...(as === null ? {} : { authorization: `Bearer token-${as}` }),
          ...(typeof body === 'object' ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? Buffer.from(body) : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, json: parsed(text) };
    },
  };
}

export const eventsPath = '/services/rest/record/v1/calendarEvent';

export const meeting = {
  title: 'Demo',
  startDate: '2026-03-17',
  startTime: '09:00:00',
  endTime: '09:45:00',
} as const;

/** Creates a calendarEvent through REST and gives its internal id. */
export async function createEvent(account: RunningAccount, body: object = {}, as = '1'): Promise<string> {
  const reply = await account.call('POST', eventsPath, { body: { ...meeting, ...body }, as });
  if (reply.status !== 204) throw new Error(`the event was not created: ${reply.text}`);
  return reply.headers.get('location')?.split('/').pop() ?? '';
}

export async function readEvent(account: RunningAccount, id: string, query = '', as = '1'): Promise<unknown> {
  return (await account.call('GET', `${eventsPath}/${id}${query}`, { as })).json;
}

/** What `toMatchObject` finds in the error body of the REST Record API. */
export function errorDetails(code: string, place: object = {}): object {
  return {
    'o:errorDetails': [
      expect.objectContaining({ 'o:errorCode': code, detail: expect.any(String), ...place }),
    ],
  };
}
