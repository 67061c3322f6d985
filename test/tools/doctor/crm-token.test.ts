import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sendForm } from '../../sandbox/consent-form';
import { openLocalCrms, type LocalCrms } from '../../e2e/local-crms';
import { readConfig } from '../../../bridge/config';
import { createSignInProviders } from '../../../bridge/sign-in/create-sign-in-providers';
import { signInOptionsOf } from '../../../bridge/vendor-options';
import { readSecretText, redirectUriOf, signInByHand } from '../../../tools/doctor/crm-token';

describe('a token of the environment', () => {
  it('comes from the variable, else from the file that another names', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'doctor-token-'));
    const file = path.join(folder, 'token');
    writeFileSync(file, 'from-file\n');
    expect(readSecretText({ CLIO_TOKEN_FILE: file }, 'CLIO_TOKEN')).toBe('from-file');
    expect(readSecretText({ CLIO_TOKEN: ' given ', CLIO_TOKEN_FILE: file }, 'CLIO_TOKEN')).toBe('given');
    expect(readSecretText({}, 'CLIO_TOKEN')).toBeUndefined();
    rmSync(folder, { recursive: true });
    expect(() => readSecretText({ CLIO_TOKEN_FILE: file }, 'CLIO_TOKEN')).toThrow(
      'CLIO_TOKEN_FILE names a file that cannot be read.',
    );
  });
});

describe('signing in by hand', () => {
  let crms: LocalCrms;
  beforeAll(async () => {
    crms = await openLocalCrms();
  });
  afterAll(async () => crms.close());

  const signIn = async (answer: (address: string) => Promise<string>) => {
    const config = readConfig({
      ...crms.env,
      BRIDGE_MODE: 'live',
      BRIDGE_SECRET: 'kept-by-nobody-once-the-test-ends',
    });
    const { clio: provider } = createSignInProviders(signInOptionsOf(config));
    if (!provider) throw new Error('no provider');
    let said = '';
    return signInByHand({
      provider,
      place: { hostname: crms.hostnames['clio'] ?? '' },
      redirectUri: redirectUriOf(config),
      terminal: {
        say: (sentence) => void (said += sentence),
        ask: async () => answer(/https?:\S+/.exec(said)?.[0] ?? ''),
      },
    });
  };

  it('refuses an address of another sign-in, and what is no address', async () => {
    await expect(signIn(async () => 'https://app.example/?code=1&state=other')).rejects.toThrow(
      /belongs to another sign-in/,
    );
    await expect(signIn(async () => 'code')).rejects.toThrow(/no address/);
  });

  it('takes the address that the CRM sends the browser to', async () => {
    const { tokens, user } = await signIn(async (address) => {
      const { target } = await sendForm(address, { user: crms.userIds['clio'] ?? '', decision: 'allow' });
      return target?.href ?? '';
    });
    expect(user.id).toBe(crms.userIds['clio']);
    expect(tokens.credential).toMatch(/^Bearer ./);
  });

  it('tells of a sign-in that the user declined', async () => {
    const declined = async (address: string): Promise<string> => {
      const asked = new URL(address).searchParams;
      return `${asked.get('redirect_uri') ?? ''}?error=access_denied&state=${asked.get('state') ?? ''}`;
    };
    await expect(signIn(declined)).rejects.toThrow(/was not allowed/);
  });
});
