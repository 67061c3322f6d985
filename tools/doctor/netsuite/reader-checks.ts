/** Do hours shift for a reader in another zone than who made the event? */
import { eventTimesParameter } from '../../../src/contract/event-times-parameter';
import { intlZoneClock } from '../../../src/contract/time/intl-zone-clock';
import { epochMsAt, wallMsAt } from '../../../src/contract/time/zone-arithmetic';
import { needed, type Check, type Finding, type Observed } from '../check';
import { adapts, asAssumed, broken, needsSetting, notObservable, skipped } from '../finding';
import { ownRowOf, rowOf } from './marked-event';
import type { NetSuiteCase } from './netsuite-case';
import { zoneReplySchema } from './netsuite-replies';

const WHERE =
  'Customization > Scripting > Script Deployments > RC Fetch Calendar Events > Parameters. It holds for everybody.';

const MINUTE_MS = 60_000;

const findingOfShift = ({ facts }: NetSuiteCase, isEventZone: boolean, observed: Observed): Finding => {
  const { diagnostics } = facts;
  if (diagnostics?.eventTimesIn === 'event-zone') {
    return needsSetting(observed, `${eventTimesParameter}=reader-zone`, WHERE);
  }
  const tells =
    diagnostics && !('refused' in diagnostics.timeZoneFormula) && diagnostics.timeZoneFormula.readable > 0;
  if (isEventZone && tells !== false) {
    return needsSetting(observed, `${eventTimesParameter}=event-zone`, WHERE);
  }
  return broken(
    observed,
    isEventZone
      ? 'NetSuite shows the times of an event in the zone it was entered in, and does not say which. Let all users of App Connect choose one zone.'
      : 'Another reader sees another time, and no zone explains it. Attach the report to a support request.',
  );
};

const otherReader: Check<NetSuiteCase> = {
  id: 'reader-time-zone',
  title: 'A reader in another zone sees the same instant',
  settles: 'netsuite.md §8.1, searchTimesIn',
  run: async (one) => {
    const { other, facts } = one;
    if (!other) return skipped('Give the token of a second user: --other-user and NETSUITE_OTHER_TOKEN.');
    const timeZone = needed(facts.timeZone, 'time zone');
    const event = needed(facts.events?.[0], 'event to read');
    const zone = zoneReplySchema.safeParse((await other.restlet('timeZone')).data).data?.userTimezone ?? '';
    const own = Date.parse((await ownRowOf(one, event.id)).startTimeUtc);
    const row = await rowOf(other, event.id);
    if (!row) {
      return notObservable(
        'The second user does not see the event. Both need a role that may see public events.',
      );
    }
    const read = Date.parse(row.startTimeUtc);
    const observed = { makerZone: timeZone, readerZone: zone, shiftMinutes: (read - own) / MINUTE_MS };
    const wallMs = wallMsAt(own, timeZone, intlZoneClock);
    const asShownInEventZone = epochMsAt(wallMs, zone === '' ? timeZone : zone, intlZoneClock);
    if (asShownInEventZone === own) {
      return notObservable('Both users are in zones of the same hour. Choose one in another zone.', observed);
    }
    if (read !== own) return findingOfShift(one, read === asShownInEventZone, observed);
    return facts.diagnostics?.eventTimesIn === 'event-zone'
      ? adapts(observed, `${eventTimesParameter} is event-zone, as it has to be here.`)
      : asAssumed(observed);
  },
};

export const readerChecks: readonly Check<NetSuiteCase>[] = [otherReader];
