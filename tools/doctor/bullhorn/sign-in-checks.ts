/** Is the session good, whose is it, what may it do, and in which zone is its user? */
import { z } from 'zod';
import { bullhornTimeZone } from '../../../bridge/library/bullhorn-time-zone';
import { pathOf } from '../../../bridge/http/vendor-path';
import { needed, type Check } from '../check';
import { adapts, asAssumed, broken, eitherWay, notObservable } from '../finding';
import { searchCheck } from '../search-check';
import { entityOf, isOk, readEntity, type BullhornCase } from './bullhorn-case';
import { sessionUser } from './session-user';

const pingSchema = z.object({ sessionExpires: z.number() });
const entitlementsSchema = z.array(z.string());

const neededEntitlements = {
  Appointment: ['CREATE', 'READ', 'UPDATE'],
  AppointmentAttendee: ['CREATE', 'READ', 'DELETE'],
  Candidate: ['READ'],
  ClientContact: ['READ'],
  Lead: ['READ'],
} as const;

const SIGN_IN_AGAIN =
  'Sign in to Bullhorn again, or give a new BULLHORN_REST_TOKEN: docs/doctor.md says how.';

const signIn: Check<BullhornCase> = {
  id: 'sign-in',
  title: 'The session is good, and Bullhorn says whose it is',
  run: async ({ user, facts }) => {
    const ping = await user.probe({ method: 'GET', path: '/ping' });
    if (!isOk(ping)) return broken({ status: ping.status }, SIGN_IN_AGAIN);
    const expires = pingSchema.safeParse(ping.data).data?.sessionExpires;
    if (expires !== undefined) facts.sessionExpiresMs = expires;
    const { status, userId } = await sessionUser(user.probe);
    if (userId === undefined) {
      return broken({ status }, 'Bullhorn does not say whose session it is (settings/userId).');
    }
    facts.userId = userId;
    return asAssumed({ pingTellsExpiry: expires !== undefined });
  },
};

const entitlements: Check<BullhornCase> = {
  id: 'entitlements',
  title: 'The user may read, make, change and delete appointments',
  run: async ({ user }) => {
    const missing: string[] = [];
    for (const [entity, wanted] of Object.entries(neededEntitlements)) {
      const reply = await user.probe({ method: 'GET', path: pathOf`/entitlements/${entity}` });
      const held = entitlementsSchema.safeParse(reply.data).data ?? [];
      const has = (word: string): boolean => held.some((one) => one === word || one.startsWith(`${word}_`));
      missing.push(...wanted.filter((word) => !has(word)).map((word) => `${word} ${entity}`));
    }
    if (missing.length === 0) return asAssumed({ missing: 'none' });
    const isContact = (one: string): boolean => /Candidate|ClientContact|Lead/.test(one);
    if (missing.every(isContact) && missing.length < 3) {
      return adapts(
        { missing: missing.join(', ') },
        'That kind of contact is left out of the search for people.',
      );
    }
    return broken(
      { missing: missing.join(', ') },
      'Have a Bullhorn administrator add these entitlements to the user’s type.',
    );
  },
};

const zone: Check<BullhornCase> = {
  id: 'time-zone',
  title: 'The user’s zone is known',
  settles: 'timeZoneOffsetUnit',
  run: async ({ user, facts, knownTimeZone }) => {
    const userId = needed(facts.userId, 'user');
    const reply = await readEntity(user, 'CorporateUser', userId, 'id,timeZoneOffsetEST');
    const offset = entityOf(reply)['timeZoneOffsetEST'];
    const fromEastern = typeof offset === 'number' ? offset : undefined;
    // Core stores the difference to UTC, made with the five hours of Eastern time in minutes.
    const byOffset = fromEastern === undefined ? undefined : bullhornTimeZone(fromEastern - 300);
    facts.timeZone = knownTimeZone ?? byOffset ?? 'UTC';
    const observed = { zone: facts.timeZone, timeZoneOffsetEST: fromEastern ?? 'none' };
    if (fromEastern === undefined) {
      return adapts(
        observed,
        'Bullhorn names no offset; App Connect’s client names the zone of its browser.',
      );
    }
    if (fromEastern === 0) return asAssumed({ ...observed, unit: 'either' });
    const isHours = Math.abs(fromEastern) <= 24;
    return eitherWay(
      isHours,
      { ...observed, unit: isHours ? 'hours' : 'minutes' },
      'A difference of a day of minutes is taken for minutes, a smaller one for hours.',
    );
  },
};

const slides: Check<BullhornCase> = {
  id: 'session-slides',
  title: 'A call does not lengthen the session',
  settles: 'sessionSlides',
  run: async ({ user, facts }) => {
    const before = needed(facts.sessionExpiresMs, 'end of the session');
    const ping = await user.probe({ method: 'GET', path: '/ping' });
    const after = pingSchema.safeParse(ping.data).data?.sessionExpires ?? before;
    return eitherWay(
      after <= before,
      { lengthened: after > before },
      'The bridge renews by the earlier end, so a session that lasts longer does no harm.',
    );
  },
};

const staleToken: Check<BullhornCase> = {
  id: 'stale-token',
  title: 'A stale token is refused with a 401 and errorMessage',
  settles: 'staleTokenBody',
  run: async ({ user }) => {
    const headers = { BhRestToken: 'app-connect-doctor-stale' };
    const { status, data } = await user.probe({ method: 'GET', path: '/ping', headers });
    const body = z.record(z.string(), z.unknown()).safeParse(data).data ?? {};
    const property = ['errorMessage', 'message'].find((name) => typeof body[name] === 'string') ?? 'none';
    const observed = { status, property };
    if (status !== 401) return broken(observed, 'The bridge takes a 401 for the end of a session.');
    return eitherWay(
      property === 'errorMessage',
      observed,
      'The bridge goes by the status and errorMessageKey, not by the text.',
    );
  },
};

const rateHeaders: Check<BullhornCase> = {
  id: 'rate-limit-headers',
  title: 'The rate limit is told in ratelimit headers',
  settles: 'rateLimitHeaders',
  run: async ({ user }) => {
    const { headers } = await user.probe({ method: 'GET', path: '/ping' });
    const family = ['ratelimit', 'x-ratelimit'].find(
      (prefix) => headers[`${prefix}-remaining`] !== undefined,
    );
    return eitherWay(
      family === 'ratelimit',
      { headers: family ?? 'none', limit: headers[`${family ?? ''}-limit`] ?? 'not told' },
      'The bridge reads both families, and without any keeps to the documented 1,500 a minute.',
    );
  },
};

const refreshToken: Check<BullhornCase> = {
  id: 'refresh-token',
  title: 'The API key has refresh tokens',
  settles: 'refreshTokens',
  run: async ({ signedIn }) => {
    if (!signedIn) {
      return notObservable(
        'Seen only when one signs in by hand (BULLHORN_CLIENT_ID). Without, users sign in again when their session ends.',
      );
    }
    return eitherWay(
      signedIn.refreshToken !== undefined,
      { refreshToken: signedIn.refreshToken !== undefined },
      'Users sign in again when their session ends. Ask Bullhorn Support to enable refresh tokens for the API key.',
    );
  },
};

export const signInChecks: readonly Check<BullhornCase>[] = [
  signIn,
  entitlements,
  searchCheck,
  zone,
  rateHeaders,
  staleToken,
  refreshToken,
];

/** At the end of the run, so that time has passed. */
export const sessionEndChecks: readonly Check<BullhornCase>[] = [slides];
