/** To which hosts the calls of one NetSuite account go. Decided before any request leaves: a token is sent to NetSuite or nowhere. */
import { AppointmentError } from '../../../src/contract/failure';
import { isHostOf } from '../../http/same-host';

const HOSTNAME = /^([a-z0-9][a-z0-9_-]{0,60})\.(?:app|restlets\.api|suitetalk\.api)\.netsuite\.com$/i;

export interface NetSuiteBaseUrls {
  readonly restletBaseUrl: string;
  readonly restBaseUrl: string;
}

/** Bases that replace NetSuite's own, for a sandbox or a test. */
export type ReplacedBaseUrls = { readonly [Name in keyof NetSuiteBaseUrls]?: string | undefined };

/** `1234567_SB1.app.netsuite.com` → `1234567-sb1`, as the account's own hosts spell it (section_4618456734). */
const accountIn = (hostname: string): string | undefined =>
  HOSTNAME.exec(hostname.trim())?.[1]?.toLowerCase().replaceAll('_', '-');

/** The same text for all users of an account, also where the hosts of all accounts are replaced by one. */
export const accountKeyOf = (hostname: string): string =>
  accountIn(hostname) ?? hostname.trim().toLowerCase();

const accountOf = (hostname: string): string => {
  const account = accountIn(hostname);
  if (account) return account;
  throw new AppointmentError(
    'invalid_request',
    'x-crm-hostname must be the host of a NetSuite account, like 1234567.app.netsuite.com.',
    { details: { issues: [{ path: 'x-crm-hostname', message: 'must be a NetSuite host' }] } },
  );
};

/**
 * The base URLs for an account. Where both are replaced, the host may also be the one that replaces them.
 * @throws AppointmentError invalid_request for any other host that is not NetSuite's, also where the bases are replaced
 */
export const baseUrlsOf = (hostname: string, replaced: ReplacedBaseUrls): NetSuiteBaseUrls => {
  const { restletBaseUrl, restBaseUrl } = replaced;
  if (restletBaseUrl && restBaseUrl && isHostOf(hostname, restletBaseUrl))
    return { restletBaseUrl, restBaseUrl };
  const account = accountOf(hostname);
  return {
    restletBaseUrl: restletBaseUrl ?? `https://${account}.restlets.api.netsuite.com`,
    restBaseUrl: restBaseUrl ?? `https://${account}.suitetalk.api.netsuite.com`,
  };
};
