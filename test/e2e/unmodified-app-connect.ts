/**
 * What an App Connect server that nobody has changed does with our RESTlets: its requests, its strict date formats,
 * its "an end that is not after the start is on the next day", on a server in UTC. Written from app-connect.md §3.1
 * and the public connector, not from our code.
 */

export interface ListedAppointment {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly startTimeUtc: string | null;
  readonly durationMinutes: number;
  readonly status: unknown;
  readonly attendees: readonly { readonly id: string; readonly name: string; readonly type: string }[];
}

interface Row {
  readonly id?: unknown;
  readonly title?: string;
  readonly description?: string;
  readonly message?: string;
  readonly startDate?: string;
  readonly startTime?: string;
  readonly endTime?: string;
  readonly status?: unknown;
  readonly attendees?: readonly { readonly id?: unknown; readonly name?: string; readonly type?: string }[];
}

const twelveHours = (hour: number, half: string): number =>
  (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);

/** moment, strict, of its six formats, in UTC; null where none fits. */
const parseStrictly = (text: string): number | null => {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2}) ([ap]m)$/i.exec(text);
  if (american) {
    const [, month, day, year, hour, minute, half = ''] = american;
    return Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      twelveHours(Number(hour), half),
      Number(minute),
    );
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2}) (\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!iso) return null;
  const [, year, month, day, hour, minute, second = '0'] = iso;
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
};

const DAY_MS = 86_400_000;

const durationOf = ({ startDate, startTime, endTime }: Row): number => {
  if (!startDate || !startTime || !endTime) return 0;
  const start = parseStrictly(`${startDate} ${startTime}`);
  const end = parseStrictly(`${startDate} ${endTime}`);
  if (start === null || end === null) return 0;
  return Math.round(((end <= start ? end + DAY_MS : end) - start) / 60_000);
};

const withoutHtml = (html: string): string =>
  html
    .replace(/<\s*br\s*\/?\s*>/gi, '\n')
    .replace(/<\/?[^>]+>/g, '')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&amp;/gi, '&')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&quot;/gi, '"')
    .replace(/&#39;/gi, "'")
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const toAppointment = (row: Row): ListedAppointment => {
  const start = row.startDate && row.startTime ? parseStrictly(`${row.startDate} ${row.startTime}`) : null;
  return {
    id: String(row.id),
    title: row.title ?? '',
    description: withoutHtml(row.description ?? row.message ?? ''),
    startTimeUtc: start === null ? null : new Date(start).toISOString(),
    durationMinutes: durationOf(row),
    status: row.status,
    attendees: (row.attendees ?? []).map(({ id, name, type }) => ({
      id: String(id),
      name: name ?? '',
      type: type ?? '',
    })),
  };
};

export interface SignedIn {
  readonly baseUrl: string;
  readonly token: string;
}

const restletUrl = (baseUrl: string, script: string): URL => {
  const url = new URL('/app/site/hosting/restlet.nl', baseUrl);
  url.searchParams.set('script', `customscript_${script}`);
  url.searchParams.set('deploy', `customdeploy_${script}`);
  return url;
};

export const listAsAppConnect = async (
  { baseUrl, token }: SignedIn,
  range: { readonly startDate: string; readonly endDate: string },
): Promise<readonly ListedAppointment[]> => {
  const url = restletUrl(baseUrl, 'rcfetchcalendarevents');
  const query = { ...range, page: '0', pageSize: '1000' };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  const body: unknown = await response.json();
  const rows: unknown = typeof body === 'object' && body !== null && 'data' in body ? body.data : undefined;
  if (!Array.isArray(rows)) throw new Error(`the RESTlet answered ${response.status} without data`);
  return rows.map((row: Row) => toAppointment(row));
};

/** Called without a Content-Type, as its connector does. */
export const timeZoneAsAppConnect = async ({ baseUrl, token }: SignedIn): Promise<string> => {
  const response = await fetch(restletUrl(baseUrl, 'gettimezone'), {
    headers: { authorization: `Bearer ${token}` },
  });
  const body: unknown = await response.json();
  if (typeof body === 'object' && body !== null && 'userTimezone' in body) return String(body.userTimezone);
  throw new Error('the RESTlet named no zone');
};

/** moment.utc(start).tz(zone), as its update does, of which it sends the wall time. */
const wallIn = (epochMs: number, timeZone: string): { readonly date: string; readonly time: string } => {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(epochMs);
  const [date = '', time = ''] = parts.split(' ');
  return { date, time };
};

/** A save of its edit form: the client sends start and duration even when only the title was edited. */
export const editAsAppConnect = async (
  signedIn: SignedIn,
  appointment: ListedAppointment,
  title: string,
): Promise<number> => {
  const timeZone = await timeZoneAsAppConnect(signedIn);
  const startMs = Date.parse(appointment.startTimeUtc ?? '');
  const start = wallIn(startMs, timeZone);
  const end = wallIn(startMs + appointment.durationMinutes * 60_000, timeZone);
  const response = await fetch(
    new URL(`/services/rest/record/v1/calendarEvent/${appointment.id}`, signedIn.baseUrl),
    {
      method: 'PATCH',
      headers: { authorization: `Bearer ${signedIn.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ startDate: start.date, startTime: start.time, endTime: end.time, title }),
    },
  );
  return response.status;
};
