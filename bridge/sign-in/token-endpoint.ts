/** The token endpoint as every CRM has it (RFC 6749 §5): the call, the answer, the closed set of errors. */
import { z } from 'zod';
import { AppointmentError, type FailureCode } from '../../src/contract/failure';
import { createVendorClient, type VendorClient, type VendorRequest } from '../http/vendor-client';
import type { ExplainReply } from '../http/vendor-failure';
import type { VendorReply } from '../http/vendor-reply';
import type { ProviderOptions } from './app-credentials';

export interface OAuthTokens {
  readonly accessToken: string;
  readonly refreshToken?: string | undefined;
  /** Of the access token. */
  readonly expiresAtMs: number;
}

type TokenCall = Required<Pick<VendorRequest, 'baseUrl' | 'path' | 'form'>> & Pick<VendorRequest, 'headers'>;

export interface TokenEndpoint {
  /**
   * @param send in place of a plain exchange, where a CRM redirects
   * @throws AppointmentError unauthenticated for a grant that is refused, rate_limited, upstream_unavailable,
   *   upstream_invalid
   */
  request(
    call: TokenCall,
    send?: (client: VendorClient, request: VendorRequest) => Promise<VendorReply>,
  ): Promise<OAuthTokens>;
}

const tokenReplySchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  /** Seconds; some servers write them as a text. */
  expires_in: z.coerce.number().positive(),
});

const errorReplySchema = z.object({ error: z.string().regex(/^\w{1,60}$/) });

const codesByError = new Map<string, FailureCode>(
  Object.entries({
    invalid_grant: 'unauthenticated',
    access_denied: 'unauthenticated',
    temporarily_unavailable: 'upstream_unavailable',
    server_error: 'upstream_unavailable',
  }),
);

/** A wrong client secret is an error of ours: taken for the user's, it would sign everybody out. */
const isAboutOurApp = (error: string | undefined): boolean =>
  error === 'invalid_client' || error === 'unauthorized_client';

const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

const explainTokenReply =
  (vendor: string): ExplainReply =>
  ({ data, status }) => {
    const error = errorReplySchema.safeParse(data).data?.error;
    return {
      code: codesByError.get(error ?? '') ?? (isPassing(status) ? undefined : 'upstream_invalid'),
      message: isAboutOurApp(error)
        ? `${vendor} does not accept the client id and secret of this bridge. Tell your administrator.`
        : undefined,
      upstreamCode: error,
    };
  };

export const createTokenEndpoint = (
  options: ProviderOptions & { readonly vendor: string },
): TokenEndpoint => {
  const { vendor, timeoutMs, nowMs = Date.now, onCall } = options;
  const client = createVendorClient({ vendor, explain: explainTokenReply(vendor), timeoutMs, nowMs, onCall });
  return {
    request: async (call, send = (plain, request) => plain.send(request)) => {
      // No record of the CRM is changed, so that its failures are those of reading. Still it is never to be repeated:
      // a code, and a refresh token that rotates, are spent by being sent.
      const request: VendorRequest = { method: 'POST', writes: false, ...call };
      const askedAtMs = nowMs();
      const reply = await send(client, request);
      const read = tokenReplySchema.safeParse(reply.data);
      if (!read.success) throw client.unreadable(request, reply);
      const { access_token, refresh_token, expires_in } = read.data;
      return {
        accessToken: access_token,
        refreshToken: refresh_token,
        expiresAtMs: askedAtMs + expires_in * 1000,
      };
    },
  };
};

/** @throws AppointmentError unauthenticated where the CRM gave none: its session cannot be prolonged */
export const refreshTokenOf = (
  tokens: { readonly refreshToken?: string | undefined },
  vendor: string,
): string => {
  if (tokens.refreshToken !== undefined) return tokens.refreshToken;
  throw new AppointmentError(
    'unauthenticated',
    `The session at ${vendor} has ended. Connect to ${vendor} again.`,
  );
};
