/** Who the caller is to Clio: zone and own calendar, asked once and kept for some minutes. */
import { hash } from 'node:crypto';
import { AppointmentError } from '../../../src/contract/failure';
import type { CalendarContext } from '../calendar-adapter';
import type { ClioClient } from './client';
import { ianaZoneOf } from './clio-time-zone';
import { createLruCache } from '../../lru-cache';
import { calendarSchema } from './schema';

const MAX_USERS = 1000;
const TTL_MS = 10 * 60 * 1000;
const WRITABLE = /^(?:owner|editor)$/;

interface ClioUser {
  /** IANA name; undefined where Clio does not tell, or in a name that is unknown. */
  readonly timeZone: string | undefined;
  readonly calendarId: string | undefined;
}

export interface UserDirectory {
  userOf(context: CalendarContext): Promise<ClioUser>;
  /** @throws AppointmentError forbidden for a user without a calendar that can be written to */
  calendarIdOf(context: CalendarContext): Promise<string>;
}

/** The credential itself is not kept. */
const keyOf = ({ hostname, credential }: CalendarContext): string =>
  hash('sha256', `${hostname.trim().toLowerCase()}\n${credential}`);

/** Without the Users permission, which a developer app may well lack, Clio answers 403 (bullhorn-clio.md §2.1). */
const readUser = async (client: ClioClient, context: CalendarContext): Promise<ClioUser> => {
  try {
    const { default_calendar_id: calendarId, time_zone } = await client.user(context);
    return { timeZone: ianaZoneOf(time_zone), calendarId: calendarId ?? undefined };
  } catch (error) {
    if (!(error instanceof AppointmentError) || error.code !== 'forbidden') throw error;
    return { timeZone: undefined, calendarId: undefined };
  }
};

/** The oldest of the user's own calendars: the list comes by id. */
const readFirstWritableCalendar = async (client: ClioClient, context: CalendarContext): Promise<string> => {
  const { data } = await client.calendars(context, { type: 'UserCalendar', owner: true, writeable: true });
  const calendar = data
    .flatMap((row) => calendarSchema.safeParse(row).data ?? [])
    .find(({ type, permission }) => type === 'UserCalendar' && WRITABLE.test(permission));
  if (calendar) return calendar.id;
  throw new AppointmentError(
    'forbidden',
    'Your Clio user has no calendar that may be written to. Ask your Clio administrator for one, or for edit access.',
  );
};

export const createUserDirectory = (client: ClioClient): UserDirectory => {
  const users = createLruCache<ClioUser>({ maxEntries: MAX_USERS, ttlMs: TTL_MS });

  const userOf = async (context: CalendarContext): Promise<ClioUser> => {
    const known = users.get(keyOf(context), context.nowMs);
    if (known) return known;
    const user = await readUser(client, context);
    users.set(keyOf(context), user, context.nowMs);
    return user;
  };

  return {
    userOf,
    calendarIdOf: async (context) => {
      const user = await userOf(context);
      if (user.calendarId !== undefined) return user.calendarId;
      const calendarId = await readFirstWritableCalendar(client, context);
      users.set(keyOf(context), { ...user, calendarId }, context.nowMs);
      return calendarId;
    },
  };
};
