/** The sessions that the doctor examines Bullhorn with: the sandbox's, given ones, or one signed in to by hand. */
import { z } from 'zod';
import { restOf } from '../../../bridge/adapters/bullhorn/rest-url';
import { createSignInProviders } from '../../../bridge/sign-in/create-sign-in-providers';
import type { CrmTokens } from '../../../bridge/sign-in/sign-in-provider';
import { signInOptionsOf } from '../../../bridge/vendor-options';
import { readSecretText, redirectUriOf, signInByHand } from '../crm-token';
import type { DoctorCase } from '../platform-doctor';
import { createProbe } from '../probe';

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

const userIdSchema = z.object({ userId: z.union([z.number(), z.string()]).transform(String) });

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
  const reply = await probe({ method: 'GET', path: '/settings/userId' });
  return { restToken, restUrl, userId: userIdSchema.safeParse(reply.data).data?.userId };
};

const signedInSession = async (doctorCase: DoctorCase): Promise<BullhornAccess | undefined> => {
  const { account, config, created, terminal, markedTitle } = doctorCase;
  const { bullhorn: provider } = createSignInProviders(signInOptionsOf(config));
  if (!provider) return undefined;
  const place = { hostname: '', username: account };
  const redirectUri = redirectUriOf(config);
  const { tokens, user } = await signInByHand({ provider, place, redirectUri, terminal });
  created.add({ title: `${markedTitle}: the session`, remove: async () => provider.revoke(tokens, place) });
  doctorCase.privateWords.add(tokens.accessToken, tokens.refreshToken, user.name, user.hostname);
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
