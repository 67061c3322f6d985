/**
 * Signing in at Clio Manage (docs.developers.clio.com/api-docs/authorization). An access token lasts for 30 days as a
 * rule; a refresh token does not expire and does not rotate. There are no scopes and there is no PKCE.
 */
import { z } from 'zod';
import { isKnownTimeZone } from '../../../src/contract/time/intl-zone-clock';
import { createVendorClient, type VendorClient } from '../../http/vendor-client';
import type { ExplainReply } from '../../http/vendor-failure';
import type { ProviderOptions } from '../app-credentials';
import { authorizeUrlOf } from '../authorize-url';
import { codeOf } from '../callback-code';
import { ifAvailable } from '../if-available';
import type { CrmTokens, CrmUser, SignInProvider } from '../sign-in-provider';
import { createTokenEndpoint, refreshTokenOf, type OAuthTokens } from '../token-endpoint';
import { regionAccessOf, type RegionAccess, type RegionsOptions } from './region';

const VENDOR = 'Clio';

export interface ClioProviderOptions extends RegionsOptions, ProviderOptions {}

const whoAmISchema = z.object({
  data: z.object({
    id: z.number().int().positive().transform(String),
    name: z.string(),
    time_zone: z.string().nullish(),
  }),
});

/** Permissions belong to the app, not to the request (docs.developers.clio.com/api-docs/permissions). */
const explainWhoAmI: ExplainReply = ({ status }) =>
  status === 403
    ? {
        message:
          'Clio does not tell who signed in: its app for this bridge lacks the permission to read Users. Ask your administrator to add it, then connect to Clio again.',
      }
    : undefined;

const crmTokensOf = (tokens: OAuthTokens): CrmTokens => ({
  ...tokens,
  credential: `Bearer ${tokens.accessToken}`,
});

const readUser = async (
  client: VendorClient,
  { baseUrl, hostname }: RegionAccess,
  accessToken: string,
): Promise<CrmUser> => {
  const { data } = await client.sendFor(
    {
      method: 'GET',
      baseUrl,
      path: '/api/v4/users/who_am_i.json',
      query: { fields: 'id,name,time_zone' },
      headers: { Authorization: `Bearer ${accessToken}` },
    },
    whoAmISchema,
  );
  // A zone by one of Rails' names is left to the calendar, which knows them.
  const timeZone = data.time_zone && isKnownTimeZone(data.time_zone) ? data.time_zone : undefined;
  return { id: data.id, name: data.name || data.id, hostname, timeZone };
};

export const createClioProvider = (options: ClioProviderOptions): SignInProvider => {
  const tokenEndpoint = createTokenEndpoint({ ...options, vendor: VENDOR });
  const client = createVendorClient({ ...options, vendor: VENDOR, explain: explainWhoAmI });

  const requestTokens = async (
    { baseUrl, clientId, clientSecret }: RegionAccess,
    grant: Readonly<Record<string, string>>,
  ) =>
    tokenEndpoint.request({
      baseUrl,
      path: '/oauth/token',
      form: { client_id: clientId, client_secret: clientSecret, ...grant },
    });

  const deauthorize = async (hostname: string, accessToken: string) =>
    client.send({
      method: 'POST',
      baseUrl: regionAccessOf(hostname, options).baseUrl,
      path: '/oauth/deauthorize',
      headers: { Authorization: `Bearer ${accessToken}` },
      form: { token: accessToken },
      writes: false,
    });

  return {
    platform: 'clio',
    usesPkce: false,

    authorizeUrl: async (request) => {
      const { baseUrl, clientId } = regionAccessOf(request.place.hostname, options);
      return authorizeUrlOf({ url: `${baseUrl}/oauth/authorize`, clientId }, request);
    },

    exchangeCode: async ({ place, callback, redirectUri }) => {
      const region = regionAccessOf(place.hostname, options);
      const code = codeOf(callback, VENDOR);
      const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
      const tokens = await requestTokens(region, grant);
      return { tokens: crmTokensOf(tokens), user: await readUser(client, region, tokens.accessToken) };
    },

    refresh: async (tokens, { hostname }) => {
      const refreshToken = refreshTokenOf(tokens, VENDOR);
      const grant = { grant_type: 'refresh_token', refresh_token: refreshToken };
      const fresh = await requestTokens(regionAccessOf(hostname, options), grant);
      return crmTokensOf({ ...fresh, refreshToken: fresh.refreshToken ?? refreshToken });
    },

    revoke: async ({ accessToken }, { hostname }) => {
      await ifAvailable(deauthorize(hostname, accessToken));
    },
  };
};
