/** The people that the doctor examines NetSuite as: the sandbox's, those of given tokens, or who signs in by hand. */
import type { CrmTokens } from '../../../bridge/sign-in/sign-in-provider';
import { signInToAccount } from '../account-sign-in';
import { proofInstants } from '../clock-change';
import { readSecretText } from '../crm-token';
import type { DoctorCase } from '../platform-doctor';

export interface NetSuiteAccess {
  readonly hostname: string;
  readonly user: string;
  readonly other: string | undefined;
  /** Whose role may be the Administrator's, which the diagnostics ask for; the first that is will do. */
  readonly administrators: readonly string[];
  /** Where somebody signed in by hand. */
  readonly signedIn?: CrmTokens | undefined;
}

const NO_WAY_IN =
  'There is no way to sign in to NetSuite. Set NETSUITE_TOKEN to an access token (or NETSUITE_TOKEN_FILE), or NETSUITE_CLIENT_ID and NETSUITE_CLIENT_SECRET.';

/**
 * Of the people in the sandbox one whose zone is not the company's, so that it shows whose zone counts, and whose clock
 * changes; and one in another zone.
 */
const sandboxAccess = (
  { hostname, users }: NonNullable<DoctorCase['sandbox']>['netsuite'],
  nowMs: number,
): NetSuiteAccess | undefined => {
  const telling = users.find(
    ({ timeZone }) => timeZone !== 'America/Los_Angeles' && proofInstants(nowMs, timeZone).changesClock,
  );
  const user = telling ?? users[0];
  if (!user) return undefined;
  return {
    hostname,
    user: user.token,
    other: users.find(({ timeZone }) => timeZone !== user.timeZone)?.token,
    administrators: users.map(({ token }) => token),
  };
};

const tokensByHand = async (doctorCase: DoctorCase, hostname: string): Promise<CrmTokens | undefined> => {
  const place = { hostname };
  const signIn = await signInToAccount(doctorCase, { platform: 'netsuite', place, what: 'the session' });
  if (!signIn) return undefined;
  doctorCase.privateWords.add(signIn.user.id);
  return signIn.tokens;
};

/** @throws Error with a message for the person at the terminal */
export const netsuiteAccess = async (doctorCase: DoctorCase): Promise<NetSuiteAccess> => {
  const { sandbox, env, account, withOtherUser, nowMs } = doctorCase;
  const inSandbox = sandbox && sandboxAccess(sandbox.netsuite, nowMs());
  if (inSandbox) return inSandbox;
  const hostname = account.includes('.') ? account : `${account}.app.netsuite.com`;
  const given = readSecretText(env, 'NETSUITE_TOKEN');
  const signedIn = given === undefined ? await tokensByHand(doctorCase, hostname) : undefined;
  const user = given ?? signedIn?.accessToken;
  if (user === undefined) throw new Error(NO_WAY_IN);
  const other = withOtherUser ? readSecretText(env, 'NETSUITE_OTHER_TOKEN') : undefined;
  if (withOtherUser && other === undefined) throw new Error('--other-user takes NETSUITE_OTHER_TOKEN.');
  const administrator = readSecretText(env, 'NETSUITE_ADMIN_TOKEN');
  const administrators = [administrator, user, other].filter((token) => token !== undefined);
  return { hostname, user, other, administrators, signedIn };
};
