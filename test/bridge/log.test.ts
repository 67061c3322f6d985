import { createLog, withoutRedaction } from '../../bridge/log';

const logged = (ids: object): string => {
  const lines: string[] = [];
  createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } }).info(ids, 'a title');
  return lines.join('');
};

describe('the log', () => {
  it('keeps a constant title and ids', () => {
    expect(JSON.parse(logged({ platform: 'netsuite', eventId: '77' }))).toMatchObject({
      msg: 'a title',
      platform: 'netsuite',
      eventId: '77',
      time: expect.stringMatching(/^\d{4}-/),
    });
  });

  it.each([
    { token: 'SECRET' },
    { user: { authHeader: 'Bearer SECRET' } },
    { call: { user: { name: 'SECRET', email: 'SECRET' } } },
    { request: { headers: { authorization: 'SECRET' }, query: { jwtToken: 'SECRET' } } },
    { request: { body: { title: 'SECRET' } } },
    { appointment: { title: 'SECRET', summary: 'SECRET', participantName: 'SECRET' } },
    { config: { data: '{"a":"SECRET"}' } },
  ])('takes out of %j what must not be in it', (ids) => {
    expect(logged(ids)).not.toContain('SECRET');
    expect(logged(ids)).toContain('[redacted]');
  });

  it('can be had without that, for lines of words and numbers alone, and the log itself stays as it is', () => {
    const lines: string[] = [];
    const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } });
    withoutRedaction(log).info({ title: 'a word' }, 'a title');
    log.info({ title: 'SECRET' }, 'a title');
    expect(lines.map((line) => JSON.parse(line).title)).toEqual(['a word', '[redacted]']);
  });

  it('shows of an error its kind and place, never its message or what hangs on it', () => {
    const error = Object.assign(new TypeError('cannot read SECRET\nof SECRET'), {
      config: { headers: { Authorization: 'SECRET' } },
    });
    const line = logged({ err: error });
    expect(line).not.toContain('SECRET');
    expect(line).toContain('"kind":"TypeError"');
    expect(line).toContain('log.test.ts');
  });

  it('survives what is thrown and is no error', () => {
    expect(logged({ err: 'SECRET' })).toContain('"kind":"string"');
    expect(logged({ err: 'SECRET' })).not.toContain('SECRET');
  });
});
