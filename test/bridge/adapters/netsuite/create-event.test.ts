import { restlets } from '../../../../src/contract/restlets';
import { createRequestSchema } from '../../../../src/contract/change.schema';
import { NEW_EVENT_ID, rowOf, startFakeNetSuite, type FakeNetSuite } from '../../fake-netsuite';
import type { Behaviour, RecordedRequest } from '../../fake-vendor-server';
import { createAdapterFor, failureOf, userContext } from './netsuite-fixture';

let fake: FakeNetSuite;

beforeEach(async () => {
  fake = await startFakeNetSuite([]);
});
afterEach(() => fake.close());

const create = (changes: object = {}, recordTimeZone?: string, mayExist = false) =>
  createAdapterFor(fake, recordTimeZone).createAppointment(
    userContext,
    createRequestSchema.parse({
      title: 'Demo',
      summary: 'Agenda',
      startTimeUtc: '2026-07-20T22:00:00Z',
      durationMinutes: 45,
      contacts: [{ id: '31', type: 'contact', name: 'Carl' }, '31', 32],
      ...changes,
    }),
    { idempotencyKey: 'key-1', mayExist },
  );

const NO_RECORD: Behaviour = {
  status: 404,
  body: { 'o:errorDetails': [{ detail: 'x', 'o:errorCode': 'NONEXISTENT_ID' }] },
};
const isLookUp = ({ method, path }: RecordedRequest): boolean => method === 'GET' && path.includes('/eid:');

const failTheReadBack = (how: Behaviour): void => {
  fake.intercept = ({ query }) => (query['script'] === restlets.calendarEvents.scriptId ? how : undefined);
};

describe('creating a NetSuite event', () => {
  it('posts wall times of the user’s zone, each attendee once, and reads the event back', async () => {
    const { appointmentId, appointment, warning } = await create({ location: 'Room 4' });
    expect(fake.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
    expect(fake.requests[0]?.query['script']).toBe(restlets.timeZone.scriptId);
    expect(fake.writes()[0]).toMatchObject({ path: '/services/rest/record/v1/calendarEvent' });
    expect(fake.writes()[0]?.body).toEqual({
      title: 'Demo',
      startDate: '2026-07-20',
      startTime: '15:00:00',
      endTime: '15:45:00',
      timedEvent: true,
      message: 'Agenda',
      location: 'Room 4',
      status: { id: 'TENTATIVE' },
      externalId: 'app-connect-key-1',
      attendee: { items: [{ attendee: { id: '31' } }, { attendee: { id: '32' } }] },
    });
    expect(fake.requests[2]?.query['id']).toBe(NEW_EVENT_ID);
    expect([appointmentId, appointment.id, warning]).toEqual([NEW_EVENT_ID, NEW_EVENT_ID, undefined]);
  });

  it('uses the offset of the day of the event, not of today', async () => {
    await create({ startTimeUtc: '2026-12-15T23:00:00Z' });
    expect(fake.writes()[0]?.body).toMatchObject({ startDate: '2026-12-15', startTime: '15:00:00' });
  });

  it('keeps seconds', async () => {
    await create({ startTimeUtc: '2026-07-20T22:00:30Z' });
    expect(fake.writes()[0]?.body).toMatchObject({ startTime: '15:00:30', endTime: '15:45:30' });
  });

  it('takes the status that was asked for', async () => {
    await create({ status: 'confirmed' });
    expect(fake.writes()[0]?.body).toMatchObject({ status: { id: 'CONFIRMED' } });
  });

  it('writes in the account’s own zone where the setting names one', async () => {
    await create({}, 'America/New_York');
    expect(fake.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
    expect(fake.writes()[0]?.body).toMatchObject({ startTime: '18:00:00' });
  });

  it.each<[string, Behaviour]>([
    ['fails', { status: 500 }],
    ['is not deployed', { status: 400, body: { error: { code: 'SSS_INVALID_SCRIPTLET_ID', message: 'x' } } }],
    ['names no zone', { body: { userTimezone: '' } }],
    ['names a zone nobody knows', { body: { userTimezone: 'Mars/Olympus' } }],
  ])('creates nothing when the zone RESTlet %s', async (_how, behaviour) => {
    fake.intercept = () => behaviour;
    await failureOf(create());
    expect(fake.writes()).toHaveLength(0);
  });

  it('refuses an event that goes past midnight in the user’s zone, in their local times', async () => {
    const failure = await failureOf(create({ startTimeUtc: '2026-07-21T06:30:00Z', durationMinutes: 90 }));
    expect(failure.code).toBe('invalid_request');
    expect(failure.message).toMatch(
      /midnight.*2026-07-20 23:30 to 2026-07-21 01:00 \(America\/Los_Angeles\)/,
    );
    expect(fake.writes()).toHaveLength(0);
  });

  it('refuses one that ends at midnight, and takes one that ends a minute before', async () => {
    const at = { startTimeUtc: '2026-07-21T06:00:00Z' };
    expect((await failureOf(create({ ...at, durationMinutes: 60 }))).message).toContain('midnight');
    await create({ ...at, durationMinutes: 59 });
    expect(fake.writes()[0]?.body).toMatchObject({ startTime: '23:00:00', endTime: '23:59:00' });
  });

  it('refuses the second of an hour that occurs twice, and takes the first', async () => {
    // On 1 November 2026 the clocks of Los Angeles go back from 02:00 to 01:00, at 09:00 UTC.
    const second = await failureOf(create({ startTimeUtc: '2026-11-01T09:30:00Z', durationMinutes: 15 }));
    expect(second.message).toMatch(/2026-11-01 \(America\/Los_Angeles\).*01:30 occurs twice/);
    const across = create({ startTimeUtc: '2026-11-01T08:30:00Z', durationMinutes: 60 });
    expect((await failureOf(across)).code).toBe('invalid_request');
    await create({ startTimeUtc: '2026-11-01T08:30:00Z', durationMinutes: 15 });
    expect(fake.writes()).toHaveLength(1);
    expect(fake.writes()[0]?.body).toMatchObject({ startTime: '01:30:00', endTime: '01:45:00' });
  });

  it('takes people whose ids are below zero, such as the first administrator', async () => {
    await create({ contacts: ['-5', { id: '-6', type: 'employee' }] });
    expect(fake.writes()[0]?.body).toMatchObject({
      attendee: { items: [{ attendee: { id: '-5' } }, { attendee: { id: '-6' } }] },
    });
  });

  it('names the contact whose id is none, and sends nothing', async () => {
    const failure = await failureOf(create({ contacts: ['31', { id: '../customer/5' }] }));
    expect(failure).toMatchObject({ code: 'invalid_request' });
    expect(failure.details.issues?.[0]?.path).toBe('contacts.1.id');
    expect(fake.requests).toHaveLength(0);
  });

  it.each<[string, Behaviour]>([
    ['fails', { status: 500 }],
    ['is refused', { status: 401 }],
    ['finds nothing yet', { body: { data: [], hasMore: false } }],
    ['answers nonsense', { body: '<html>' }],
    ['never answers', 'drop'],
  ])('reports a saved event as saved when reading it back %s', async (_how, behaviour) => {
    failTheReadBack(behaviour);
    const { appointmentId, appointment, warning } = await create();
    expect(appointmentId).toBe(NEW_EVENT_ID);
    expect(warning).toMatch(/^Saved in NetSuite/);
    expect(appointment).toMatchObject({
      id: NEW_EVENT_ID,
      title: 'Demo',
      startTimeUtc: '2026-07-20T22:00:00.000Z',
      endTimeUtc: '2026-07-20T22:45:00.000Z',
      timeZone: 'America/Los_Angeles',
      attendeeIds: ['31', '32'],
      participantName: 'Carl',
    });
  });

  const lostAnswers: readonly [string, Behaviour][] = [
    ['without an id', { status: 204 }],
    ['with a page', { status: 200, body: '<html>' }],
    ['with an error in a success', { status: 200, body: { error: { code: 'X', message: 'x' } } }],
    ['with a server error', { status: 502 }],
    [
      'that a script of the account failed',
      {
        status: 400,
        body: { 'o:errorDetails': [{ detail: 'An unexpected error', 'o:errorCode': 'UNEXPECTED_ERROR' }] },
      },
    ],
    ['by closing the connection', 'drop'],
  ];

  it.each(lostAnswers)('finds the event by its key when NetSuite answers %s', async (_how, behaviour) => {
    fake.intercept = ({ method }) => (method === 'POST' ? behaviour : undefined);
    fake.rows.push(rowOf());
    const { appointmentId, wasMadeBefore } = await create();
    expect([appointmentId, wasMadeBefore]).toEqual(['77', undefined]);
    expect(fake.writes()).toHaveLength(1);
    expect(fake.requests.find(isLookUp)?.path).toContain('eid:app-connect-key-1');
  });

  it.each(lostAnswers)(
    'sends it once more, under the same key, when NetSuite answers %s and has no such event',
    async (_how, behaviour) => {
      fake.intercept = (request) => {
        if (isLookUp(request)) return NO_RECORD;
        return request.method === 'POST' && fake.writes().length === 1 ? behaviour : undefined;
      };
      expect((await create()).appointmentId).toBe(NEW_EVENT_ID);
      const [first, second] = fake.writes();
      expect(second?.body).toEqual(first?.body);
      expect(fake.writes()).toHaveLength(2);
    },
  );

  it.each(lostAnswers)(
    'does not know whether it was saved when NetSuite answers %s twice',
    async (_how, behaviour) => {
      fake.intercept = (request) => {
        if (isLookUp(request)) return NO_RECORD;
        return request.method === 'POST' ? behaviour : undefined;
      };
      expect((await failureOf(create())).code).toBe('ambiguous_write');
      expect(fake.writes()).toHaveLength(2);
    },
  );

  it.each(lostAnswers)(
    'does not know whether it was saved, and sends nothing more, when NetSuite answers %s and cannot be asked',
    async (_how, behaviour) => {
      fake.intercept = (request) => {
        if (isLookUp(request)) return { status: 403 };
        return request.method === 'POST' ? behaviour : undefined;
      };
      expect((await failureOf(create())).code).toBe('ambiguous_write');
      expect(fake.writes()).toHaveLength(1);
    },
  );

  it('sends nothing where an earlier request has made it', async () => {
    fake.rows.push(rowOf());
    const found = await create({}, undefined, true);
    expect(found).toMatchObject({ appointmentId: '77', wasMadeBefore: true });
    expect(fake.writes()).toHaveLength(0);
  });

  it('takes the event that an earlier request made when NetSuite refuses the second', async () => {
    fake.rows.push(rowOf());
    fake.intercept = ({ method }) =>
      method === 'POST'
        ? {
            status: 400,
            body: { 'o:errorDetails': [{ detail: 'exists', 'o:errorCode': 'INVALID_CONTENT' }] },
          }
        : undefined;
    expect(await create()).toMatchObject({ appointmentId: '77', wasMadeBefore: true });
  });
});
