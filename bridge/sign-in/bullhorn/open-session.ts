/** From a grant to a REST session: OAuth's exchange, then the login, again with new tokens where it fails in passing. */
import { AppointmentError } from '../../../src/contract/failure';
import type { AppCredentials } from '../app-credentials';
import { ifAvailable } from '../if-available';
import { createTokenEndpoint, type OAuthTokens } from '../token-endpoint';
import { sendToDataCenter, type DataCenter, type DataCenterOptions } from './data-center';
import type { RestSession, RestSessions } from './rest-session';

const LOGIN_ATTEMPTS = 3;

type Grant = { readonly grant_type: string } & Readonly<Record<string, string>>;

/** The newest tokens, and the session they opened or why they did not. */
export type OpenedSession = { readonly oauth: OAuthTokens } & (
  | { readonly session: RestSession; readonly failure?: undefined }
  | { readonly session?: undefined; readonly failure: AppointmentError }
);

export interface SessionOpenerOptions extends AppCredentials, DataCenterOptions {
  readonly sessions: RestSessions;
}

/** Bullhorn answered, and may answer otherwise at once. Where there was no answer, the user has waited long enough. */
const isSporadic = ({ code, details }: AppointmentError): boolean =>
  code === 'upstream_unavailable' && details.upstream?.status !== undefined;

const createTokenExchange = (options: SessionOpenerOptions) => {
  const { clientId, clientSecret } = options;
  const tokenEndpoint = createTokenEndpoint({ ...options, vendor: 'Bullhorn' });
  return async ({ oauthUrl }: DataCenter, grant: Grant): Promise<OAuthTokens> =>
    tokenEndpoint.request(
      {
        baseUrl: oauthUrl,
        path: '/token',
        form: { client_id: clientId, client_secret: clientSecret, ...grant },
      },
      async (client, request) => sendToDataCenter(client, request, options),
    );
};

/** The opener throws what the token endpoint throws; what the login throws is in what it returns, with the new tokens. */
export const createSessionOpener = (options: SessionOpenerOptions) => {
  const exchangeGrant = createTokenExchange(options);

  /** A login that failed has spent its access token (github.com/jiminny/oauth2-bullhorn): only a new one can be tried. */
  const logIn = async (
    dataCenter: DataCenter,
    oauth: OAuthTokens,
    attempts: number,
  ): Promise<OpenedSession> => {
    try {
      return { oauth, session: await options.sessions.open(dataCenter.restUrl, oauth.accessToken) };
    } catch (error) {
      if (!(error instanceof AppointmentError)) throw error;
      const { refreshToken } = oauth;
      if (attempts <= 1 || refreshToken === undefined || !isSporadic(error)) return { oauth, failure: error };
      const grant = { grant_type: 'refresh_token', refresh_token: refreshToken };
      const fresh = await ifAvailable(exchangeGrant(dataCenter, grant));
      return fresh ? logIn(dataCenter, fresh, attempts - 1) : { oauth, failure: error };
    }
  };

  return async (dataCenter: DataCenter, grant: Grant): Promise<OpenedSession> =>
    logIn(dataCenter, await exchangeGrant(dataCenter, grant), LOGIN_ATTEMPTS);
};
