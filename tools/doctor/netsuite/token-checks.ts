/** How long sign-ins last, as far as the tokens themselves say, and what else nobody can see in a few minutes. */
import { decodeJwt, errors } from 'jose';
import type { Check, Finding } from '../check';
import { eitherWay, notObservable } from '../finding';
import { unseenCheck } from '../unseen-checks';
import type { NetSuiteCase } from './netsuite-case';

const HOUR_SECONDS = 3600;
const CONFIDENTIAL_HOURS = 168;

const hoursOf = (token: string): number | undefined => {
  try {
    const { exp, iat } = decodeJwt(token);
    return exp === undefined || iat === undefined ? undefined : Math.round((exp - iat) / HOUR_SECONDS);
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
};

const COPES =
  'The bridge renews by the refresh token while it holds, keeps a new one where there is one, and asks to sign in again after.';

const confidential: Check<NetSuiteCase> = {
  id: 'refresh-token-lifetime',
  title: 'How long a refresh token of the bridge lasts',
  settles: 'confidentialRefreshTokenHours',
  run: async ({ signedIn }): Promise<Finding> => {
    const hours = signedIn?.refreshToken === undefined ? undefined : hoursOf(signedIn.refreshToken);
    return hours === undefined
      ? notObservable(`Seen only when one signs in by hand (NETSUITE_CLIENT_ID). ${COPES}`)
      : eitherWay(hours === CONFIDENTIAL_HOURS, { hours }, COPES);
  },
};

export const tokenChecks: readonly Check<NetSuiteCase>[] = [
  confidential,
  unseenCheck({
    id: 'refresh-token-rotation',
    title: 'Whether a refresh gives a new refresh token',
    settles: 'confidentialRefreshRotates',
    how: COPES,
  }),
  unseenCheck({
    id: 'public-refresh-token-lifetime',
    title: 'How long a refresh token of a public client lasts',
    settles: 'publicRefreshTokenHours',
    how: 'The bridge is a confidential client: it has a secret.',
  }),
  unseenCheck({
    id: 'suiteql-attendees',
    title: 'Columns of the SuiteQL table attendee',
    settles: 'netsuite.md §8.10',
    how: 'Neither the RESTlets nor the bridge use SuiteQL.',
  }),
];
