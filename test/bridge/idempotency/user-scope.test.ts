import type { CalendarContext } from '../../../bridge/adapters/calendar-adapter';
import { userScopeOf } from '../../../bridge/idempotency/user-scope';

const context: CalendarContext = {
  credential: 'Bearer one',
  hostname: '1234567.app.netsuite.com',
  userId: '5',
  nowMs: 0,
};

const scope = (changes: Partial<CalendarContext> = {}): string =>
  userScopeOf('netsuite', { ...context, ...changes });

describe('whose key a key is', () => {
  it.each([
    ['another user', { userId: '6' }],
    ['another account', { hostname: '7654321.app.netsuite.com' }],
    ['another corporation', { restUrl: 'https://rest9.bullhornstaffing.com/rest-services/e999/' }],
  ])('is not that of %s', (_who, changes) => {
    expect(scope(changes)).not.toBe(scope());
  });

  it('is not that of the same id in another CRM', () => {
    expect(userScopeOf('clio', context)).not.toBe(scope());
  });

  it('stays the user’s with a new credential, and on another host of Bullhorn’s', () => {
    expect(scope({ credential: 'Bearer two' })).toBe(scope());
    expect(scope({ hostname: ' 1234567.APP.netsuite.com' })).toBe(scope());
    expect(scope({ hostname: '1234567.suitetalk.api.netsuite.com' })).toBe(scope());
    const inSandbox = scope({ hostname: '1234567_SB1.app.netsuite.com' });
    expect(scope({ hostname: '1234567-sb1.app.netsuite.com' })).toBe(inSandbox);
    expect(inSandbox).not.toBe(scope());
    const on = (host: string) =>
      scope({ hostname: '', restUrl: `https://${host}.bullhornstaffing.com/rest-services/e999/` });
    expect(on('rest9')).toBe(on('rest45'));
  });

  it('is that of the credential where no user is named', () => {
    expect(scope({ userId: '' })).toBe(scope({ userId: '' }));
    expect(scope({ userId: '', credential: 'Bearer two' })).not.toBe(scope({ userId: '' }));
  });
});
