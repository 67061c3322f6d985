/** Words planned faults as Bullhorn does, which depends on the host: OAuth or REST. */
import type { Request } from 'express';

import type { VendorFault, VendorFaults } from '../core/fault-middleware';
import { apiError, internalErrorBody, rateLimitedBody } from './bullhorn-error';

const rateLimited: VendorFault = { status: 429, body: rateLimitedBody };

function restFault(status: number): VendorFault {
  if (status === 429) return rateLimited;
  if (status === 500) return { status, body: internalErrorBody };
  return { status, body: apiError(status, 'errors.serviceUnavailable', 'Service Unavailable').body };
}

/** RFC 6749 §5.2 and §4.1.2.1 have the codes. */
const oauthFault = (status: number): VendorFault => ({
  status,
  body: {
    error: status === 503 ? 'temporarily_unavailable' : 'server_error',
    error_description: 'The authorization server could not handle the request.',
  },
});

export const bullhornFaults: VendorFaults = {
  error: (request: Request, status: number) =>
    request.path.startsWith('/oauth/') && status !== 429 ? oauthFault(status) : restFault(status),
  limitExceeded: () => rateLimited,
};
