/**
 * Signing in at NetSuite: OAuth 2.0's code flow for a confidential client, with PKCE
 * (docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_158074210415.html). An access token lasts an hour, a
 * refresh token seven days; it does not rotate.
 */
import { createVendorClient } from '../../http/vendor-client';
import type { AppCredentials, ProviderOptions } from '../app-credentials';
import { authorizeUrlOf } from '../authorize-url';
import { codeOf } from '../callback-code';
import { ifAvailable } from '../if-available';
import type { CrmTokens, SignInProvider } from '../sign-in-provider';
import { createTokenEndpoint, refreshTokenOf, type OAuthTokens } from '../token-endpoint';
import { accountOfHostname, authorizeBaseUrlOf, restBaseUrlOf, type ReplacedBaseUrls } from './account-hosts';
import { accountOfSession, accountOfSignIn } from './account-of-sign-in';
import { readSignedInUser } from './signed-in-user';
import { entityOfToken } from './token-entity';

const VENDOR = 'NetSuite';
const OAUTH_PATH = '/services/rest/auth/oauth2/v1';
/** For the user's name and zone, and for revoking: nobody should wait long for what may as well fail. */
const UNESSENTIAL_TIMEOUT_MS = 8_000;

export interface NetSuiteProviderOptions extends AppCredentials, ReplacedBaseUrls, ProviderOptions {}

/** RFC 7617, as "Step Two POST Request to the Token Endpoint" has it (section_158081952044). */
const basicAuthorization = ({ clientId, clientSecret }: AppCredentials): string =>
  `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;

const crmTokensOf = (tokens: OAuthTokens): CrmTokens => ({
  ...tokens,
  credential: `Bearer ${tokens.accessToken}`,
});

/** The two calls that take the app's own credentials. */
const createTokenCalls = (options: NetSuiteProviderOptions) => {
  const endpoint = createTokenEndpoint({ ...options, vendor: VENDOR });
  const headers = { Authorization: basicAuthorization(options) };
  const baseUrlOf = (account: string) => restBaseUrlOf(account, options);
  return {
    request: async (account: string, form: Readonly<Record<string, string | undefined>>) =>
      endpoint.request({ baseUrl: baseUrlOf(account), path: `${OAUTH_PATH}/token`, headers, form }),
    revocation: (account: string, token: string) =>
      ({
        method: 'POST',
        baseUrl: baseUrlOf(account),
        path: `${OAUTH_PATH}/revoke`,
        headers,
        form: { token },
        writes: false,
      }) as const,
  };
};

export const createNetSuiteProvider = (options: NetSuiteProviderOptions): SignInProvider => {
  const tokenCalls = createTokenCalls(options);
  const client = createVendorClient({
    vendor: VENDOR,
    explain: () => undefined,
    timeoutMs: options.timeoutMs ?? UNESSENTIAL_TIMEOUT_MS,
    onCall: options.onCall,
  });

  const revokeToken = async (hostname: string, token: string) =>
    client.send(tokenCalls.revocation(accountOfSession(hostname, options), token));

  return {
    platform: 'netsuite',
    usesPkce: true,

    /** NetSuite wants a `state` of 22 to 1024 characters (section_158081944642). */
    authorizeUrl: async (request) => {
      const account = accountOfHostname(request.place.hostname, options);
      const url = `${authorizeBaseUrlOf(account, options)}/app/login/oauth2/authorize.nl`;
      const scope = 'restlets rest_webservices';
      return authorizeUrlOf({ url, clientId: options.clientId, scope }, request);
    },

    exchangeCode: async (exchange) => {
      const code = codeOf(exchange.callback, VENDOR);
      const account = accountOfSignIn(exchange, options);
      const tokens = await tokenCalls.request(account, {
        grant_type: 'authorization_code',
        code,
        redirect_uri: exchange.redirectUri,
        code_verifier: exchange.codeVerifier,
      });
      const { accessToken } = tokens;
      const entity = entityOfToken(accessToken);
      const user = await readSignedInUser(client, { account, entity, accessToken }, options);
      return { tokens: crmTokensOf(tokens), user };
    },

    refresh: async (tokens, { hostname }) => {
      const refreshToken = refreshTokenOf(tokens, VENDOR);
      const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
      const fresh = await tokenCalls.request(accountOfSession(hostname, options), form);
      return crmTokensOf({ ...fresh, refreshToken: fresh.refreshToken ?? refreshToken });
    },

    /** With a refresh token its access tokens end too (section_161071224088). */
    revoke: async ({ refreshToken, accessToken }, { hostname }) => {
      await ifAvailable(revokeToken(hostname, refreshToken ?? accessToken));
    },
  };
};
