import {
  addAppointment,
  addAppointments,
  addAttendee,
} from '../../../../sandbox/bullhorn/seed/add-appointments';
import { dana, nowMs, startBullhorn, type Answer, type RunningBullhorn } from '../running-bullhorn';

const hourMs = 3_600_000;

describe('query', () => {
  let bullhorn: RunningBullhorn;
  beforeAll(async () => {
    bullhorn = await startBullhorn();
  });
  beforeEach(() => {
    bullhorn.sandbox.reset();
    bullhorn.sandbox.state.records.Appointment.clear();
    bullhorn.sandbox.state.records.AppointmentAttendee.clear();
  });
  afterAll(() => bullhorn.close());

  const query = (where: string, more: Record<string, string> = {}, entity = 'Appointment'): Promise<Answer> =>
    bullhorn.call(`query/${entity}`, { query: { fields: 'id', where, ...more } });
  const idsOf = (answer: Answer): unknown[] => answer.rows.map((row) => row['id']);
  const add = (changes: Record<string, string | number | boolean | null> = {}): number =>
    addAppointment(bullhorn.sandbox.state, {
      subject: 'Call',
      dateBegin: nowMs,
      dateEnd: nowMs + hourMs,
      ...changes,
      owner: dana.id,
    }).id;

  describe('where', () => {
    it('compares with every operator', async () => {
      const ids = [nowMs, nowMs + 1, nowMs + 2].map((dateBegin) => add({ dateBegin }));
      const found = async (operator: string): Promise<unknown[]> =>
        idsOf(await query(`dateBegin ${operator} ${nowMs + 1}`));
      expect(await found('=')).toEqual([ids[1]]);
      expect(await found('<>')).toEqual([ids[0], ids[2]]);
      expect(await found('<')).toEqual([ids[0]]);
      expect(await found('<=')).toEqual([ids[0], ids[1]]);
      expect(await found('>')).toEqual([ids[2]]);
      expect(await found('>=')).toEqual([ids[1], ids[2]]);
    });

    it('binds AND closer than OR, and parentheses closer still', async () => {
      const [a, b] = [add({ subject: 'A' }), add({ subject: 'B', isDeleted: true })];
      expect(idsOf(await query("subject='A' OR subject='B' AND isDeleted=false"))).toEqual([a]);
      expect(idsOf(await query("(subject='A' or subject='B') and isDeleted=true"))).toEqual([b]);
      expect(idsOf(await query("NOT (subject='A' OR isDeleted=false)"))).toEqual([b]);
    });

    it('leaves null out of comparisons, also of negated ones', async () => {
      const [unset, set] = [add({ isAllDay: null }), add({ isAllDay: false })];
      expect(idsOf(await query('isAllDay=false'))).toEqual([set]);
      expect(idsOf(await query('NOT isAllDay=true'))).toEqual([set]);
      expect(idsOf(await query('isAllDay <> true'))).toEqual([set]);
      expect(idsOf(await query('isAllDay IS NULL'))).toEqual([unset]);
      expect(idsOf(await query('isAllDay IS NOT NULL'))).toEqual([set]);
      expect(idsOf(await query('isAllDay = NULL'))).toEqual([]);
    });

    it('knows lists, negative numbers and compound names', async () => {
      const { state } = bullhorn.sandbox;
      const appointment = add();
      const links = [-1, null, 2] as const;
      const [declined, , tentative] = links.map((acceptanceStatus, index) =>
        addAttendee(state, { appointment, attendee: 501 + index, acceptanceStatus }),
      );
      const attendees = (where: string): Promise<Answer> => query(where, {}, 'AppointmentAttendee');
      expect(idsOf(await attendees('acceptanceStatus IN (-1, 2)'))).toEqual([declined?.id, tentative?.id]);
      expect(idsOf(await attendees('acceptanceStatus NOT IN (2)'))).toEqual([declined?.id]);
      expect(idsOf(await attendees('acceptanceStatus=-1'))).toEqual([declined?.id]);
      expect((await attendees(`appointment.owner.id=${dana.id}`)).rows).toHaveLength(3);
      expect((await attendees("attendee.lastName='Østergård'")).rows).toHaveLength(1);
      expect(idsOf(await query('attendees IS EMPTY'))).toEqual([]);
      expect(idsOf(await query('attendees IS NOT EMPTY AND parentAppointment.id IS NULL'))).toEqual([
        appointment,
      ]);
    });

    it('reads two quotes in a string as one, and folds case as a switch says', async () => {
      expect((await query("lastName='O''Brien'", {}, 'Candidate')).rows).toEqual([{ id: 507 }]);
      expect((await query("lastName='HART'", {}, 'Candidate')).rows).toHaveLength(1);
      bullhorn.sandbox.setSwitches({ textComparison: 'exact' });
      expect((await query("lastName='HART'", {}, 'Candidate')).rows).toHaveLength(0);
    });

    it.each([
      ['subject LIKE', "subject LIKE 'A%'"],
      ['an unclosed quote', "subject='A"],
      ['an unclosed parenthesis', '(id=1'],
      ['what follows the end', 'id=1 id=2'],
      ['a value that is none', 'id=abc'],
      ['a string for a timestamp', "dateBegin>'2026-01-01'"],
      ['a number for a boolean', 'isDeleted=0'],
      ['an association in place of its id', 'owner=11'],
      ['a step through a scalar', 'subject.id=1'],
      ['IS EMPTY of a scalar', 'subject IS EMPTY'],
      ['a missing operand', 'id='],
    ])('refuses %s', async (_what, where) => {
      const answer = await query(where);
      expect([answer.status, answer.body['errorCode']]).toEqual([400, 400]);
    });

    it('refuses unknown fields with 400, or with 404 where a switch says so', async () => {
      expect((await query('colour=1')).status).toBe(400);
      bullhorn.sandbox.setSwitches({ unknownFieldStatus: 404 });
      expect((await query('colour=1')).status).toBe(404);
      expect((await query('id>0', { fields: 'id,colour' })).status).toBe(404);
      expect((await query('id>0', { orderBy: 'colour' })).status).toBe(404);
    });

    it('comes in the body of a POST, and a URL that is too long is refused', async () => {
      const id = add();
      const where = `id IN (${Array.from({ length: 1600 }, (_, index) => index + 1).join(',')})`;
      const tooLong = await query(where);
      expect(tooLong.status).toBe(414);
      bullhorn.sandbox.setSwitches({ longUrlStatus: 400 });
      expect((await query(where)).status).toBe(400);
      const posted = await bullhorn.call('query/Appointment?fields=id', { method: 'POST', json: { where } });
      expect(idsOf(posted)).toEqual([id]);
    });

    it('is required, as fields are', async () => {
      expect((await bullhorn.call('query/Appointment?fields=id')).status).toBe(400);
      expect((await bullhorn.call('query/Appointment?where=id>0')).status).toBe(400);
    });
  });

  describe('pages', () => {
    beforeEach(() => {
      addAppointments(bullhorn.sandbox.state, { owner: dana.id, count: 620, firstBeginMs: nowMs });
    });

    it('has 20 rows when nothing is said', async () => {
      const { body, rows } = await query('id>0');
      expect([rows.length, body['start'], body['count']]).toEqual([20, 0, 20]);
      expect(body).not.toHaveProperty('total');
      expect(body).not.toHaveProperty('messages');
    });

    it('is cut at 500 with a message, not an error', async () => {
      const { status, body, rows } = await query('id>0', { count: '2000', showTotalMatched: 'true' });
      expect([status, rows.length, body['count'], body['total']]).toEqual([200, 500, 500, 620]);
      expect(body['messages']).toEqual([expect.objectContaining({ severity: 'WARNING' })]);
    });

    it('is cut lower for a wide selection where a switch says so, without a word', async () => {
      bullhorn.sandbox.setSwitches({ wideSelectionCap: 200 });
      const wide = await query('id>0', { count: '500', fields: 'id,attendees' });
      expect([wide.rows.length, wide.body['count']]).toEqual([200, 200]);
      expect(wide.body).not.toHaveProperty('messages');
      expect((await query('id>0', { count: '500' })).rows).toHaveLength(500);
    });

    it('reaches every row by start', async () => {
      const starts = ['0', '500', '620'];
      const pages = await Promise.all(starts.map((start) => query('id>0', { count: '500', start })));
      expect(pages.map(({ rows }) => rows.length)).toEqual([500, 120, 0]);
      expect(new Set(pages.flatMap(idsOf)).size).toBe(620);
    });

    it('is not there when only the total is wanted', async () => {
      expect((await query('id>0', { totalOnly: 'true' })).body).toEqual({ total: 620 });
    });

    it('refuses a count that is no number', async () => {
      expect((await query('id>0', { count: 'all' })).status).toBe(400);
    });
  });

  it('sorts by fields, a minus turning the order round', async () => {
    const first = add({ subject: 'b', dateBegin: 2 });
    const second = add({ subject: 'a', dateBegin: 2 });
    const third = add({ subject: 'c', dateBegin: 1 });
    expect(idsOf(await query('id>0', { orderBy: 'dateBegin,subject' }))).toEqual([third, second, first]);
    expect(idsOf(await query('id>0', { orderBy: '-dateBegin,-subject' }))).toEqual([first, second, third]);
    expect(idsOf(await query('id>0', { orderBy: 'owner.lastName,-id' }))).toEqual([third, second, first]);
  });

  it('shows soft-deleted rows unless a switch hides them', async () => {
    const id = add({ isDeleted: true });
    expect(idsOf(await query('id>0'))).toEqual([id]);
    bullhorn.sandbox.setSwitches({ queryHidesDeleted: true });
    expect(idsOf(await query('id>0'))).toEqual([]);
    expect(idsOf(await query('id>0', { useDefaultQueryFilter: 'false' }))).toEqual([id]);
  });

  it('reads people of one kind or of all', async () => {
    expect((await query('id>0', { count: '100' }, 'Candidate')).rows).toHaveLength(15);
    expect((await query('id>0', { count: '100' }, 'ClientContact')).rows).toHaveLength(10);
    expect((await query('id>0', { count: '100' }, 'Lead')).rows).toHaveLength(5);
    const people = await query('id=501', { fields: 'id,_subtype,email' }, 'Person');
    expect(people.rows).toEqual([{ id: 501, _subtype: 'Candidate', email: 'olivia.hart@mail.example' }]);
  });

  it('tells timeZoneOffsetEST in the unit that the switch names', async () => {
    const offset = async (): Promise<unknown> =>
      (await query('id=11', { fields: 'timeZoneOffsetEST,masterUserID' }, 'CorporateUser')).rows[0];
    expect(await offset()).toEqual({ id: 11, timeZoneOffsetEST: -3, masterUserID: 9011 });
    bullhorn.sandbox.setSwitches({ timeZoneOffsetUnit: 'minutes' });
    expect(await offset()).toMatchObject({ timeZoneOffsetEST: -180 });
  });

  it('answers 404 for an entity that does not exist', async () => {
    expect((await query('id>0', {}, 'Calendar')).status).toBe(404);
    expect((await query('id>0', {}, 'appointment')).status).toBe(404);
  });
});
