/** The days of an all-day appointment, as the stretch of time they are in the user's zone. Pure. */
import { intlZoneClock } from '../../../src/contract/time/intl-zone-clock';
import { epochMsAt, wallMsAt } from '../../../src/contract/time/zone-arithmetic';
import type { StartAndEnd } from '../patched-times';
import type { BullhornSettings } from './settings';

const DAY_MS = 86_400_000;

/** Whose midnights the times of an all-day appointment are in Bullhorn, and where its user is. */
export interface AllDayRule extends Pick<BullhornSettings, 'allDayZone' | 'allDayEnd'> {
  /** IANA name; undefined where nobody named one. */
  readonly userZone: string | undefined;
}

const dayStart = (wallMs: number): number => Math.floor(wallMs / DAY_MS) * DAY_MS;

const firstMidnightAfter = (wallMs: number, end: AllDayRule['allDayEnd']): number =>
  end === 'inclusive' ? dayStart(wallMs) + DAY_MS : Math.ceil(wallMs / DAY_MS) * DAY_MS;

/**
 * From the first midnight to the one after the last day. Times that are no midnight of the user's zone stay as they
 * are, where no other zone is set: moving them by a guess could move them to another day.
 */
export const allDayTimes = ({ startMs, endMs }: StartAndEnd, rule: AllDayRule): StartAndEnd => {
  const { allDayZone, allDayEnd, userZone } = rule;
  const isOfUser = allDayZone === 'user';
  const storedZone = isOfUser ? userZone : allDayZone;
  const asStored = { startMs, endMs: endMs > startMs ? endMs : startMs + DAY_MS };
  if (storedZone === undefined) return asStored;
  const startWallMs = wallMsAt(startMs, storedZone, intlZoneClock);
  const firstDay = dayStart(startWallMs);
  if (isOfUser && firstDay !== startWallMs) return asStored;
  const lastMidnight = firstMidnightAfter(wallMsAt(endMs, storedZone, intlZoneClock), allDayEnd);
  const shownZone = userZone ?? storedZone;
  return {
    startMs: epochMsAt(firstDay, shownZone, intlZoneClock),
    endMs: epochMsAt(Math.max(lastMidnight, firstDay + DAY_MS), shownZone, intlZoneClock),
  };
};
