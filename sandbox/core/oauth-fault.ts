/** Words planned faults of OAuth endpoints with the codes that RFC 6749 §4.1.2.1 has for them. */
import type { VendorFault } from './fault-middleware';

export function oauthFault(status: number): VendorFault {
  return {
    status,
    body: {
      error: status === 503 ? 'temporarily_unavailable' : 'server_error',
      error_description: 'The authorization server could not handle the request.',
    },
  };
}
