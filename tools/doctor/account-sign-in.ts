/** Signs in to a real account by hand; the end of the run signs out again, and nothing of the person is printed. */
import { createSignInProviders } from '../../bridge/sign-in/create-sign-in-providers';
import type { CrmPlace, CrmTokens, CrmUser } from '../../bridge/sign-in/sign-in-provider';
import { signInOptionsOf } from '../../bridge/vendor-options';
import type { Platform } from '../../src/contract/operations';
import { redirectUriOf, signInByHand } from './crm-token';
import type { DoctorCase } from './platform-doctor';

export interface AccountSignIn {
  readonly platform: Platform;
  readonly place: CrmPlace;
  /** What is left in the CRM when the sign-out fails: `the session`. */
  readonly what: string;
}

/**
 * @returns undefined where no client of the CRM is set
 * @throws Error or AppointmentError with a message for the person at the terminal
 */
export const signInToAccount = async (
  doctorCase: Pick<DoctorCase, 'config' | 'created' | 'terminal' | 'markedTitle' | 'privateWords'>,
  { platform, place, what }: AccountSignIn,
): Promise<{ readonly tokens: CrmTokens; readonly user: CrmUser } | undefined> => {
  const { config, created, terminal, markedTitle, privateWords } = doctorCase;
  const provider = createSignInProviders(signInOptionsOf(config))[platform];
  if (!provider) return undefined;
  const redirectUri = redirectUriOf(config);
  const { tokens, user } = await signInByHand({ provider, place, redirectUri, terminal });
  created.add({ title: `${markedTitle}: ${what}`, remove: async () => provider.revoke(tokens, place) });
  privateWords.add(tokens.accessToken, tokens.refreshToken, user.name);
  return { tokens, user };
};
