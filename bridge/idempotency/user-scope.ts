/** Whose keys are whose: two users may use the same key, in one CRM or in two, and never meet. Pure. */
import type { Platform } from '../../src/contract/operations';
import type { CalendarContext } from '../adapters/calendar-adapter';
import { hashOf } from './request-fingerprint';

/** Bullhorn's hosts change and are shared; the path of its session URL names the corporation. */
const accountOf = ({ hostname, restUrl }: CalendarContext): string => {
  const account = restUrl === undefined ? hostname : restUrl.replace(/^https?:\/\/[^/]*/i, '');
  return account.trim().toLowerCase().replace(/\/+$/, '');
};

/**
 * Stands for one user of one account. Where the caller names no user, for the credential: a retry with a renewed one is
 * another user's then, which is better than the other way round.
 */
export const userScopeOf = (platform: Platform, context: CalendarContext): string => {
  const { userId, credential } = context;
  return userId === ''
    ? hashOf(platform, accountOf(context), 'credential', credential)
    : hashOf(platform, accountOf(context), 'user', userId);
};
