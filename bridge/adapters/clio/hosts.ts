/** To which host the calls of one Clio account go. Decided before any request leaves: a token is sent to Clio or nowhere. */
import { AppointmentError } from '../../../src/contract/failure';

/** United States, Europe, Canada, Australia (docs.developers.clio.com/api-docs/authorization). */
const HOSTNAME = /^(?:(?:eu|ca|au)\.)?app\.clio\.com$/i;

/**
 * The base URL for a region.
 * @throws AppointmentError invalid_request for a host that is not Clio's, also where the base is replaced
 */
export const baseUrlOf = (hostname: string, replacedBaseUrl: string | undefined): string => {
  const host = hostname.trim().toLowerCase();
  if (HOSTNAME.test(host)) return replacedBaseUrl?.replace(/\/+$/, '') ?? `https://${host}`;
  throw new AppointmentError(
    'invalid_request',
    'x-crm-hostname must be the host of a Clio region: app.clio.com, eu.app.clio.com, ca.app.clio.com or au.app.clio.com.',
    { details: { issues: [{ path: 'x-crm-hostname', message: 'must be a Clio host' }] } },
  );
};
