/** Words planned faults as Clio does. */
import type { VendorFault, VendorFaults } from '../core/fault-middleware';
import { oauthFault } from '../core/oauth-fault';
import { clioErrorBody } from './clio-error';
import type { ClioSwitches } from './switches';

const messages: Readonly<Record<number, string>> = {
  429: 'Rate limit exceeded.',
  503: 'The service is unavailable.',
};

export function clioFaults(switches: () => ClioSwitches): VendorFaults {
  const fault = (status: number): VendorFault => {
    const message = messages[status] ?? 'An unexpected error occurred.';
    return { status, body: clioErrorBody({ status, message }, switches()) };
  };
  return {
    error: (request, status) =>
      request.path.startsWith('/oauth/') && status !== 429 ? oauthFault(status) : fault(status),
    limitExceeded: () => fault(429),
  };
}
