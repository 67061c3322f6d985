/** Says who is calling, in which zone, and in which formats they see times. */
import { restletVersion } from '../contract/restlet-version';
import type { TimeZoneReply } from '../contract/restlets';
import { utcOffsetText } from '../contract/time/zone-arithmetic';
import type { ZoneClock } from '../contract/time/zone-clock';
import type { UserSession } from './ports';

export const getTimeZone = (session: UserSession, clock: ZoneClock, nowMs: number): TimeZoneReply => ({
  userTimezone: session.timeZone,
  userName: session.userName,
  utcOffset: utcOffsetText(clock.offsetMinutesAt(nowMs, session.timeZone)),
  dateFormat: session.dateFormat,
  timeFormat: session.timeFormat,
  version: restletVersion,
  unitsUsed: session.unitsUsed(),
});
