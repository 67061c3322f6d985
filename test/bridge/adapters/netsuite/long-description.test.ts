import { patchRequestSchema } from '../../../../src/contract/change.schema';
import { htmlSafeText, plainTextFromHtml } from '../../../../src/contract/plain-text';
import { rowOf, startFakeNetSuite, type FakeNetSuite } from '../../fake-netsuite';
import { createAdapterFor, failureOf, userContext } from './netsuite-fixture';

let fake: FakeNetSuite;

beforeEach(async () => {
  fake = await startFakeNetSuite();
});
afterEach(() => fake.close());

/** An event whose record has this message: the search cuts it, and the RESTlet makes plain text of that. */
const store = (message: string) => {
  const cut = Buffer.from(message)
    .subarray(0, 4000)
    .toString()
    .replace(/\uFFFD$/, '');
  const shown = htmlSafeText(plainTextFromHtml(cut));
  fake.rows[0] = rowOf({ message: shown });
  fake.intercept = ({ method, query }) =>
    method === 'GET' && query['fields'] === 'message' ? { body: { id: '77', message } } : undefined;
  return shown;
};

const update = (patch: object) =>
  createAdapterFor(fake).updateAppointment(userContext, '77', patchRequestSchema.parse(patch));

const methods = () => fake.requests.map(({ method }) => method);

const lines = (count: number, end: string) => `An agenda of many points.${end}`.repeat(count);

describe('changing a description of which NetSuite shows only the beginning', () => {
  it.each([
    ['plain text', 'word '.repeat(1000)],
    ['plain text that ends within a letter', `${'ü'.repeat(1999)}a${'日本'.repeat(50)}`],
    ['lines', lines(200, '\r\n')],
    [
      'HTML that is mostly markup',
      '<p style="margin-left: 12px; font-family: Calibri">Point.</p>'.repeat(400),
    ],
    ['HTML that is cut within a tag', `${'x'.repeat(3990)}<a href="https://example.com/a/long/way">here</a>`],
  ])('is refused for %s, and nothing is changed', async (_what, message) => {
    const shown = store(message);
    const failure = await failureOf(update({ title: 'New', summary: `${shown}\nMore` }));
    expect(failure).toMatchObject({ code: 'unsupported', retryable: false });
    expect(failure.message).toMatch(/longer than can be shown.*edit the description in NetSuite/);
    expect(fake.requests[1]).toMatchObject({
      path: '/services/rest/record/v1/calendarEvent/77',
      query: { fields: 'message' },
    });
    expect(fake.writes()).toHaveLength(0);
  });

  it('leaves it alone where the client gives back what was shown, at no more calls', async () => {
    const summary = plainTextFromHtml(store('word '.repeat(1000)));
    await update({ title: 'New', summary });
    expect(methods()).toEqual(['GET', 'PATCH', 'GET']);
    expect(fake.writes()[0]?.body).toEqual({ title: 'New' });
  });

  it('leaves it alone where a server gives back all of it', async () => {
    const message = lines(200, '\n').trim();
    store(message);
    await update({ title: 'New', summary: message });
    expect(fake.writes()[0]?.body).toEqual({ title: 'New' });
    await update({ summary: message });
    expect(fake.writes()).toHaveLength(1);
  });

  it('finds a long description that was saved although the answer was lost', async () => {
    const message = lines(200, '\n').trim();
    fake.intercept = ({ method }) => {
      if (method !== 'PATCH') return undefined;
      store(message);
      return 'drop';
    };
    const { appointmentId } = await update({ summary: message });
    expect(appointmentId).toBe('77');
    expect(fake.writes()).toHaveLength(1);
  });

  it('is done where there is no more than was shown', async () => {
    store('x'.repeat(4000));
    await update({ summary: 'Short' });
    store(`<p>${'Some words. '.repeat(100)}</p>`);
    await update({ summary: 'Short' });
    expect(fake.writes().map(({ body }) => body)).toEqual([{ message: 'Short' }, { message: 'Short' }]);
  });

  it('is done without another call where so little is shown that nothing can have been cut', async () => {
    store('Bring the numbers');
    await update({ summary: 'Bring the slides' });
    expect(methods()).toEqual(['GET', 'PATCH', 'GET']);
  });

  it('is not done where the whole of it cannot be read', async () => {
    store('word '.repeat(1000));
    fake.intercept = ({ query }) => (query['fields'] ? { body: { id: '77' } } : undefined);
    expect((await failureOf(update({ summary: 'Short' }))).code).toBe('upstream_invalid');
    expect(fake.writes()).toHaveLength(0);
  });
});
