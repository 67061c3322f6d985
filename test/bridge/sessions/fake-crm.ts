/**
 * Signing in at a CRM as strict as Bullhorn, hand-written: a code and a refresh token are good once, and whoever uses
 * an old one is refused. The provider talks to it over HTTP.
 */
import { createHash } from 'node:crypto';
import { AppointmentError } from '../../../src/contract/failure';
import type { Platform } from '../../../src/contract/operations';
import type { CrmTokens, SignInProvider } from '../../../bridge/sign-in/sign-in-provider';
import { startFakeVendor, type Behaviour, type RecordedRequest } from '../fake-vendor-server';

export const LIFETIME_MS = 10 * 60 * 1000;

export interface FakeCrm {
  readonly provider: SignInProvider;
  /** A code as the CRM gives it to a user who said yes. */
  newCode(codeChallenge?: string): string;
  /** Tokens of a user who is signed in. */
  newTokens(expiresAtMs: number): CrmTokens;
  isValid(credential: string): boolean;
  /** What the CRM was asked for: `code`, `refresh`, `revoke`. */
  readonly calls: string[];
  /** How it answers from now on. */
  mode: 'up' | 'down' | 'session ended';
  close(): Promise<void>;
}

export interface FakeCrmOptions {
  readonly platform: Platform;
  readonly nowMs: () => number;
  readonly usesPkce?: boolean;
}

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

const fieldOf = ({ body }: RecordedRequest, name: string): string =>
  String(Object.entries(body ?? {}).find(([key]) => key === name)?.[1] ?? '');

export const startFakeCrm = async (options: FakeCrmOptions): Promise<FakeCrm> => {
  const { platform, nowMs, usesPkce = false } = options;
  const calls: string[] = [];
  const codes = new Map<string, string>();
  const refreshTokens = new Set<string>();
  const credentials = new Set<string>();
  let count = 0;
  const next = (what: string): string => `SECRET-${what}-${++count}`;

  const issue = (expiresAtMs: number): CrmTokens => {
    const accessToken = next('ACCESS');
    const refreshToken = next('REFRESH');
    refreshTokens.add(refreshToken);
    credentials.clear();
    credentials.add(`Bearer ${accessToken}`);
    return { accessToken, refreshToken, expiresAtMs, credential: `Bearer ${accessToken}` };
  };
  const refused = { status: 400, body: {} };
  const grant = (request: RecordedRequest): Behaviour => {
    const [code, refreshToken] = [fieldOf(request, 'code'), fieldOf(request, 'refreshToken')];
    calls.push(code ? 'code' : 'refresh');
    if (fake.mode === 'session ended') return refused;
    if (code) {
      const challenge = codes.get(code);
      codes.delete(code);
      const isProven = !usesPkce || challengeOf(fieldOf(request, 'codeVerifier')) === challenge;
      if (challenge === undefined || !isProven) return refused;
    } else if (!refreshTokens.delete(refreshToken)) return refused;
    return { body: issue(nowMs() + LIFETIME_MS) };
  };
  const server = await startFakeVendor((request) => {
    if (fake.mode === 'down') return { status: 503, body: {} };
    if (request.path === '/token') return grant(request);
    calls.push('revoke');
    credentials.delete(fieldOf(request, 'credential'));
    return { body: {} };
  });

  const post = async (path: string, body: object): Promise<CrmTokens> => {
    const reply = await fetch(server.baseUrl + path, { method: 'POST', body: JSON.stringify(body) });
    if (reply.ok) return JSON.parse(await reply.text());
    throw new AppointmentError(
      reply.status === 400 ? 'unauthenticated' : 'upstream_unavailable',
      `The CRM says ${reply.status}.`,
    );
  };

  const provider: SignInProvider = {
    platform,
    usesPkce,
    authorizeUrl: async ({ redirectUri, state, codeChallenge, place }) => {
      const query = new URLSearchParams({
        redirect_uri: redirectUri,
        state,
        hostname: place.hostname,
        ...(codeChallenge === undefined ? {} : { code_challenge: codeChallenge }),
      });
      return `${server.baseUrl}/authorize?${query.toString()}`;
    },
    exchangeCode: async ({ callback, redirectUri, codeVerifier }) => {
      if (callback.has('error')) throw new AppointmentError('unauthenticated', 'Access was not allowed.');
      return {
        tokens: await post('/token', { code: callback.get('code'), redirectUri, codeVerifier }),
        user: { id: '7', name: 'SECRET-NAME Niemann', hostname: '1234567.app.netsuite.com' },
      };
    },
    refresh: async ({ refreshToken }) => post('/token', { refreshToken }),
    revoke: async ({ credential }) => {
      await post('/revoke', { credential });
    },
  };
  const fake: FakeCrm = {
    provider,
    newCode: (codeChallenge = '') => {
      const code = next('CODE');
      codes.set(code, codeChallenge);
      return code;
    },
    newTokens: issue,
    isValid: (credential) => credentials.has(credential),
    calls,
    mode: 'up',
    close: () => server.close(),
  };
  return fake;
};
