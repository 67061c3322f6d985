/** Finds out which app sends a token or revocation request (section_158081952044, section_160855594402). */
import type { Request } from 'express';

import { OAuthError } from '../../core/oauth-error';
import type { IntegrationRecord } from './integration-record';

interface Credentials {
  readonly clientId: string;
  /** Empty when there is none. */
  readonly clientSecret: string;
}

const invalidClient = (): OAuthError =>
  new OAuthError(401, 'invalid_client', 'The client could not be authenticated.');

/** `Basic base64(client_id:client_secret)`; a public client may leave out the secret, and then also the colon. */
function basicCredentials(authorization: string): Credentials {
  const encoded = /^Basic +([A-Za-z0-9+/\-_]+=*)$/i.exec(authorization)?.[1];
  if (encoded === undefined) throw invalidClient();
  const [clientId = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { clientId, clientSecret: secret.join(':') };
}

/**
 * @param clientIdInBody empty when there is none. A secret in the body counts for nothing: "the request must include
 *   client credentials in the HTTP authorization request header".
 * @throws OAuthError invalid_client; invalid_request where "multiple client authentication approaches are used".
 */
export function authenticatedClient(
  request: Request,
  clientIdInBody: string,
  integrations: readonly IntegrationRecord[],
): IntegrationRecord {
  const { authorization } = request.headers;
  if (authorization !== undefined && clientIdInBody !== '') {
    throw new OAuthError(400, 'invalid_request', 'The client authenticates itself in two ways.');
  }
  const { clientId, clientSecret } =
    authorization === undefined
      ? { clientId: clientIdInBody, clientSecret: '' }
      : basicCredentials(authorization);
  const integration = integrations.find((each) => each.clientId === clientId);
  if (integration === undefined) throw invalidClient();
  const isWithoutSecret = integration.publicClient && clientSecret === '';
  if (!isWithoutSecret && clientSecret !== integration.clientSecret) throw invalidClient();
  return integration;
}
