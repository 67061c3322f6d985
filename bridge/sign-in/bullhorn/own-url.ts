/** Where an address that Bullhorn named is called. Decided before any request leaves: a secret is sent to Bullhorn or nowhere. */
import { AppointmentError } from '../../../src/contract/failure';
import { isHostOf } from '../../http/same-host';

const HOST = /^(?:[a-z0-9-]+\.)+bullhornstaffing\.com$/;

/** Bases that replace Bullhorn's own, for a sandbox or a test. */
export interface ReplacedBaseUrls {
  /** The whole address of `loginInfo`, without its query. */
  readonly loginInfoUrl?: string | undefined;
  /** Takes the place of scheme and host of every other call; paths stay. */
  readonly restBaseUrl?: string | undefined;
}

const isOwn = (url: URL, { loginInfoUrl, restBaseUrl }: ReplacedBaseUrls): boolean =>
  (url.protocol === 'https:' && HOST.test(url.host)) ||
  isHostOf(url.host, loginInfoUrl) ||
  isHostOf(url.host, restBaseUrl);

/**
 * Scheme, host and path, without a slash at the end.
 * @throws AppointmentError upstream_invalid for an address that is not Bullhorn's
 */
export const ownUrlOf = (named: string, replaced: ReplacedBaseUrls): string => {
  const url = URL.canParse(named) ? new URL(named) : undefined;
  if (url && isOwn(url, replaced)) {
    return (replaced.restBaseUrl ?? url.origin) + url.pathname.replace(/\/+$/, '');
  }
  throw new AppointmentError(
    'upstream_invalid',
    'Bullhorn named a host that is not its own, so nothing was sent there. If it persists, tell your administrator.',
  );
};
