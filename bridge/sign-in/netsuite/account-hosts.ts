/** Which hosts belong to a NetSuite account. Decided before any request leaves: a secret is sent to NetSuite or nowhere. */
import { AppointmentError } from '../../../src/contract/failure';
import { isHostOf } from '../../http/same-host';

const ACCOUNT = /^[a-z0-9][a-z0-9_-]{0,60}$/i;
const HOSTNAME = /^([^.]+)\.(?:app|restlets\.api|suitetalk\.api)\.netsuite\.com$/i;

/** Bases that replace NetSuite's own, for a sandbox or a test. */
export interface ReplacedBaseUrls {
  readonly restBaseUrl?: string | undefined;
  readonly restletBaseUrl?: string | undefined;
}

/** `1234567_SB1` → `1234567-sb1`, as the account's own hosts spell it (section_4618456734); undefined for no account id. */
export const accountOfCompany = (company: string): string | undefined =>
  ACCOUNT.test(company) ? company.toLowerCase().replaceAll('_', '-') : undefined;

/**
 * The account of a hostname; undefined where none is named: for an empty one, and for the host that replaces NetSuite.
 * @throws AppointmentError invalid_request for any other host that is not NetSuite's
 */
export const accountOfHostname = (hostname: string, replaced: ReplacedBaseUrls): string | undefined => {
  const host = hostname.trim();
  if (host === '' || isHostOf(host, replaced.restBaseUrl)) return undefined;
  const account = accountOfCompany(HOSTNAME.exec(host)?.[1] ?? '');
  if (account !== undefined) return account;
  throw new AppointmentError(
    'invalid_request',
    'The hostname must be that of a NetSuite account, like 1234567.app.netsuite.com.',
    { details: { issues: [{ path: 'hostname', message: 'must be a NetSuite host' }] } },
  );
};

/** "If you don't know the specific account ID, requests can be sent to system.netsuite.com" (section_158081944642). */
export const authorizeBaseUrlOf = (account: string | undefined, { restBaseUrl }: ReplacedBaseUrls): string =>
  restBaseUrl ??
  (account === undefined ? 'https://system.netsuite.com' : `https://${account}.app.netsuite.com`);

export const restBaseUrlOf = (account: string, { restBaseUrl }: ReplacedBaseUrls): string =>
  restBaseUrl ?? `https://${account}.suitetalk.api.netsuite.com`;

export const restletBaseUrlOf = (account: string, { restletBaseUrl }: ReplacedBaseUrls): string =>
  restletBaseUrl ?? `https://${account}.restlets.api.netsuite.com`;
