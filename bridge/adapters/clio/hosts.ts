/** To which host the calls of one Clio account go. Decided before any request leaves: a token is sent to Clio or nowhere. */
import { AppointmentError } from '../../../src/contract/failure';
import { isHostOf } from '../../http/same-host';

/** United States, Europe, Canada, Australia (docs.developers.clio.com/api-docs/authorization). */
const HOSTNAME = /^(?:(?:eu|ca|au)\.)?app\.clio\.com$/i;

/**
 * The base URL for a region. Where it is replaced, the host may also be the one that replaces it.
 * @throws AppointmentError invalid_request for any other host that is not Clio's, also where the base is replaced
 */
export const baseUrlOf = (hostname: string, replacedBaseUrl: string | undefined): string => {
  const host = hostname.trim().toLowerCase();
  if (HOSTNAME.test(host) || isHostOf(host, replacedBaseUrl)) {
    return replacedBaseUrl?.replace(/\/+$/, '') ?? `https://${host}`;
  }
  throw new AppointmentError(
    'invalid_request',
    'x-crm-hostname must be the host of a Clio region: app.clio.com, eu.app.clio.com, ca.app.clio.com or au.app.clio.com.',
    { details: { issues: [{ path: 'x-crm-hostname', message: 'must be a Clio host' }] } },
  );
};
