/** Words planned faults as Bullhorn does, which depends on the host: OAuth or REST. */
import type { Request } from 'express';

import type { VendorFault, VendorFaults } from '../core/fault-middleware';
import { oauthFault } from '../core/oauth-fault';
import { apiError, internalErrorBody, rateLimitedBody } from './bullhorn-error';
import { queryParameters } from './request-parameters';
import { restTokenOf } from './session/rest-token';

const rateLimited: VendorFault = { status: 429, body: rateLimitedBody };

function restFault(status: number): VendorFault {
  if (status === 429) return rateLimited;
  if (status === 500) return { status, body: internalErrorBody };
  return { status, body: apiError(status, 'errors.serviceUnavailable', 'Service Unavailable').body };
}

export const bullhornFaults: VendorFaults = {
  error: (request: Request, status: number) =>
    request.path.startsWith('/oauth/') && status !== 429 ? oauthFault(status) : restFault(status),
  limitExceeded: () => rateLimited,
  // The key of a session, or the access token that /login is to make one of where the URL has it.
  tokenOf: (request) => restTokenOf(request) ?? queryParameters(request).get('access_token') ?? undefined,
};
