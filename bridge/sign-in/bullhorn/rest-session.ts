/** Bullhorn's REST session: opened with an access token, known by a BhRestToken, ended by a sign-out or its time (rest-api-docs, Login). */
import { z } from 'zod';
import { createVendorClient } from '../../http/vendor-client';
import type { ExplainReply } from '../../http/vendor-failure';
import { pathOf } from '../../http/vendor-path';
import { ifAvailable } from '../if-available';
import { sendToDataCenter, type DataCenterOptions } from './data-center';
import { ownUrlOf } from './own-url';

/** The least of the maxima that clients report (bullhorn-clio.md §1.1); the real one is not documented. */
const SESSION_MINUTES = 240;

export interface RestSession {
  readonly restToken: string;
  /** As Bullhorn gave it. */
  readonly restUrl: string;
  readonly expiresAtMs: number;
}

export interface SessionUser {
  readonly id: string;
  readonly name: string;
}

export interface RestSessions {
  /**
   * Spends the access token, also where it fails: never to be repeated with the same one.
   * @throws AppointmentError upstream_unavailable where Bullhorn refuses the token: it does so now and then to good ones
   */
  open(loginBaseUrl: string, accessToken: string): Promise<RestSession>;
  /** The user whose session it is, whatever name was given before. */
  user(session: RestSession): Promise<SessionUser>;
  end(restUrl: string, restToken: string): Promise<void>;
}

const loginReplySchema = z.object({ BhRestToken: z.string().min(1), restUrl: z.string() });
const pingReplySchema = z.object({ sessionExpires: z.number().positive() });
const userIdReplySchema = z.object({
  userId: z.union([z.number().int().transform(String), z.string().min(1)]),
});
const wordSchema = z.string().nullish().catch(null);
const userReplySchema = z.object({ data: z.object({ firstName: wordSchema, lastName: wordSchema }) });

/** github.com/bullhorn/sdk-rest issue 216: a 400 for a token that was never used. */
const explainLogin: ExplainReply = ({ status }) =>
  status === 400 || status === 401
    ? {
        code: 'upstream_unavailable',
        message: 'Bullhorn did not open a session. Try again in a minute.',
      }
    : undefined;

export const createRestSessions = (options: DataCenterOptions): RestSessions => {
  const { nowMs = Date.now } = options;
  const loginClient = createVendorClient({ ...options, vendor: 'Bullhorn', explain: explainLogin });
  const client = createVendorClient({ ...options, vendor: 'Bullhorn', explain: () => undefined });

  const get = async <Schema extends z.ZodType>(
    { restUrl, restToken }: Pick<RestSession, 'restUrl' | 'restToken'>,
    call: { readonly path: string; readonly query?: Readonly<Record<string, string>> },
    schema: Schema,
  ): Promise<z.output<Schema>> =>
    client.sendFor(
      { method: 'GET', baseUrl: ownUrlOf(restUrl, options), headers: { BhRestToken: restToken }, ...call },
      schema,
    );

  return {
    open: async (loginBaseUrl, accessToken) => {
      const latestEndMs = nowMs() + SESSION_MINUTES * 60_000;
      const query = { version: '*', access_token: accessToken, ttl: SESSION_MINUTES };
      const request = {
        method: 'POST',
        baseUrl: loginBaseUrl,
        path: '/login',
        query,
        writes: false,
      } as const;
      const reply = await sendToDataCenter(loginClient, request, options);
      const read = loginReplySchema.safeParse(reply.data);
      if (!read.success) throw loginClient.unreadable(request, reply);
      const session = { restToken: read.data.BhRestToken, restUrl: read.data.restUrl };
      // A session at a host that is not Bullhorn's would be sent its token from then on: refused here.
      ownUrlOf(session.restUrl, options);
      const ping = await ifAvailable(get(session, { path: '/ping' }, pingReplySchema));
      return { ...session, expiresAtMs: Math.min(latestEndMs, ping?.sessionExpires ?? latestEndMs) };
    },

    user: async (session) => {
      const { userId } = await get(session, { path: '/settings/userId' }, userIdReplySchema);
      const path = pathOf`/entity/CorporateUser/${userId}`;
      const query = { fields: 'firstName,lastName' };
      const found = await ifAvailable(get(session, { path, query }, userReplySchema));
      const name = [found?.data.firstName, found?.data.lastName].filter(Boolean).join(' ');
      return { id: userId, name: name || userId };
    },

    end: async (restUrl, restToken) => {
      await get({ restUrl, restToken }, { path: '/logout' }, z.unknown());
    },
  };
};
