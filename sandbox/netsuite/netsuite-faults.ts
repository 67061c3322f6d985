/** Words planned faults as NetSuite does, which depends on the API: restlet.nl or the REST Record API. */
import type { Request } from 'express';

import type { VendorFault, VendorFaults } from '../core/fault-middleware';
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
  error: (request, status) =>
    status === 429
      ? { ...concurrencyExceeded(request), status }
      : vendorError(request, status, 'UNEXPECTED_ERROR', 'An unexpected error occurred.'),
  limitExceeded: concurrencyExceeded,
};
