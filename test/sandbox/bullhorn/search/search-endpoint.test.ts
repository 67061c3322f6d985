import { startBullhorn, type Answer, type RunningBullhorn } from '../running-bullhorn';

describe('search', () => {
  let bullhorn: RunningBullhorn;
  beforeAll(async () => {
    bullhorn = await startBullhorn();
  });
  beforeEach(() => bullhorn.sandbox.reset());
  afterAll(() => bullhorn.close());

  const search = (query: string, entity = 'Candidate', fields = 'id'): Promise<Answer> =>
    bullhorn.call(`search/${entity}`, { method: 'POST', query: { fields }, json: { query } });
  const idsOf = async (query: string, entity?: string): Promise<unknown[]> =>
    (await search(query, entity)).rows.map((row) => row['id']);

  it('finds words of a field, phrases and beginnings', async () => {
    expect(await idsOf('firstName:olivia')).toEqual([501]);
    expect(await idsOf('name:"José María"')).toEqual([508]);
    expect(await idsOf('name:"María José"')).toEqual([]);
    expect(await idsOf('lastName:lef*')).toEqual([506]);
    expect(await idsOf('lastName:"O\'Brien"')).toEqual([507]);
    expect(await idsOf('email:"olivia.hart@mail.example"')).toEqual([501]);
    expect(await idsOf('id:503')).toEqual([503]);
  });

  it('finds names in every script', async () => {
    expect(await idsOf('lastName:田中')).toEqual([503]);
    expect(await idsOf('firstName:ليلى')).toEqual([504]);
    expect(await idsOf('firstName:дмитрий')).toEqual([505]);
    expect(await idsOf('lastName:अय्यर')).toEqual([510]);
    expect(await idsOf('firstName:αθηνά', 'Lead')).toEqual([702]);
    expect(await idsOf('name:"伟 陈"', 'ClientContact')).toEqual([605]);
  });

  it('joins with AND, OR, NOT, signs and parentheses', async () => {
    expect(await idsOf('firstName:olivia OR firstName:tyrone AND lastName:hart')).toEqual([501]);
    expect(await idsOf('(firstName:olivia OR firstName:tyrone) AND lastName:banks')).toEqual([512]);
    expect(await idsOf('firstName:(olivia OR tyrone)')).toEqual([501, 512]);
    expect(await idsOf('firstName:(olivia OR tyrone) AND NOT lastName:hart')).toEqual([512]);
    expect(await idsOf('firstName:(olivia OR tyrone) AND -lastName:hart')).toEqual([512]);
  });

  it('joins terms without an operator as the switch says', async () => {
    expect(await idsOf('firstName:olivia lastName:banks')).toEqual([501, 512]);
    bullhorn.sandbox.setSwitches({ luceneDefaultOperator: 'AND' });
    expect(await idsOf('firstName:olivia lastName:banks')).toEqual([]);
    expect(await idsOf('firstName:olivia lastName:hart')).toEqual([501]);
  });

  it('takes an escaped quote as part of the name, and an unescaped one as the end of the phrase', async () => {
    expect(await idsOf(String.raw`name:"x\" OR isDeleted:false OR name:\""`)).toEqual([]);
    expect(await idsOf('name:"x" OR isDeleted:false OR name:"y"')).toHaveLength(15);
  });

  it('returns how to reach people, a score and the total', async () => {
    const { body, rows } = await search('firstName:grace', 'ClientContact', 'id,name,email,phone');
    expect(body['total']).toBe(1);
    expect(rows).toEqual([
      {
        id: 601,
        name: 'Grace Ellison',
        email: 'grace@harborfreightlines.example',
        phone: '+1 310 555 0201',
        _score: 1,
      },
    ]);
  });

  it('lists ids when no fields are asked for, and sorts', async () => {
    const answer = await bullhorn.call('search/Lead?query=isDeleted:0&sort=-id');
    expect(answer.body).toEqual({ data: [705, 704, 703, 702, 701] });
  });

  it.each(['name:"open', 'name:', '(name:a', 'name:a)', 'id:[1 TO 5]', 'name:a~', 'AND'])(
    'refuses %s',
    async (query) => {
      expect((await search(query)).status).toBe(400);
    },
  );

  it('refuses fields that are not in the index', async () => {
    expect((await search('colour:red')).status).toBe(400);
  });

  it('does not know appointments', async () => {
    expect((await search('id:1', 'Appointment')).status).toBe(404);
    expect((await search('id:1', 'AppointmentAttendee')).status).toBe(404);
  });
});
