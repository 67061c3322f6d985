import { patchRequestSchema } from '../../../../src/contract/change.schema';
import { restlets } from '../../../../src/contract/restlets';
import { attendeeLine, rowOf, startFakeNetSuite, type FakeNetSuite } from '../../fake-netsuite';
import { createAdapterFor, failureOf, userContext } from './netsuite-fixture';

let fake: FakeNetSuite;

beforeEach(async () => {
  fake = await startFakeNetSuite();
});
afterEach(() => fake.close());

const update = (patch: object, recordTimeZone?: string, ifVersion?: string) =>
  createAdapterFor(fake, recordTimeZone).updateAppointment(
    userContext,
    '77',
    patchRequestSchema.parse(patch),
    { ifVersion },
  );

/** What the App Connect client sends with every edit, whatever was edited (app-connect.md §1.5). */
const clientEdit = (changes: object = {}) => ({
  participantName: 'Carl Contact',
  summary: 'Bring the numbers',
  startTime: '2026-07-20T22:00:00.000Z',
  durationMinutes: 60,
  contactId: '31',
  contactType: 'contact',
  contacts: [{ id: '31', type: 'contact', name: 'Carl Contact' }],
  attendees: [{ id: '31', type: 'contact', name: 'Carl Contact' }],
  attendeeIds: ['31'],
  title: 'Quarterly review',
  status: 'scheduled',
  ...changes,
});

describe('updating a NetSuite event', () => {
  it('sends the title alone for a title-only edit of the client', async () => {
    await update(clientEdit({ title: 'Yearly review' }));
    expect(fake.requests.map(({ method }) => method)).toEqual(['GET', 'PATCH', 'GET']);
    expect(fake.writes()[0]).toMatchObject({
      path: '/services/rest/record/v1/calendarEvent/77',
      query: {},
      body: { title: 'Yearly review' },
    });
    expect(Object.keys(Object(fake.writes()[0]?.body))).toEqual(['title']);
  });

  it('sends nothing when nothing differs, and answers with the event as it is', async () => {
    const { appointment } = await update(clientEdit());
    expect(fake.requests).toHaveLength(1);
    expect(appointment).toMatchObject({ id: '77', title: 'Quarterly review' });
  });

  it('does not take a start that lost its seconds in a form for another one', async () => {
    fake.rows[0] = rowOf({
      startTimeUtc: '2026-07-20T22:00:30.000Z',
      endTimeUtc: '2026-07-20T23:00:30.000Z',
    });
    await update(clientEdit());
    expect(fake.writes()).toHaveLength(0);
  });

  it('keeps the start when only the duration changes', async () => {
    await update({ durationMinutes: 30 });
    expect(fake.writes()[0]?.body).toEqual({
      startDate: '2026-07-20',
      startTime: '15:00:00',
      endTime: '15:30:00',
    });
  });

  it('keeps the duration when only the start changes', async () => {
    await update({ startTimeUtc: '2026-07-21T16:15:00Z' });
    expect(fake.writes()[0]?.body).toEqual({
      startDate: '2026-07-21',
      startTime: '09:15:00',
      endTime: '10:15:00',
    });
  });

  it('sends all that differs in one PATCH', async () => {
    await update({ title: 'New', summary: 'Other', location: '', status: 'completed', durationMinutes: 90 });
    expect(fake.writes()).toHaveLength(1);
    expect(fake.writes()[0]?.body).toEqual({
      title: 'New',
      message: 'Other',
      location: '',
      status: { id: 'COMPLETE' },
      startDate: '2026-07-20',
      startTime: '15:00:00',
      endTime: '16:30:00',
    });
  });

  it('writes times in the account’s own zone where the setting names one', async () => {
    await update({ durationMinutes: 30 }, 'Europe/Paris');
    const failure = await failureOf(update({ startTimeUtc: '2026-07-20T21:30:00Z' }, 'Europe/Paris'));
    expect(failure.message).toContain('Europe/Paris');
    expect(fake.writes()[0]?.body).toMatchObject({ startDate: '2026-07-21', startTime: '00:00:00' });
  });

  it('does not take the same words in HTML for another text', async () => {
    fake.rows[0] = rowOf({ message: '<p>A &amp; B</p>' });
    await update({ summary: 'A & B\r\n' });
    expect(fake.writes()).toHaveLength(0);
  });

  it('leaves the times of an all-day event alone until they really change', async () => {
    fake.rows[0] = rowOf({
      isAllDay: true,
      startTimeUtc: '2026-07-20T07:00:00.000Z',
      endTimeUtc: '2026-07-21T07:00:00.000Z',
    });
    await update(clientEdit({ title: 'New', startTime: '2026-07-20T07:00:00.000Z', durationMinutes: 1440 }));
    expect(fake.writes()[0]?.body).toEqual({ title: 'New' });
    await update({ startTimeUtc: '2026-07-20T16:00:00Z', durationMinutes: 60 });
    expect(fake.writes()[1]?.body).toEqual({
      startDate: '2026-07-20',
      startTime: '09:00:00',
      endTime: '10:00:00',
      allDayEvent: false,
      timedEvent: true,
    });
  });

  it('refuses to move an event past midnight or into the second of a repeated hour', async () => {
    expect((await failureOf(update({ durationMinutes: 600 }))).message).toContain('midnight');
    const repeated = update({ startTimeUtc: '2026-11-01T09:30:00Z', durationMinutes: 15 });
    expect((await failureOf(repeated)).message).toContain('occurs twice');
    expect(fake.writes()).toHaveLength(0);
  });

  it('edits a repeating event by the occurrence that was listed, and refuses to move it', async () => {
    fake.rows.unshift(
      rowOf({ startTimeUtc: '2026-07-13T22:00:00.000Z', endTimeUtc: '2026-07-13T23:00:00.000Z' }),
    );
    const { appointment } = await update(clientEdit({ title: 'New' }));
    expect(fake.writes()[0]?.body).toEqual({ title: 'New' });
    expect(appointment.startTimeUtc).toBe('2026-07-20T22:00:00.000Z');
    const moved = await failureOf(update(clientEdit({ startTime: '2026-07-20T21:00:00.000Z' })));
    expect(moved).toMatchObject({ code: 'unsupported' });
    expect(fake.writes()).toHaveLength(1);
  });

  it('says that an event is not there, and sends nothing to change it', async () => {
    fake.rows.length = 0;
    expect((await failureOf(update({ title: 'New' }))).code).toBe('not_found');
    expect(fake.writes()).toHaveLength(0);
  });

  it('says that an event cannot be read, rather than that it is not there', async () => {
    fake.intercept = () => ({ body: { data: [], unreadable: [{ id: '77', reason: 'date' }] } });
    expect((await failureOf(update({ title: 'New' }))).code).toBe('upstream_invalid');
  });

  it('reports a saved change as saved when it cannot be read back', async () => {
    fake.intercept = ({ query }) =>
      query['script'] === restlets.calendarEvents.scriptId && fake.writes().length > 0
        ? { status: 503 }
        : undefined;
    const { appointment, warning } = await update({ title: 'New', durationMinutes: 30, contacts: ['32'] });
    expect(warning).toMatch(/^Saved in NetSuite/);
    expect(appointment).toMatchObject({
      title: 'New',
      durationMinutes: 30,
      location: 'Room 4',
      attendeeIds: ['5', '32'],
    });
  });

  it('does not know what was saved when the answer to the change is no answer', async () => {
    fake.intercept = ({ method }) => (method === 'PATCH' ? { status: 200, body: '<html>' } : undefined);
    expect((await failureOf(update({ title: 'New' }))).code).toBe('ambiguous_write');
  });

  it.each(['UNEXPECTED_ERROR', 'SSS_TIME_LIMIT_EXCEEDED'])(
    'does not know what was saved when a script of the account ended with %s',
    async (errorCode) => {
      const body = { 'o:errorDetails': [{ detail: 'words', 'o:errorCode': errorCode }] };
      fake.intercept = ({ method }) => (method === 'PATCH' ? { status: 400, body } : undefined);
      expect((await failureOf(update({ title: 'New' }))).code).toBe('ambiguous_write');
    },
  );

  it('succeeds when the answer is no answer and the event is as it was to be', async () => {
    fake.intercept = ({ method }) => {
      if (method !== 'PATCH') return undefined;
      fake.rows[0] = rowOf({ title: 'New', location: 'Room 9' });
      return 'drop';
    };
    const { appointment } = await update(clientEdit({ title: 'New', location: 'Room 9' }));
    expect(appointment).toMatchObject({ title: 'New', location: 'Room 9' });
    expect(fake.writes()).toHaveLength(1);
  });

  it('is not made of another version than the one that was seen, and shows the event as it is', async () => {
    const { version } = await createAdapterFor(fake).getAppointment(userContext, '77');
    fake.rows[0] = rowOf({ lastModified: '7/1/2026 9:01 am' });
    const failure = await failureOf(update({ title: 'New' }, undefined, version));
    expect(failure).toMatchObject({
      code: 'conflict',
      details: { httpStatus: 412, appointment: { id: '77' } },
    });
    expect(fake.writes()).toHaveLength(0);
  });

  it('knows the occurrence of a repeating event by its version', async () => {
    const later = { startTimeUtc: '2026-07-27T22:00:00.000Z', endTimeUtc: '2026-07-27T23:00:00.000Z' };
    fake.rows[0] = rowOf(later);
    const { version } = await createAdapterFor(fake).getAppointment(userContext, '77');
    fake.rows.unshift(rowOf());
    const { appointment } = await update({ title: 'New' }, undefined, version);
    expect(appointment.startTimeUtc).toBe(later.startTimeUtc);
    expect(fake.writes()).toHaveLength(1);
  });
});

describe('replacing the attendees of a NetSuite event', () => {
  it('keeps the organizer and the answers of those who stay, and adds the new one bare', async () => {
    await update({ contacts: ['31', { id: '40', type: 'custjob' }], title: 'New' });
    expect(fake.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'PATCH', 'GET']);
    expect(fake.requests[1]?.query).toEqual({ expandSubResources: 'true' });
    expect(fake.writes()[0]?.query).toEqual({ replace: 'attendee' });
    expect(fake.writes()[0]?.body).toEqual({
      title: 'New',
      attendee: {
        items: [
          { attendee: { id: '5' }, response: { id: 'ACCEPTED' }, attendance: { id: 'REQUIRED' } },
          { attendee: { id: '31' }, response: { id: 'DECLINED' }, attendance: { id: 'OPTIONAL' } },
          { attendee: { id: '40' } },
        ],
      },
    });
  });

  it('leaves the organizer alone on an empty list', async () => {
    await update({ contacts: [] });
    expect(fake.writes()[0]?.body).toEqual({
      attendee: {
        items: [{ attendee: { id: '5' }, response: { id: 'ACCEPTED' }, attendance: { id: 'REQUIRED' } }],
      },
    });
  });

  it('does not invite an organizer who is not on the list', async () => {
    const [, contact] = rowOf().attendees;
    fake.rows[0] = rowOf({ attendees: contact ? [contact] : [] });
    fake.intercept = ({ query }) =>
      query['expandSubResources']
        ? { body: { attendee: { items: [attendeeLine('31', 'ACCEPTED', 'REQUIRED')] } } }
        : undefined;
    await update({ contacts: [] });
    expect(fake.writes()[0]?.body).toEqual({ attendee: { items: [] } });
  });

  it('touches nobody when the same people are sent, in any order', async () => {
    await update({ contacts: ['31', '5', '31'] });
    expect(fake.writes()).toHaveLength(0);
  });

  it('changes nothing when NetSuite shows only a part of the lines', async () => {
    fake.intercept = ({ query }) =>
      query['expandSubResources']
        ? { body: { attendee: { items: [attendeeLine('5', 'ACCEPTED', 'REQUIRED')], totalResults: 2 } } }
        : undefined;
    expect((await failureOf(update({ contacts: ['40'] }))).code).toBe('upstream_invalid');
    expect(fake.writes()).toHaveLength(0);
  });

  const leaveOut = (record: object) => {
    fake.intercept = ({ query }) => (query['expandSubResources'] ? { body: record } : undefined);
  };
  const emptySublists: readonly [string, object][] = [
    ['no sublist', { id: '77', title: 'Quarterly review' }],
    ['a sublist without lines', { id: '77', attendee: { links: [], totalResults: 0 } }],
  ];

  it.each(emptySublists)('adds the first attendee of an event whose record has %s', async (_what, record) => {
    fake.rows[0] = rowOf({ attendees: [] });
    leaveOut(record);
    await update({ contacts: ['40'] });
    expect(fake.writes()[0]?.body).toEqual({ attendee: { items: [{ attendee: { id: '40' } }] } });
  });

  it.each([
    ...emptySublists,
    ['lines that it does not show', { id: '77', attendee: { totalResults: 2 } }],
  ] as const)('removes nobody of an event with attendees whose record has %s', async (_what, record) => {
    leaveOut(record);
    expect((await failureOf(update({ contacts: ['31', '40'] }))).code).toBe('upstream_invalid');
    expect(fake.writes()).toHaveLength(0);
  });

  it.each([
    ['lines that it does not show', { id: '77', attendee: { totalResults: 1 } }],
    ['the id of another event', { id: '78' }],
    ['no id', {}],
  ])('does not believe that nobody is invited of a record with %s', async (_what, record) => {
    fake.rows[0] = rowOf({ attendees: [] });
    leaveOut(record);
    expect((await failureOf(update({ contacts: ['40'] }))).code).toBe('upstream_invalid');
    expect(fake.writes()).toHaveLength(0);
  });

  it('keeps an administrator whose id is below zero, as the client gives the attendees back', async () => {
    const [contact] = rowOf().attendees.slice(1);
    const administrator = {
      id: '-5',
      name: 'Adam',
      type: 'employee',
      status: 'ACCEPTED',
      email: '',
    } as const;
    fake.rows[0] = rowOf({
      attendees: contact ? [administrator, contact] : [],
      organizer: { id: '-5', name: 'Adam' },
    });
    await update(clientEdit({ title: 'New', contacts: ['-5', '31'] }));
    expect(fake.writes()[0]?.body).toEqual({ title: 'New' });
  });

  it('names the contact whose id is none, and sends nothing', async () => {
    const failure = await failureOf(update({ contacts: [{ id: 'x/1' }] }));
    expect(failure.details.issues?.[0]?.path).toBe('contacts.0.id');
    expect(fake.requests).toHaveLength(0);
  });
});
