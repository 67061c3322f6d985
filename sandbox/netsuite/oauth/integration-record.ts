/** An app as the administrator of the account has registered it (help page section_157771733782). */
import { appConnectRedirectUri } from '../../core/redirect-uri';

/** The APIs a token can be for; the sandbox has the first two. */
export const oauthScopes = ['restlets', 'rest_webservices', 'suite_analytics'] as const;
export type OAuthScope = (typeof oauthScopes)[number];

export interface IntegrationRecord {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Addresses of this computer are accepted beside them; the real NetSuite takes no http at all. */
  readonly redirectUris: readonly string[];
  readonly scopes: readonly OAuthScope[];
  /** Public clients have no need of the secret; they have to use PKCE, and their refresh tokens work once. */
  readonly publicClient: boolean;
}

const appConnect = {
  redirectUris: [appConnectRedirectUri],
  scopes: ['restlets', 'rest_webservices'],
} as const satisfies Partial<IntegrationRecord>;

/** The credentials a local client can use when the sandbox was given no other. */
export const defaultIntegrationRecord: IntegrationRecord = {
  ...appConnect,
  clientId: 'netsuite-sandbox-client',
  clientSecret: 'netsuite-sandbox-secret',
  publicClient: false,
};

export const publicIntegrationRecord: IntegrationRecord = {
  ...appConnect,
  clientId: 'netsuite-sandbox-public-client',
  clientSecret: 'netsuite-sandbox-public-secret',
  publicClient: true,
};
