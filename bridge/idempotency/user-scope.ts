/** Whose keys are whose: two users may use the same key, in one CRM or in two, and never meet. Pure. */
import type { Platform } from '../../src/contract/operations';
import type { CalendarContext } from '../adapters/calendar-adapter';
import { hashOf } from './request-fingerprint';

/**
 * Bullhorn's hosts change and are shared; the path of its session URL names the corporation. A NetSuite account has
 * several hosts, each with the account in front, in two spellings (section_4618456734).
 */
const accountOf = (platform: Platform, { hostname, restUrl }: CalendarContext): string => {
  const place = restUrl === undefined ? hostname : restUrl.replace(/^https?:\/\/[^/]*/i, '');
  const account = place.trim().toLowerCase().replace(/\/+$/, '');
  return platform === 'netsuite'
    ? account.replace(/\.(app|restlets\.api|suitetalk\.api)\.netsuite\.com$/, '').replaceAll('_', '-')
    : account;
};

/**
 * Stands for one user of one account. Where the caller names no user, for the credential: a retry with a renewed one is
 * another user's then, which is better than the other way round.
 */
export const userScopeOf = (platform: Platform, context: CalendarContext): string => {
  const { userId, credential } = context;
  return userId === ''
    ? hashOf(platform, accountOf(platform, context), 'credential', credential)
    : hashOf(platform, accountOf(platform, context), 'user', userId);
};
