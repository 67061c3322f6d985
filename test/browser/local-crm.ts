/** The local CRMs, asked by the vendors' own APIs: what is true there, what somebody else does there, and what fails. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Platform } from '../../src/contract/operations';
import type { FaultRule } from '../../sandbox/core/fault-rule';

/** An appointment as its CRM has it. */
export interface CrmEntry {
  readonly id: string;
  readonly title: string;
  readonly startMs: number;
  readonly minutes: number;
  readonly location: string;
  readonly people: readonly string[];
  /** In the CRM's own word; where it keeps no statuses: `kept`, or `hidden`. */
  readonly status: string;
}

export interface LocalCrm {
  /** What the first user of the sandbox has under this title, cancelled ones included. */
  entriesNamed(title: string): Promise<readonly CrmEntry[]>;
  /** As somebody else at the CRM would. */
  changeLocation(id: string, location: string): Promise<void>;
  fault(rule: FaultRule): Promise<void>;
  recover(): Promise<void>;
  /** Back to what it began with; everybody has to connect anew. */
  reset(): Promise<void>;
}

type CrmApi = Pick<LocalCrm, 'entriesNamed' | 'changeLocation'>;

const MINUTE_MS = 60_000;

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: object;
}

const ask = async (url: string, { method = 'GET', headers = {}, json }: Sent = {}): Promise<unknown> => {
  const response = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(json ? { body: JSON.stringify(json) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
};

const netsuiteIds = z.object({ items: z.array(z.object({ id: z.string() })) });
const netsuiteEvent = z.object({
  id: z.string(),
  title: z.string(),
  location: z.string().optional(),
  startDate: z.string(),
  startTime: z.string(),
  endTime: z.string(),
  status: z.object({ id: z.string() }),
  attendee: z.object({ items: z.array(z.object({ attendee: z.object({ refName: z.string() }) })) }),
});

/** Maya Delgado, whose wall clock the record shows. */
const netsuiteUser = { token: 'sandbox-token-101', timeZone: 'America/Los_Angeles' } as const;

const createNetSuiteApi = (baseUrl: string): CrmApi => {
  const headers = { authorization: `Bearer ${netsuiteUser.token}` };
  const records = `${baseUrl}/services/rest/record/v1/calendarEvent`;
  const instantOf = (day: string, time: string): number =>
    Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(netsuiteUser.timeZone).epochMilliseconds;
  const read = async (id: string): Promise<CrmEntry> => {
    const event = netsuiteEvent.parse(await ask(`${records}/${id}?expandSubResources=true`, { headers }));
    const startMs = instantOf(event.startDate, event.startTime);
    return {
      id,
      title: event.title,
      startMs,
      minutes: (instantOf(event.startDate, event.endTime) - startMs) / MINUTE_MS,
      location: event.location ?? '',
      people: event.attendee.items.map(({ attendee }) => attendee.refName),
      status: event.status.id,
    };
  };
  return {
    entriesNamed: async (title) => {
      const query = new URLSearchParams({ q: `title IS "${title}"` });
      const { items } = netsuiteIds.parse(await ask(`${records}?${query.toString()}`, { headers }));
      return Promise.all(items.map(({ id }) => read(id)));
    },
    changeLocation: async (id, location) => {
      await ask(`${records}/${id}`, { method: 'PATCH', headers, json: { location } });
    },
  };
};

const bullhornAppointments = z.object({
  data: z.array(
    z.object({
      id: z.number(),
      subject: z.string(),
      dateBegin: z.number(),
      dateEnd: z.number(),
      location: z.string().nullable(),
      isDeleted: z.boolean(),
      attendees: z.object({ data: z.array(z.object({ attendee: z.object({ name: z.string() }) })) }),
    }),
  ),
});

/** Dana Whitfield. */
const bullhornUser = { id: 11, token: '6f1c2a10-0000-4000-8000-00000000d011' } as const;

const createBullhornApi = (baseUrl: string): CrmApi => {
  const rest = `${baseUrl}/rest-services/e999`;
  const headers = { bhresttoken: bullhornUser.token };
  return {
    entriesNamed: async (title) => {
      const query = new URLSearchParams({
        where: `owner.id=${bullhornUser.id} AND subject='${title}'`,
        fields: 'id,subject,dateBegin,dateEnd,location,isDeleted,attendees(attendee(name))',
      });
      const found = await ask(`${rest}/query/Appointment?${query.toString()}`, { headers });
      return bullhornAppointments.parse(found).data.map((row) => ({
        id: String(row.id),
        title: row.subject,
        startMs: row.dateBegin,
        minutes: (row.dateEnd - row.dateBegin) / MINUTE_MS,
        location: row.location ?? '',
        people: row.attendees.data.map(({ attendee }) => attendee.name),
        status: row.isDeleted ? 'hidden' : 'kept',
      }));
    },
    changeLocation: async (id, location) => {
      await ask(`${rest}/entity/Appointment/${id}`, { method: 'POST', headers, json: { location } });
    },
  };
};

const clioEntries = z.object({
  data: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      summary: z.string(),
      start_at: z.string(),
      end_at: z.string(),
      location: z.string().nullable(),
      attendees: z.array(z.object({ name: z.string() })),
    }),
  ),
});

/** Maria Keller. */
const CLIO_TOKEN = 'clio-us-token-358001';

const createClioApi = (baseUrl: string): CrmApi => {
  const headers = { authorization: `Bearer ${CLIO_TOKEN}` };
  const entries = `${baseUrl}/api/v4/calendar_entries`;
  return {
    entriesNamed: async (title) => {
      const fields = 'id,summary,start_at,end_at,location,attendees{name}';
      const query = new URLSearchParams({ query: title, fields });
      const found = clioEntries.parse(await ask(`${entries}.json?${query.toString()}`, { headers }));
      return found.data
        .filter(({ summary }) => summary === title)
        .map((row) => ({
          id: row.id,
          title: row.summary,
          startMs: Date.parse(row.start_at),
          minutes: (Date.parse(row.end_at) - Date.parse(row.start_at)) / MINUTE_MS,
          location: row.location ?? '',
          people: row.attendees.map(({ name }) => name),
          status: 'kept',
        }));
    },
    changeLocation: async (id, location) => {
      await ask(`${entries}/${id}.json`, { method: 'PATCH', headers, json: { data: { location } } });
    },
  };
};

const apis = {
  netsuite: createNetSuiteApi,
  bullhorn: createBullhornApi,
  clio: createClioApi,
} as const satisfies Record<Platform, (baseUrl: string) => CrmApi>;

/** @param baseUrl where it listens */
export const createLocalCrm = (platform: Platform, baseUrl: string): LocalCrm => ({
  ...apis[platform](baseUrl),
  fault: async (rule) => {
    await ask(`${baseUrl}/_sandbox/faults`, { method: 'POST', json: rule });
  },
  recover: async () => {
    await ask(`${baseUrl}/_sandbox/faults`, { method: 'DELETE' });
  },
  reset: async () => {
    await ask(`${baseUrl}/_sandbox/reset`, { method: 'POST' });
  },
});
