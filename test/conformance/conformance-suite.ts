/**
 * What every CRM's calendar must do behind App Connect's connector interface, whatever it is made of: one suite, run by
 * all of them. What a CRM lacks is data (its capabilities and facts), and the same case then asserts what is said
 * instead. A live account has no hand on the CRM's side, so that cases which need one are not registered for it.
 */
import { describeCallCounts } from './call-count-cases';
import type { ConformanceTarget } from './conformance-target';
import { describeCreating } from './creating-cases';
import { describeEditing } from './editing-cases';
import { describeFullCalendar } from './full-calendar-cases';
import { describeIds, describeIdsUnsent } from './id-cases';
import { describeListing } from './listing-cases';
import { describeOnce } from './once-cases';
import { describePartDone } from './part-done-cases';
import { describePeople } from './people-cases';
import { describeReadFailures } from './read-failure-cases';
import { describeRepeating } from './repeating-cases';
import { describeStatus } from './status-cases';
import { describeVersions } from './version-cases';
import { describeWriteFailures } from './write-failure-cases';

/** Of a case that has to wait for a real CRM. */
const LIVE_TIMEOUT_MS = 10 * 60_000;

export const describeConformance = (target: ConformanceTarget): void => {
  if (target.kind === 'live') jest.setTimeout(LIVE_TIMEOUT_MS);
  describe(`the calendar of ${target.name}, ${target.kind}`, () => {
    describeListing(target);
    describeCreating(target);
    describeEditing(target);
    describeStatus(target);
    describePeople(target);
    describeIds(target);
    if (target.kind === 'live') return;
    describeFullCalendar(target);
    describeCallCounts(target);
    describeIdsUnsent(target);
    describeReadFailures(target);
    describeWriteFailures(target);
    describePartDone(target);
    describeOnce(target);
    describeRepeating(target);
    describeVersions(target);
  });
};
