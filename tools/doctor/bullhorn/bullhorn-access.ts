/** The sessions that the doctor examines Bullhorn with: the sandbox's, given ones, or one signed in to by hand. */
import { restOf } from '../../../bridge/adapters/bullhorn/rest-url';
import type { CrmTokens } from '../../../bridge/sign-in/sign-in-provider';
import { signInToAccount } from '../account-sign-in';
import { readSecretText } from '../crm-token';
import type { DoctorCase } from '../platform-doctor';
import { createProbe } from '../probe';
import { sessionUser } from './session-user';

export interface BullhornSession {
  readonly restToken: string;
  readonly restUrl: string;
  /** CorporateUser. */
  readonly userId?: string | undefined;
  /** IANA name; known of the sandbox's users only. */
  readonly timeZone?: string | undefined;
}

export interface BullhornAccess {
  readonly user: BullhornSession;
  readonly other: BullhornSession | undefined;
  /** Where somebody signed in by hand. */
  readonly signedIn?: CrmTokens | undefined;
}

const NO_WAY_IN =
  'There is no way to sign in to Bullhorn. Set BULLHORN_REST_TOKEN and BULLHORN_REST_URL, or BULLHORN_CLIENT_ID and BULLHORN_CLIENT_SECRET.';

/** @throws AppointmentError invalid_request for a REST URL that is not Bullhorn's */
const givenSession = async (
  { env, config }: DoctorCase,
  prefix: string,
): Promise<BullhornSession | undefined> => {
  const restToken = readSecretText(env, `${prefix}_REST_TOKEN`);
  const restUrl = readSecretText(env, `${prefix}_REST_URL`);
  if (restToken === undefined || restUrl === undefined) return undefined;
  const { baseUrl } = restOf(restUrl, config.bullhorn.restBaseUrl);
  const probe = createProbe({ vendor: 'Bullhorn', baseUrl, headers: { BhRestToken: restToken } });
  const { userId } = await sessionUser(probe);
  return { restToken, restUrl, userId };
};

const signedInSession = async (doctorCase: DoctorCase): Promise<BullhornAccess | undefined> => {
  const place = { hostname: '', username: doctorCase.account };
  const signIn = await signInToAccount(doctorCase, { platform: 'bullhorn', place, what: 'the session' });
  if (!signIn) return undefined;
  const { tokens, user } = signIn;
  doctorCase.privateWords.add(user.hostname);
  const session = { restToken: tokens.credential, restUrl: tokens.restUrl ?? '', userId: user.id };
  return { user: session, other: undefined, signedIn: tokens };
};

/** @throws Error with a message for the person at the terminal */
export const bullhornAccess = async (doctorCase: DoctorCase): Promise<BullhornAccess> => {
  const { sandbox, withOtherUser } = doctorCase;
  if (sandbox) {
    const { restUrl, users } = sandbox.bullhorn;
    const [user, other] = users.map(({ id, timeZone, token }) => ({
      restToken: token,
      restUrl,
      userId: id,
      timeZone,
    }));
    if (user) return { user, other };
  }
  const user = await givenSession(doctorCase, 'BULLHORN');
  const access = user ? { user, other: undefined } : await signedInSession(doctorCase);
  if (!access) throw new Error(NO_WAY_IN);
  if (!withOtherUser) return access;
  const other = await givenSession(doctorCase, 'BULLHORN_OTHER');
  if (other) return { ...access, other };
  throw new Error('--other-user takes BULLHORN_OTHER_REST_TOKEN and BULLHORN_OTHER_REST_URL.');
};
