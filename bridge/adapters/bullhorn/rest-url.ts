/** Where the calls of one Bullhorn session go. Decided before any request leaves: a token is sent to Bullhorn or nowhere. */
import { AppointmentError } from '../../../src/contract/failure';
import { isHostOf } from '../../http/same-host';

/** `https://rest9.bullhornstaffing.com/rest-services/e999/`, as /login answers it (rest-api-docs, Login). */
const REST_URL = /^(https?:\/\/[^/?#@\s]+)(\/rest-services\/([a-z0-9_-]{1,64}))\/?$/i;
const OWN_ORIGIN = /^https:\/\/rest[a-z0-9-]*\.bullhornstaffing\.com$/i;

export interface BullhornRest {
  /** Scheme, host and `/rest-services/{corpToken}`. */
  readonly baseUrl: string;
  /** Stands for the tenant: what one of its sessions was refused, the next one will be. */
  readonly corpToken: string;
}

/**
 * The base of a session's calls. Where it is replaced, the URL may also be one of the host that replaces it.
 * @param replacedBaseUrl takes the place of scheme and host, for a sandbox or a test
 * @throws AppointmentError invalid_request for a URL that is not Bullhorn's, also then
 */
export const restOf = (restUrl: string | undefined, replacedBaseUrl: string | undefined): BullhornRest => {
  const [, origin = '', path = '', corpToken = ''] = REST_URL.exec(restUrl ?? '') ?? [];
  if (OWN_ORIGIN.test(origin) || isHostOf(origin.replace(/^https?:\/\//i, ''), replacedBaseUrl)) {
    return { baseUrl: (replacedBaseUrl ?? origin).replace(/\/+$/, '') + path, corpToken };
  }
  throw new AppointmentError(
    'invalid_request',
    'x-crm-rest-url must be the REST URL of a Bullhorn session, like https://rest9.bullhornstaffing.com/rest-services/e999/.',
    { details: { issues: [{ path: 'x-crm-rest-url', message: 'must be a Bullhorn REST URL' }] } },
  );
};
