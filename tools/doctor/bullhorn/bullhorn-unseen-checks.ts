/** What nobody can see of Bullhorn in a few minutes, or without harm, and how the bridge copes with either. */
import { unseenChecks } from '../unseen-checks';

export const bullhornUnseenChecks = unseenChecks({
  accessTokenUse: [
    'Whether an access token opens more than one session',
    'The bridge opens one session with each, and renews by the refresh token.',
  ],
  pkce: [
    'Whether the token endpoint checks PKCE',
    'The bridge sends Bullhorn no challenge: it is not documented.',
  ],
  termsOfService: [
    'Whether a user has to accept the terms of service first',
    'Users sign in on Bullhorn’s own pages, which ask them.',
  ],
  maximumTtlMinutes: [
    'The longest session that Bullhorn gives',
    'The bridge asks for 240 minutes and goes by the end that ping tells.',
  ],
  defaultTtlMinutes: [
    'How long a session lasts when nobody asks for a time',
    'The bridge always asks for 240 minutes.',
  ],
  sessionsBeyondLimit: [
    'What becomes of the fifty-first session',
    'The bridge keeps one session for each user, and ends it at the sign-out.',
  ],
  retryAfterHeader: [
    'Whether a 429 says when to come again',
    'The bridge waits as long as Retry-After says, and a second without it.',
  ],
});
