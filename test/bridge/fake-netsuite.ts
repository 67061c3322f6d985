/** NetSuite as the adapter sees it, hand-written and tiny: three RESTlets and one record type, kept in an array. */
import { restlets, type CalendarEventRow, type FoundPerson } from '../../src/contract/restlets';
import {
  startFakeVendor,
  type Behaviour,
  type FakeVendorServer,
  type RecordedRequest,
} from './fake-vendor-server';

const EVENT_PATH = '/services/rest/record/v1/calendarEvent';

export const NEW_EVENT_ID = '900';

export const rowOf = (changes: Partial<CalendarEventRow> = {}): CalendarEventRow => ({
  id: '77',
  title: 'Quarterly review',
  message: 'Bring the numbers',
  startDate: '2026-07-20',
  startTime: '22:00:00',
  endTime: '23:00:00',
  status: 'TENTATIVE',
  attendees: [
    { id: '5', name: 'Olga Organizer', type: 'employee', status: 'ACCEPTED', email: 'olga@example.com' },
    { id: '31', name: 'Carl Contact', type: 'contact', status: 'NO_RESPONSE', email: 'carl@example.com' },
  ],
  startTimeUtc: '2026-07-20T22:00:00.000Z',
  endTimeUtc: '2026-07-20T23:00:00.000Z',
  durationMinutes: 60,
  timeZone: 'America/Los_Angeles',
  utcOffset: '-07:00',
  isAllDay: false,
  location: 'Room 4',
  organizer: { id: '5', name: 'Olga Organizer' },
  lastModified: '7/1/2026 9:00 am',
  ...changes,
});

export interface FakeNetSuite extends FakeVendorServer {
  /** Rows may be malformed on purpose. */
  readonly rows: unknown[];
  readonly people: FoundPerson[];
  timeZone: string;
  /** Answers in place of the fake where it gives something; as late as it likes. */
  intercept: (request: RecordedRequest) => Behaviour | undefined | Promise<Behaviour | undefined>;
  /** Requests that could have changed something. */
  writes(): readonly RecordedRequest[];
}

const isOfId = (row: unknown, id: string): boolean =>
  typeof row === 'object' && row !== null && 'id' in row && row.id === id;

export const attendeeLine = (id: string, response: string, attendance: string) => ({
  attendee: { id, refName: `Person ${id}`, links: [] },
  response: { id: response, refName: response },
  attendance: { id: attendance, refName: attendance },
  links: [],
});

const lines = [attendeeLine('5', 'ACCEPTED', 'REQUIRED'), attendeeLine('31', 'DECLINED', 'OPTIONAL')];

const answerRestlet = (fake: FakeNetSuite, { query }: RecordedRequest): Behaviour => {
  switch (query['script']) {
    case restlets.timeZone.scriptId:
      return { body: { userTimezone: fake.timeZone, utcOffset: '-07:00' } };
    case restlets.attendeeSearch.scriptId:
      return { body: { data: fake.people, hasMore: false } };
    default: {
      const id = query['id'];
      const data = id === undefined ? fake.rows : fake.rows.filter((row) => isOfId(row, id));
      return {
        body: { data, page: 0, pageSize: 1000, total: data.length, hasMore: false, unreadable: [] },
      };
    }
  }
};

const answerRecord = (fake: FakeNetSuite, { method, path }: RecordedRequest): Behaviour => {
  if (method === 'POST') {
    fake.rows.push(rowOf({ id: NEW_EVENT_ID }));
    return { status: 204, headers: { location: `${fake.baseUrl}${EVENT_PATH}/${NEW_EVENT_ID}` } };
  }
  if (method === 'PATCH') return { status: 204, headers: { location: `${fake.baseUrl}${path}` } };
  return { body: { id: '77', attendee: { items: lines, totalResults: lines.length } } };
};

export const startFakeNetSuite = async (rows: readonly unknown[] = [rowOf()]): Promise<FakeNetSuite> => {
  const server = await startFakeVendor(async (request) => {
    const intercepted = await fake.intercept(request);
    if (intercepted) return intercepted;
    if (request.path === '/app/site/hosting/restlet.nl') return answerRestlet(fake, request);
    if (request.path.startsWith(EVENT_PATH)) return answerRecord(fake, request);
    return { status: 404, body: { 'o:errorDetails': [{ detail: 'no route', 'o:errorCode': 'NO_ROUTE' }] } };
  });
  const fake: FakeNetSuite = {
    ...server,
    rows: [...rows],
    people: [],
    timeZone: 'America/Los_Angeles',
    intercept: () => undefined,
    writes: () => server.requests.filter(({ method }) => method !== 'GET'),
  };
  return fake;
};
