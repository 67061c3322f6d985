import {
  createEvent,
  errorDetails,
  eventsPath,
  startAccount,
  type Reply,
  type RunningAccount,
} from '../small-account';

describe('the list of calendar events in REST', () => {
  let account: RunningAccount;

  beforeEach(async () => {
    account = await startAccount();
  });

  afterEach(() => account.close());

  describe('listing', () => {
    beforeEach(async () => {
      await createEvent(account, { title: 'Demo for Zoë', startDate: '2026-03-15', status: 'TENTATIVE' });
      await createEvent(account, { title: 'Lunch', startDate: '2026-03-16', externalId: 'x-1' });
      await createEvent(account, { title: 'Demo "two"', startDate: '2026-03-17', status: 'CANCELLED' });
    });

    const list = (query: string): Promise<Reply> => account.call('GET', `${eventsPath}?${query}`);
    const found = async (...queries: string[]): Promise<unknown> => {
      const { json } = await list(queries.map((q) => `q=${encodeURIComponent(q)}`).join('&'));
      return json;
    };
    const items = (...ids: string[]): object => ({ items: ids.map((id) => expect.objectContaining({ id })) });

    it.each([
      ['status IS "CONFIRMED"', ['2']],
      ['status ANY_OF ["CONFIRMED", CANCELLED]', ['2', '3']],
      ['title CONTAIN demo', ['1', '3']],
      ['title CONTAIN_NOT demo', ['2']],
      ['title IS "Demo \\"two\\""', ['3']],
      ['title START_WITH "Demo for"', ['1']],
      ['startdate AFTER "3/15/26"', ['2', '3']],
      ['startDate BEFORE "2026-03-16"', ['1']],
      ['startDate ON_OR_AFTER "3/16/2026" AND startDate ON_OR_BEFORE "3/16/2026"', ['2']],
      ['startDate ON "3/16/2026" OR status IS TENTATIVE', ['1', '2']],
      ['(status IS TENTATIVE OR status IS CANCELLED) AND title CONTAIN two', ['3']],
      ['externalId IS "x-1"', ['2']],
      ['externalId EMPTY', ['1', '3']],
    ])('finds by %s', async (query, ids) => {
      expect(await found(query)).toMatchObject(items(...ids));
    });

    it('takes several q as conditions that must all hold', async () => {
      expect(await found('status IS_NOT "CONFIRMED"', 'startdate AFTER "3/15/26"')).toMatchObject(items('3'));
    });

    it.each([
      'q=title',
      'q=title+SOUNDS+x',
      'q=colour+IS+red',
      'q=constructor+IS+red',
      'q=(title+IS+x',
      'q=title+IS+x+y',
      'q=startDate+ON+tomorrow',
      'limit=0',
      'limit=1001',
      'limit=x',
      'limit=2&offset=1',
    ])('refuses %s', async (query) => {
      const reply = await list(query);
      expect(reply.status).toBe(400);
      expect(reply.json).toMatchObject(
        errorDetails('INVALID_REQUEST', { 'o:errorQueryParam': expect.any(String) }),
      );
    });

    it('pages with links', async () => {
      expect((await list('limit=2')).json).toMatchObject({
        count: 2,
        hasMore: true,
        offset: 0,
        totalResults: 3,
        links: [{ rel: 'next', href: `${account.baseUrl}${eventsPath}?limit=2&offset=2` }, {}, {}],
      });
      expect((await list('limit=2&offset=2')).json).toMatchObject({
        count: 1,
        hasMore: false,
        ...items('3'),
      });
      expect((await list('limit=2&offset=4')).json).toMatchObject({ count: 0, hasMore: false, items: [] });
    });

    it('leaves out private events of others', async () => {
      await createEvent(account, { accessLevel: 'PRIVATE' });
      expect((await account.call('GET', eventsPath, { as: '2' })).json).toMatchObject({ totalResults: 3 });
      expect((await account.call('GET', eventsPath)).json).toMatchObject({ totalResults: 4 });
    });
  });
});
