/** Words planned faults as NetSuite does, which depends on the API: restlet.nl, the REST Record API or OAuth. */
import type { Request } from 'express';

import type { VendorFault, VendorFaults } from '../core/fault-middleware';
import { oauthFault } from '../core/oauth-fault';
import { oauthPaths } from './oauth/oauth-endpoint';
import { recordErrorBody, recordErrorType } from './rest/record-api-error';
import { restletErrorBody } from './restlet-error';

function isRestletRequest(request: Request): boolean {
  return request.path.toLowerCase().startsWith('/app/site/hosting/restlet.nl');
}

function vendorError(request: Request, status: number, code: string, message: string): VendorFault {
  return isRestletRequest(request)
    ? { status, body: restletErrorBody({ code, message }) }
    : { status, body: recordErrorBody({ status, code, message }), contentType: recordErrorType };
}

/** The limit is one per account, but RESTlets answer it with 400 and web services with 429 (bridgehead_1525252812). */
export function concurrencyExceeded(request: Request): VendorFault {
  return isRestletRequest(request)
    ? vendorError(request, 400, 'SSS_REQUEST_LIMIT_EXCEEDED', 'Request Limit Exceeded')
    : vendorError(request, 429, 'CONCURRENCY_LIMIT_EXCEEDED', 'Concurrent request limit exceeded.');
}

export const netSuiteFaults: VendorFaults = {
  error(request, status) {
    if (status === 429) return { ...concurrencyExceeded(request), status };
    if (oauthPaths.test(request.path)) return oauthFault(status);
    return vendorError(request, status, 'UNEXPECTED_ERROR', 'An unexpected error occurred.');
  },
  limitExceeded: concurrencyExceeded,
};
