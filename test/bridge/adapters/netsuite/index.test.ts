import type { FailureCode } from '../../../../src/contract/failure';
import { rowOf, startFakeNetSuite, type FakeNetSuite } from '../../fake-netsuite';
import { createAdapterFor, failureOf, userContext } from './netsuite-fixture';

let fake: FakeNetSuite;

beforeEach(async () => {
  fake = await startFakeNetSuite();
});
afterEach(() => fake.close());

describe('confirming and cancelling a NetSuite event', () => {
  it.each([
    ['confirmAppointment', 'CONFIRMED'],
    ['cancelAppointment', 'CANCELLED'],
  ] as const)('%s sets the status %s and reads the event back', async (operation, id) => {
    const { appointmentId } = await createAdapterFor(fake)[operation](userContext, '77');
    expect(appointmentId).toBe('77');
    expect(fake.writes()).toHaveLength(1);
    expect(fake.writes()[0]?.body).toEqual({ status: { id } });
    expect(fake.requests.at(-1)?.query['id']).toBe('77');
  });

  it('confirms an event that was cancelled', async () => {
    fake.rows[0] = rowOf({ status: 'CANCELLED' });
    await createAdapterFor(fake).confirmAppointment(userContext, '77');
    expect(fake.writes()[0]?.body).toEqual({ status: { id: 'CONFIRMED' } });
  });

  it.each(['confirmAppointment', 'cancelAppointment', 'getAppointment'] as const)(
    '%s says when there is no such event',
    async (operation) => {
      expect((await failureOf(createAdapterFor(fake)[operation](userContext, '78'))).code).toBe('not_found');
      expect(fake.writes()).toHaveLength(0);
    },
  );
});

describe('ids of NetSuite events', () => {
  it.each([
    '../contacts/5',
    '77/../../customer/5',
    '5?x',
    '5.json',
    '5#',
    '',
    ' 5',
    '-5',
    '1e3',
    '٥',
    '1'.repeat(20),
  ])('takes "%s" for none, and sends nothing', async (id) => {
    const adapter = createAdapterFor(fake);
    const failures = await Promise.all([
      failureOf(adapter.getAppointment(userContext, id)),
      failureOf(adapter.updateAppointment(userContext, id, { title: 'x' })),
      failureOf(adapter.confirmAppointment(userContext, id)),
      failureOf(adapter.cancelAppointment(userContext, id)),
    ]);
    for (const { code, details } of failures) {
      expect([code, details.issues?.[0]?.path]).toEqual(['invalid_request', 'appointmentId']);
    }
    expect(fake.requests).toHaveLength(0);
  });
});

describe('hosts of NetSuite', () => {
  it.each([
    '',
    'app.netsuite.com',
    'evil.example.com',
    '1234567.app.netsuite.com.evil.example',
    'evil.example/1234567.app.netsuite.com',
    '1234567.app.netsuite.com/x',
    '1234567.app.netsuite.com:8443',
    'user@1234567.app.netsuite.com',
    '-1.app.netsuite.com',
    '1234567.system.netsuite.com',
    'http://1234567.app.netsuite.com',
  ])('are not "%s": nothing is sent, although the base URL is replaced', async (hostname) => {
    const failure = await failureOf(
      createAdapterFor(fake).listAppointments({ ...userContext, hostname }, {}),
    );
    expect(failure.code).toBe('invalid_request');
    expect(failure.message).toContain('x-crm-hostname');
    expect(fake.requests).toHaveLength(0);
  });
});

describe('searching people in NetSuite', () => {
  it('asks the RESTlet and gives contacts', async () => {
    const person = {
      id: '31',
      name: 'Carl',
      type: 'contact',
      email: 'c@x.io',
      phone: '1',
      company: 'X',
    } as const;
    fake.people.push(person);
    const found = await createAdapterFor(fake).findContacts(userContext, ' carl & co ');
    expect(found).toEqual({ contacts: [person], hasMore: false });
    expect(fake.requests[0]?.query).toMatchObject({
      script: 'customscript_rcsearchattendees',
      name: 'carl & co',
      limit: '50',
    });
  });

  it('sends nothing for a blank name', async () => {
    expect((await failureOf(createAdapterFor(fake).findContacts(userContext, '  '))).code).toBe(
      'invalid_request',
    );
    expect(fake.requests).toHaveLength(0);
  });
});

describe('errors of NetSuite', () => {
  const restletError = (code: string, message = 'words') => ({ error: { code, message } });
  const recordError = (code: string, detail = 'words') => ({
    title: 'Bad Request',
    status: 400,
    'o:errorDetails': [{ detail, 'o:errorCode': code }],
  });

  it.each<[number, object, FailureCode, RegExp]>([
    [400, restletError('SSS_REQUEST_LIMIT_EXCEEDED'), 'rate_limited', /too many requests/],
    [429, recordError('CONCURRENCY_LIMIT_EXCEEDED'), 'rate_limited', /too many requests/],
    [400, restletError('INVALID_LOGIN_ATTEMPT'), 'unauthenticated', /Connect to NetSuite again/],
    [401, recordError('INVALID_LOGIN'), 'unauthenticated', /Connect to NetSuite again/],
    [400, restletError('INSUFFICIENT_PERMISSION'), 'forbidden', /Events permission/],
    [
      400,
      restletError('SSS_INVALID_SCRIPTLET_ID'),
      'upstream_invalid',
      /SuiteApp is not deployed.*administrator/,
    ],
    [
      400,
      restletError('RC_INVALID_REQUEST', 'startDate must be a day'),
      'invalid_request',
      /^startDate must be a day$/,
    ],
    [400, restletError('RC_NOT_FOUND', 'No such event.'), 'not_found', /^No such event\.$/],
    [
      400,
      restletError('INVALID_X', '{"name":"INVALID_X","message":"Bad value"}'),
      'invalid_request',
      /this: Bad value$/,
    ],
    [
      400,
      recordError('INVALID_CONTENT', 'Invalid <b>status</b>'),
      'invalid_request',
      /this: Invalid status$/,
    ],
    [404, recordError('NONEXISTENT_ID'), 'not_found', /no such record/],
    [400, recordError('RCRD_HAS_BEEN_CHANGED'), 'conflict', /changed in NetSuite in the meantime/],
    [409, recordError('RCRD_HAS_BEEN_CHANGED'), 'conflict', /changed in NetSuite in the meantime/],
    [400, restletError('UNEXPECTED_ERROR'), 'upstream_unavailable', /cannot be reached/],
    [400, restletError('SSS_TIME_LIMIT_EXCEEDED'), 'upstream_unavailable', /cannot be reached/],
    [400, restletError('SSS_USAGE_LIMIT_EXCEEDED'), 'upstream_unavailable', /cannot be reached/],
    [400, restletError('SSS_STATEMENT_COUNT_EXCEEDED'), 'upstream_unavailable', /cannot be reached/],
    [400, restletError('SSS_INSTRUCTION_COUNT_EXCEEDED'), 'upstream_unavailable', /cannot be reached/],
    [404, recordError('UNEXPECTED_ERROR'), 'not_found', /no such record/],
    [503, { any: 'thing' }, 'upstream_unavailable', /cannot be reached/],
  ])('%i %j mean %s', async (status, body, code, words) => {
    fake.intercept = () => ({ status, body });
    const failure = await failureOf(createAdapterFor(fake).listAppointments(userContext, {}));
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(words);
    expect(failure.message).not.toMatch(/authorize CRM platform/i);
  });
});
