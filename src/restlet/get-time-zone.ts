/** Says who is calling, in which zone, and in which formats they see times. Pure. */
import { restletVersion } from '../contract/restlet-version';
import type { TimeZoneReply } from '../contract/restlets';
import { utcOffsetText } from '../contract/time/zone-arithmetic';
import type { ZoneClock } from '../contract/time/zone-clock';
import { firstAccepted } from './first-accepted';
import type { UserSession } from './ports';

/** Empty where NetSuite shows times in a way that cannot be read: App Connect needs the zone, and the zone is known. */
const offsetNow = ({ timeZone }: UserSession, clock: ZoneClock, nowMs: number): string =>
  firstAccepted(
    () => utcOffsetText(clock.offsetMinutesAt(nowMs, timeZone)),
    () => '',
  );

export const getTimeZone = (session: UserSession, clock: ZoneClock, nowMs: number): TimeZoneReply => ({
  userTimezone: session.timeZone,
  userName: session.userName,
  utcOffset: offsetNow(session, clock, nowMs),
  dateFormat: session.dateFormat,
  timeFormat: session.timeFormat,
  version: restletVersion,
  unitsUsed: session.unitsUsed(),
});
