/**
 * Signing in at Bullhorn, in two steps: OAuth 2.0 (bullhorn.github.io/docs/oauth), then a REST session (rest-api-docs,
 * Login). Every token is for one use: an access token for opening one session, a refresh token for one refresh.
 */
import type { AppCredentials } from '../app-credentials';
import { authorizeUrlOf } from '../authorize-url';
import { codeOf } from '../callback-code';
import { ifAvailable } from '../if-available';
import type { CrmTokens, SignInProvider } from '../sign-in-provider';
import { refreshTokenOf, type OAuthTokens } from '../token-endpoint';
import { createDataCenterFinder, type DataCenterOptions } from './data-center';
import { createSessionOpener } from './open-session';
import { createRestSessions, type RestSession } from './rest-session';

const VENDOR = 'Bullhorn';

export interface BullhornProviderOptions extends AppCredentials, DataCenterOptions {}

const crmTokensOf = ({ accessToken, refreshToken }: OAuthTokens, session: RestSession): CrmTokens => ({
  accessToken,
  refreshToken,
  expiresAtMs: session.expiresAtMs,
  credential: session.restToken,
  restUrl: session.restUrl,
});

export const createBullhornProvider = (options: BullhornProviderOptions): SignInProvider => {
  const findDataCenter = createDataCenterFinder(options);
  const sessions = createRestSessions(options);
  const openSession = createSessionOpener({ ...options, sessions });

  return {
    platform: 'bullhorn',
    usesPkce: false,

    authorizeUrl: async (request) => {
      const { oauthUrl } = await findDataCenter(request.place.username);
      return authorizeUrlOf({ url: `${oauthUrl}/authorize`, clientId: options.clientId }, request);
    },

    exchangeCode: async ({ place, callback, redirectUri }) => {
      const code = codeOf(callback, VENDOR);
      const dataCenter = await findDataCenter(place.username);
      const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
      const { oauth, session, failure } = await openSession(dataCenter, grant);
      if (failure) throw failure;
      const user = await sessions.user(session);
      return { tokens: crmTokensOf(oauth, session), user: { ...user, hostname: dataCenter.atsHost } };
    },

    refresh: async (tokens, { username }) => {
      const refreshToken = refreshTokenOf(tokens, VENDOR);
      const dataCenter = await findDataCenter(username);
      const grant = { grant_type: 'refresh_token', refresh_token: refreshToken };
      const { oauth, session } = await openSession(dataCenter, grant);
      if (session) return crmTokensOf(oauth, session);
      // The old refresh token is spent. Thrown away with whatever failure of the login, the new one would be lost, and
      // the user's session with it: it is kept, with the credential as it was, so that the next refresh can try again.
      return { ...tokens, accessToken: oauth.accessToken, refreshToken: oauth.refreshToken };
    },

    /** Of OAuth's tokens Bullhorn documents no revocation; the refresh token is forgotten with the session. */
    revoke: async ({ restUrl, credential }) => {
      if (restUrl !== undefined) await ifAvailable(sessions.end(restUrl, credential));
    },
  };
};
