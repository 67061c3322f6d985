import { createBullhornSandbox } from '../../../sandbox/bullhorn/bullhorn-sandbox';
import { describeBullhorn } from '../../../sandbox/bullhorn/describe-bullhorn';
import { defaultSwitches } from '../../../sandbox/bullhorn/switches';
import { dana, nowMs, startBullhorn, type Answer, type RunningBullhorn } from './running-bullhorn';

describe('The local Bullhorn', () => {
  let bullhorn: RunningBullhorn;
  beforeAll(async () => {
    bullhorn = await startBullhorn({ callsPerMinute: 5 });
  });
  beforeEach(() => bullhorn.sandbox.reset());
  afterAll(() => bullhorn.close());

  it('announces users whose tokens work at once', async () => {
    const { state } = bullhorn.sandbox;
    const described = describeBullhorn({ state, baseUrl: bullhorn.baseUrl });
    expect(described).toMatchObject({
      restUrl: bullhorn.restUrl,
      loginInfoUrl: `${bullhorn.baseUrl}/rest-services/loginInfo`,
      oauth: { clientId: 'app-connect-sandbox', clientSecret: 'app-connect-sandbox-secret' },
      users: [
        { id: 11, name: 'Dana Whitfield', timeZone: 'America/Los_Angeles' },
        { timeZone: 'Europe/London' },
        { timeZone: 'America/New_York' },
      ],
    });
    for (const { token } of described.users) {
      expect((await bullhorn.call('ping', { token })).status).toBe(200);
    }
  });

  describe('limits calls per minute', () => {
    const callTimes = async (times: number): Promise<Answer[]> => {
      const answers: Answer[] = [];
      for (let count = 0; count < times; count += 1) answers.push(await bullhorn.call('ping'));
      return answers;
    };

    it('and says how many are left', async () => {
      const answers = await callTimes(6);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
      expect(answers.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual([
        '4',
        '3',
        '2',
        '1',
        '0',
        '0',
      ]);
      expect(answers[5]?.headers.get('ratelimit-limit')).toBe('5');
      expect(answers[5]?.headers.get('ratelimit-reset')).toBe('60');
      expect(answers[5]?.headers.get('retry-after')).toBeNull();
      expect(answers[5]?.body['errorMessage']).toMatch(/^Rate Limited -- Wait 1 second/);
      bullhorn.sandbox.clock.advance(60_000);
      expect((await bullhorn.call('ping')).status).toBe(200);
    });

    it('with the headers that the switches name', async () => {
      bullhorn.sandbox.setSwitches({ rateLimitHeaders: 'x-ratelimit', retryAfterHeader: true });
      const limited = (await callTimes(6))[5];
      expect(limited?.headers.get('x-ratelimit-limit')).toBe('5');
      expect(limited?.headers.get('ratelimit-limit')).toBeNull();
      expect(limited?.headers.get('retry-after')).toBe('1');
    });
  });

  it('shows planned faults in Bullhorn’s words', async () => {
    bullhorn.sandbox.faults.add({ fault: '500', path: '*/query/*' });
    const failed = await bullhorn.call('query/Appointment?fields=id&where=id=1');
    expect([failed.status, failed.body]).toEqual([
      500,
      { errorMessage: 'An internal error has occurred', errorMessageKey: 'errors.internalError' },
    ]);
    bullhorn.sandbox.faults.add({ fault: '429', retryAfterSeconds: 2 });
    const limited = await bullhorn.call('ping');
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '2']);
  });

  it('commits a create whose answer is lost', async () => {
    const { Appointment } = bullhorn.sandbox.state.records;
    const before = Appointment.size;
    bullhorn.sandbox.faults.add({ fault: 'timeoutAfterCommit', method: 'PUT' });
    const lost = bullhorn.call('entity/Appointment', { method: 'PUT', json: { subject: 'Once' } });
    await expect(lost).rejects.toThrow();
    expect(Appointment.size).toBe(before + 1);
  });

  it('keeps tokens and names out of its journal', async () => {
    await bullhorn.call('query/Candidate?fields=id&where=id=1', {
      token: null,
      query: { BhRestToken: dana.token },
    });
    const [entry] = bullhorn.sandbox.journal.entries();
    expect(entry).toMatchObject({ method: 'GET', path: '/rest-services/e999/query/Candidate', status: 200 });
    expect(JSON.stringify(entry)).not.toContain(dana.token);
  });

  it('can be driven from another process', async () => {
    const control = (path: string, method: string, json?: unknown): Promise<Answer> =>
      bullhorn.call(`/_sandbox/${path}`, { method, json, token: null });
    expect((await control('switches', 'GET')).body).toEqual(defaultSwitches);
    expect((await control('switches', 'PATCH', { unknownFieldStatus: 404 })).status).toBe(200);
    expect(bullhorn.sandbox.switches().unknownFieldStatus).toBe(404);
    expect((await control('switches', 'PATCH', { colour: 1 })).status).toBe(400);
    expect((await control('switches', 'PATCH', { unknownFieldStatus: 418 })).status).toBe(400);
    expect((await control('reset', 'POST')).body).toMatchObject({ corpToken: 'e999', sessions: 3 });
    expect(bullhorn.sandbox.switches()).toEqual(defaultSwitches);
  });

  it('is after a reset as it was after the start', async () => {
    const { state } = bullhorn.sandbox;
    const first = JSON.stringify([...state.records.Appointment]);
    const created = await bullhorn.call('entity/Appointment', { method: 'PUT', json: { subject: 'x' } });
    await bullhorn.call('logout');
    bullhorn.sandbox.reset();
    expect(JSON.stringify([...state.records.Appointment])).toBe(first);
    const again = await bullhorn.call('entity/Appointment', { method: 'PUT', json: { subject: 'x' } });
    expect(again.body['changedEntityId']).toBe(created.body['changedEntityId']);
  });

  it('names a source for every route', () => {
    const routes = createBullhornSandbox({ frozenAtMs: nowMs }).ledger.entries();
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter(({ source }) => source === '')).toEqual([]);
    const names = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('describes its metadata', async () => {
    const meta = await bullhorn.call('meta/Appointment?fields=*&meta=full');
    const fields = Array.isArray(meta.body['fields']) ? meta.body['fields'] : [];
    expect(fields).toContainEqual(
      expect.objectContaining({ name: 'subject', maxLength: 100, required: true }),
    );
    expect(fields).toContainEqual(
      expect.objectContaining({
        name: 'communicationMethod',
        options: expect.arrayContaining([{ value: 'Phone', label: 'Phone' }]),
      }),
    );
    expect(fields).toContainEqual(expect.objectContaining({ name: 'attendees', type: 'TO_MANY' }));
    const list = JSON.parse((await bullhorn.call('meta')).text);
    expect(list).toContainEqual({ entity: 'Lead', metaUrl: `${bullhorn.restUrl}meta/Lead?fields=*` });
  });

  it('lists options, 20 when nothing is said', async () => {
    const people = await bullhorn.call('options/Person');
    expect(people.rows).toHaveLength(20);
    const filtered = await bullhorn.call('options/Candidate?filter=ha');
    expect(filtered.rows).toEqual([{ value: 501, label: 'Olivia Hart' }]);
    expect((await bullhorn.call('options/Candidate?count=301')).body['messages']).toHaveLength(1);
    expect((await bullhorn.call('options/Colour')).status).toBe(404);
  });

  it('answers 404 in its own words for what it does not have', async () => {
    const answer = await bullhorn.call('services/Calendar');
    expect([answer.status, answer.body['errorCode']]).toEqual([404, 404]);
    const unreadable = await bullhorn.call('entity/Appointment/%E0%A4%A?fields=id');
    expect([unreadable.status, unreadable.body['errorCode']]).toEqual([400, 400]);
  });
});
