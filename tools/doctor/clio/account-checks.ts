/** Who is signed in, in which zone, with which calendar, and how fast one may ask. */
import { ianaZoneOf } from '../../../bridge/adapters/clio/clio-time-zone';
import { isKnownTimeZone } from '../../../src/contract/time/intl-zone-clock';
import { needed, type Check } from '../check';
import { adapts, asAssumed, broken, eitherWay, skipped } from '../finding';
import { searchCheck } from '../search-check';
import { get, idOf, isOk, listEntries, recordOf, rowsOf, type ClioCase, type ClioPerson } from './clio-case';

const WHO_AM_I = '/api/v4/users/who_am_i.json';
const CALENDARS = '/api/v4/calendars.json';
const PEAK_REQUESTS = 50;

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const signIn: Check<ClioCase> = {
  id: 'sign-in',
  title: 'The token is good, and calendar entries can be read',
  run: async ({ user }) => {
    const { status } = await listEntries(user, { limit: 1 });
    if (status < 300) return asAssumed({ status });
    return broken(
      { status },
      status === 403
        ? 'Give the developer app the Calendars permission, read and write, and sign in again.'
        : 'Sign in to Clio again, in the region of the account, or give a new CLIO_TOKEN: docs/doctor.md says how.',
    );
  },
};

const usersPermission: Check<ClioCase> = {
  id: 'users-permission',
  title: 'The app may read Users, so that Clio tells zone and calendar',
  settles: 'usersPermission',
  run: async ({ user }) => {
    const { status } = await get(user, WHO_AM_I, { fields: 'id' });
    if (status !== 200 && status !== 403) return broken({ status }, 'Clio does not tell who is signed in.');
    return eitherWay(
      status === 200,
      { status },
      'The adapter takes the first calendar of the user’s own, and the zone of the caller. Better give the developer app the Users permission.',
    );
  },
};

const zone: Check<ClioCase> = {
  id: 'time-zone',
  title: 'The user’s zone has an IANA name',
  settles: 'timeZoneNames',
  run: async ({ user, facts, knownTimeZone }) => {
    const reply = await get(user, WHO_AM_I, { fields: 'id,time_zone' });
    const name = textIn(recordOf(reply)['time_zone']);
    const told = ianaZoneOf(name);
    facts.timeZone = told ?? knownTimeZone ?? 'UTC';
    if (!isOk(reply)) return adapts({ told: false }, 'The zone of the caller counts; without one, UTC.');
    const observed = { told: true, zone: told ?? 'unknown name', isIana: isKnownTimeZone(name) };
    if (told === undefined)
      return broken(observed, 'The name of the zone is neither one of IANA nor of Rails.');
    return eitherWay(
      observed.isIana,
      observed,
      'The adapter reads the names that Rails gives to zones as well.',
    );
  },
};

const calendarRows = async (person: ClioPerson) =>
  rowsOf(await get(person, CALENDARS, { fields: 'id,type,permission', limit: 200 }));

const ownCalendarId = async (person: ClioPerson): Promise<string | undefined> => {
  const who = recordOf(await get(person, WHO_AM_I, { fields: 'id,default_calendar_id' }));
  const byDefault = who['default_calendar_id'];
  if (typeof byDefault === 'number') return String(byDefault);
  const own = await get(person, CALENDARS, {
    fields: 'id,type,permission',
    type: 'UserCalendar',
    owner: true,
    writeable: true,
  });
  const first = rowsOf(own).find(({ permission }) => permission === 'owner' || permission === 'editor');
  return first && idOf(first);
};

const calendar: Check<ClioCase> = {
  id: 'own-calendar',
  title: 'The user has a calendar to write to',
  run: async (one) => {
    const own = await ownCalendarId(one.user);
    if (own === undefined) {
      return broken({ found: false }, 'Have a Clio administrator give the user a calendar with edit access.');
    }
    one.facts.calendarId = own;
    const others = one.other && (await ownCalendarId(one.other));
    if (others !== undefined) one.facts.otherCalendarId = others;
    return asAssumed({ found: true });
  },
};

const withoutPermission: Check<ClioCase> = {
  id: 'calendars-without-permission',
  title: 'Calendars that one may not see are not in the list',
  settles: 'calendarsWithoutPermission',
  run: async ({ user, other }) => {
    const rows = [...(await calendarRows(user)), ...(other ? await calendarRows(other) : [])];
    const isListed = rows.some(({ permission }) => permission === 'none');
    return eitherWay(
      !isListed,
      { listed: isListed },
      'The adapter takes only calendars that may be written to.',
    );
  },
};

const rateLimit: Check<ClioCase> = {
  id: 'rate-limit',
  title: 'The rate limit is told, and is 50 a minute',
  settles: 'requestsPerMinute',
  run: async ({ user }) => {
    const { headers } = await listEntries(user, { limit: 1 });
    const limit = Number(headers['x-ratelimit-limit']);
    if (!Number.isFinite(limit)) return adapts({ told: false }, 'The bridge keeps to 50 a minute.');
    const observed = { limit, peak: PEAK_REQUESTS };
    return eitherWay(limit === PEAK_REQUESTS, observed, 'The bridge goes by the number that Clio tells.');
  },
};

const otherSigned: Check<ClioCase> = {
  id: 'second-user',
  title: 'A second user is signed in',
  run: async ({ other }) => {
    if (!other) return skipped('Some points take a second user: --other-user.');
    const { status } = await listEntries(other, { limit: 1 });
    return status === 200 ? asAssumed({ status }) : broken({ status }, 'Give a new CLIO_OTHER_TOKEN.');
  },
};

export const accountChecks: readonly Check<ClioCase>[] = [
  signIn,
  otherSigned,
  usersPermission,
  zone,
  calendar,
  withoutPermission,
  searchCheck,
  rateLimit,
];

/** The calendar that entries are made in. */
export const calendarIdOf = ({ facts }: ClioCase): string => needed(facts.calendarId, 'calendar');
