import { readConfig } from '../../../bridge/config';
import { signInToAccount } from '../../../tools/doctor/account-sign-in';
import { createCreatedRecords } from '../../../tools/doctor/created-records';
import { createPrivateWords } from '../../../tools/doctor/private-words';
import { openLocalCrms, type LocalCrms } from '../../e2e/local-crms';

/** Where each CRM ends a sign-in. */
const signOuts = [
  ['netsuite', '/oauth2/v1/revoke'],
  ['bullhorn', '/logout'],
  ['clio', '/oauth/deauthorize'],
] as const;

describe('signing in to an account by hand', () => {
  let crms: LocalCrms;
  beforeAll(async () => {
    crms = await openLocalCrms();
  });
  afterAll(async () => crms.close());

  const consent = async (said: string, userId: string): Promise<string> => {
    const address = new URL(/https?:\S+/.exec(said)?.[0] ?? '');
    address.searchParams.set('approve', userId);
    return (await fetch(address, { redirect: 'manual' })).headers.get('location') ?? '';
  };

  const caseWith = (clients: Readonly<Record<string, string>>, userId = '') => {
    let said = '';
    return {
      config: readConfig({
        ...clients,
        BRIDGE_MODE: 'live',
        BRIDGE_SECRET: 'kept-by-nobody-once-the-test-ends',
      }),
      created: createCreatedRecords(),
      privateWords: createPrivateWords(),
      markedTitle: 'App Connect doctor 7f3a',
      terminal: { say: (text: string) => void (said += text), ask: async () => consent(said, userId) },
    };
  };

  it.each(signOuts)(
    'of %s prints nothing of the person, and ends with the run',
    async (platform, signOut) => {
      const doctorCase = caseWith(crms.env, crms.userIds[platform]);
      const place = { hostname: crms.hostnames[platform] ?? '', username: 'dana.sandbox' };
      const signIn = await signInToAccount(doctorCase, { platform, place, what: 'the session' });
      expect(signIn?.user.id).toBe(crms.userIds[platform]);
      const { tokens, user } = signIn ?? {};
      const text = `${user?.name} ${tokens?.accessToken} ${tokens?.refreshToken ?? ''}`;
      expect(doctorCase.privateWords.mask(text).trim()).toMatch(/^\*{3}( \*{3})+$/);
      expect(crms.countOf(signOut)).toBe(0);
      expect(await doctorCase.created.removeAll()).toEqual([]);
      expect(crms.countOf(signOut)).toBeGreaterThan(0);
    },
  );

  it('is not possible without a client of the CRM', async () => {
    const clio = { platform: 'clio', place: { hostname: 'app.clio.com' }, what: 'the sign-in' } as const;
    expect(await signInToAccount(caseWith({}), clio)).toBeUndefined();
  });
});
