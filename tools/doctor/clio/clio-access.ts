/** The tokens that the doctor examines Clio with: the sandbox's, given ones, or one signed in for by hand. */
import { signInToAccount } from '../account-sign-in';
import { readSecretText } from '../crm-token';
import type { DoctorCase } from '../platform-doctor';

export interface ClioSignIn {
  readonly token: string;
  /** IANA name; known of the sandbox's users only. */
  readonly timeZone?: string | undefined;
}

export interface ClioAccess {
  /** Of the region. */
  readonly hostname: string;
  readonly user: ClioSignIn;
  readonly other: ClioSignIn | undefined;
}

const NO_WAY_IN =
  'There is no way to sign in to Clio. Set CLIO_TOKEN, or CLIO_CLIENT_ID and CLIO_CLIENT_SECRET of the region.';

const tokenByHand = async (doctorCase: DoctorCase): Promise<string | undefined> => {
  const place = { hostname: doctorCase.account };
  const signIn = await signInToAccount(doctorCase, { platform: 'clio', place, what: 'the sign-in' });
  if (!signIn) return undefined;
  doctorCase.privateWords.add(signIn.user.id);
  return signIn.tokens.accessToken;
};

/** @throws Error with a message for the person at the terminal */
export const clioAccess = async (doctorCase: DoctorCase): Promise<ClioAccess> => {
  const { sandbox, account, env, withOtherUser } = doctorCase;
  if (sandbox) {
    // The second and the third of the firm may see less of each other than the first may of everybody.
    const [, user, other] = sandbox.clio.users;
    if (user) return { hostname: sandbox.clio.hostname, user, other };
  }
  const token = readSecretText(env, 'CLIO_TOKEN') ?? (await tokenByHand(doctorCase));
  if (token === undefined) throw new Error(NO_WAY_IN);
  const otherToken = withOtherUser ? readSecretText(env, 'CLIO_OTHER_TOKEN') : undefined;
  if (withOtherUser && otherToken === undefined) throw new Error('--other-user takes CLIO_OTHER_TOKEN.');
  return {
    hostname: account,
    user: { token },
    other: otherToken === undefined ? undefined : { token: otherToken },
  };
};
