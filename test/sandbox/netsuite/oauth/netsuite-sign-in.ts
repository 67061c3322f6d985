/** Signs in at a local NetSuite over HTTP, step by step, as an app does. */
import { z } from 'zod';

import {
  defaultIntegrationRecord,
  publicIntegrationRecord,
} from '../../../../sandbox/netsuite/oauth/integration-record';
import type { RunningAccount } from '../small-account';

export const redirectUri = 'http://127.0.0.1:9/callback';
export const clientState = 'state-of-22-characters';
/** RFC 7636, Appendix B. */
export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
export const challenge = {
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
};
export const confidential = defaultIntegrationRecord;
export const publicClient = publicIntegrationRecord;

const tokenReply = z.strictObject({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  expires_in: z.literal('3600'),
  token_type: z.literal('bearer'),
});

type Parameters = Readonly<Record<string, string>>;

export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface NetSuiteSignIn {
  authorizeUrl(changes?: Parameters): string;
  /** Where the request is redirected to at once. */
  redirectOf(changes?: Parameters): Promise<URL>;
  /** A code of the employee with id 1. */
  code(changes?: Parameters): Promise<string>;
  /** With the confidential client's Basic header unless told otherwise; `null` sends none. */
  post(endpoint: 'token' | 'revoke', form: Parameters, authorization?: string | null): Promise<TokenAnswer>;
  exchange(code: string, changes?: Parameters, authorization?: string | null): Promise<TokenAnswer>;
  refresh(refreshToken: string, changes?: Parameters, authorization?: string | null): Promise<TokenAnswer>;
  /** @throws when the answer is no token reply. */
  tokens(answer: TokenAnswer): { readonly access: string; readonly refresh: string | undefined };
  /** Status of a request to the REST Record API. */
  readStatus(token: string): Promise<number>;
}

export const basic = (clientId: string, secret?: string): string =>
  `Basic ${Buffer.from(secret === undefined ? clientId : `${clientId}:${secret}`).toString('base64')}`;

export function netSuiteSignIn(account: RunningAccount): NetSuiteSignIn {
  const authorizeUrl = (changes: Parameters = {}): string => {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: confidential.clientId,
      redirect_uri: redirectUri,
      scope: 'restlets rest_webservices',
      state: clientState,
      ...changes,
    });
    return `${account.baseUrl}/app/login/oauth2/authorize.nl?${query.toString()}`;
  };

  async function redirectOf(changes: Parameters = {}): Promise<URL> {
    const response = await fetch(authorizeUrl({ approve: '1', ...changes }), { redirect: 'manual' });
    return new URL(response.headers.get('location') ?? 'none:');
  }

  const post: NetSuiteSignIn['post'] = async (endpoint, form, authorization) => {
    const header =
      authorization === undefined ? basic(confidential.clientId, confidential.clientSecret) : authorization;
    const response = await fetch(`${account.baseUrl}/services/rest/auth/oauth2/v1/${endpoint}`, {
      method: 'POST',
      headers: header === null ? {} : { authorization: header },
      body: new URLSearchParams(form),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? '' : JSON.parse(text) };
  };

  return {
    authorizeUrl,
    redirectOf,
    code: async (changes) => (await redirectOf(changes)).searchParams.get('code') ?? '',
    post,
    exchange: (code, changes = {}, authorization) =>
      post(
        'token',
        { grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...changes },
        authorization,
      ),
    refresh: (refreshToken, changes = {}, authorization) =>
      post('token', { grant_type: 'refresh_token', refresh_token: refreshToken, ...changes }, authorization),
    tokens({ body }) {
      const { access_token: access, refresh_token: refresh } = tokenReply.parse(body);
      return { access, refresh };
    },
    async readStatus(token) {
      const headers = { authorization: `Bearer ${token}` };
      return (await account.call('GET', '/services/rest/record/v1/calendarEvent', { as: null, headers }))
        .status;
    },
  };
}
