/** Which NetSuite account a sign-in or a session is of. */
import { AppointmentError } from '../../../src/contract/failure';
import type { CodeExchange } from '../sign-in-provider';
import { accountOfCompany, accountOfHostname, type ReplacedBaseUrls } from './account-hosts';

/**
 * The account that the user chose at NetSuite; where one was asked for, it must be that.
 * @throws AppointmentError upstream_invalid for a redirect without one, unauthenticated for another, invalid_request
 */
export const accountOfSignIn = (
  { callback, place }: Pick<CodeExchange, 'callback' | 'place'>,
  replaced: ReplacedBaseUrls,
): string => {
  const asked = accountOfHostname(place.hostname, replaced);
  const account = accountOfCompany(callback.get('company') ?? '');
  if (account === undefined) {
    throw new AppointmentError(
      'upstream_invalid',
      'NetSuite did not say which account was signed in to. Connect to NetSuite again.',
    );
  }
  if (asked === undefined || asked === account) return account;
  throw new AppointmentError(
    'unauthenticated',
    'This sign-in was to another NetSuite account than the one asked for. Sign out of NetSuite, then connect to it again.',
  );
};

/**
 * The account of a session by its hostname. Where the base is replaced, it stands for every account.
 * @throws AppointmentError invalid_request for a host that is not an account's
 */
export const accountOfSession = (hostname: string, replaced: ReplacedBaseUrls): string => {
  const account = accountOfHostname(hostname, replaced);
  if (account !== undefined || replaced.restBaseUrl !== undefined) return account ?? '';
  throw new AppointmentError(
    'invalid_request',
    'The session names no NetSuite account. Connect to NetSuite again.',
  );
};
