/** Proves the clock: events made at known instants on both sides of a change, read back on every way there is. */
import { intlZoneClock, isKnownTimeZone } from '../../../src/contract/time/intl-zone-clock';
import { dayText, isoUtc } from '../../../src/contract/time/iso';
import { netSuiteTimeZones } from '../../../src/contract/time/netsuite-time-zones';
import { epochMsAt, wallMsAt } from '../../../src/contract/time/zone-arithmetic';
import { needed, type Check, type Finding } from '../check';
import { proofInstants } from '../clock-change';
import { adapts, asAssumed, broken, needsSetting } from '../finding';
import { appConnectTimes, type AppConnectTimes } from './app-connect-times';
import { createMarked, ownRowOf, recordOf } from './marked-event';
import type { MarkedEvent, NetSuiteCase } from './netsuite-case';
import { allowed } from './refused-call';

const MINUTE_MS = 60_000;
const MINUTES = 30;
const SERVER_ZONE = 'America/Los_Angeles';

const create: Check<NetSuiteCase> = {
  id: 'permission-create',
  title: 'Events can be made through the REST Record API',
  run: async (one) =>
    allowed('create', async () => {
      const timeZone = needed(one.facts.timeZone, 'time zone');
      const { changesClock, instants } = proofInstants(one.nowMs(), timeZone);
      const events: MarkedEvent[] = [];
      for (const instant of instants) events.push(await createMarked(one, instant));
      one.facts.events = events;
      return asAssumed({
        changesClock,
        ...Object.fromEntries(instants.map(({ name, startMs }) => [name, isoUtc(startMs)])),
      });
    }),
};

interface ReadStart {
  /** The wall time that the adapter sent, in ms as if of UTC. */
  readonly wallMs: number;
  /** The instant that the listing RESTlet shows of it. */
  readonly readMs: number;
}

/** The zone in which NetSuite took the wall times; `first` are asked first, as several zones may give the same. */
const zoneTaken = (starts: readonly ReadStart[], first: readonly string[]): string | undefined =>
  [...first, ...netSuiteTimeZones]
    .filter(isKnownTimeZone)
    .find((zone) => starts.every(({ wallMs, readMs }) => epochMsAt(wallMs, zone, intlZoneClock) === readMs));

const findingOfZone = (one: NetSuiteCase, taken: string | undefined, sent: string): Finding => {
  const { facts, recordTimeZone } = one;
  const observed = { sentIn: recordTimeZone, takenIn: taken ?? 'none of NetSuite’s zones' };
  if (taken === undefined) {
    return broken(
      observed,
      'Times do not come back as any zone makes them. Attach the report to a support request.',
    );
  }
  if (taken !== sent) {
    const zone = taken === facts.timeZone ? 'user' : taken;
    facts.recordZoneSetting = `NETSUITE_RECORD_TIME_ZONE=${zone}`;
    return needsSetting(
      observed,
      facts.recordZoneSetting,
      'Until then App Connect makes events at the wrong hour.',
    );
  }
  if (recordTimeZone !== 'user') {
    return adapts(observed, `NETSUITE_RECORD_TIME_ZONE is ${recordTimeZone}, as it has to be here.`);
  }
  if (sent !== SERVER_ZONE) return asAssumed(observed);
  return adapts(
    observed,
    'This user is in the zone of NetSuite’s servers, so that either may be meant. Examine as a user in another zone, too.',
  );
};

const recordZone: Check<NetSuiteCase> = {
  id: 'rest-time-zone',
  title: 'The REST Record API takes times in the user’s zone',
  settles: 'netsuite.md §8.3, restTimesIn',
  run: async (one) => {
    const timeZone = needed(one.facts.timeZone, 'time zone');
    const events = needed(one.facts.events, 'event to read');
    const sent = one.recordTimeZone === 'user' ? timeZone : one.recordTimeZone;
    const starts: ReadStart[] = [];
    for (const { id, startMs } of events) {
      const { startTimeUtc } = await ownRowOf(one, id);
      starts.push({ wallMs: wallMsAt(startMs, sent, intlZoneClock), readMs: Date.parse(startTimeUtc) });
    }
    const recorded = (await recordOf(one, events[0]?.id ?? '')).timeZone;
    const first = [sent, timeZone, recorded, SERVER_ZONE].filter((zone) => zone !== undefined);
    return findingOfZone(one, zoneTaken(starts, first), sent);
  },
};

/** The same event as each of its readers sees it; a reader who does not see it has none. */
const readings = async (
  one: NetSuiteCase,
  { id, startMs }: MarkedEvent,
): Promise<Readonly<Record<string, AppConnectTimes | undefined>>> => {
  const timeZone = needed(one.facts.timeZone, 'time zone');
  const row = await ownRowOf(one, id);
  const calendar = one.user.calendar();
  const read = await one.adapter.getAppointment(calendar, id);
  const day = dayText(wallMsAt(startMs, timeZone, intlZoneClock));
  const list = await one.adapter.listAppointments(
    { ...calendar, timeZone },
    { startDate: day, endDate: day, mineOnly: true },
  );
  const listed = list.appointments.find((appointment) => appointment.id === id);
  const rowStartMs = Date.parse(row.startTimeUtc);
  return {
    restlet: {
      startMs: rowStartMs,
      durationMinutes: (Date.parse(row.endTimeUtc) - rowStartMs) / MINUTE_MS,
    },
    appConnect: appConnectTimes(row),
    adapter: { startMs: Date.parse(read.startTimeUtc), durationMinutes: read.durationMinutes },
    list: listed && { startMs: Date.parse(listed.startTimeUtc), durationMinutes: listed.durationMinutes },
  };
};

const deviationOf = (times: AppConnectTimes | undefined, startMs: number): string | number => {
  if (!times) return 'not on its day';
  if (Number.isNaN(times.startMs)) return 'not to be read';
  if (times.durationMinutes !== MINUTES) return `${times.durationMinutes} minutes long`;
  return (times.startMs - startMs) / MINUTE_MS;
};

const clock = (name: MarkedEvent['name']): Check<NetSuiteCase> => ({
  id: `clock-${name}-change`,
  title: `Times are right ${name} the clock changes`,
  settles: 'netsuite.md §8.2',
  run: async (one) => {
    const event = needed(
      one.facts.events?.find((made) => made.name === name),
      'event to read',
    );
    const seen = Object.entries(await readings(one, event));
    // Minutes by which each reader is off.
    const observed = Object.fromEntries(
      seen.map(([reader, times]) => [reader, deviationOf(times, event.startMs)]),
    );
    if (Object.values(observed).every((deviation) => deviation === 0)) return asAssumed(observed);
    return one.facts.recordZoneSetting === undefined
      ? broken(observed, 'Times are not what they were set to. Attach the report to a support request.')
      : needsSetting(observed, one.facts.recordZoneSetting);
  },
});

const edit: Check<NetSuiteCase> = {
  id: 'permission-change',
  title: 'A new title can be saved, and moves no time',
  run: async (one) =>
    allowed('change', async () => {
      const event = needed(one.facts.events?.[0], 'event to change');
      const before = await ownRowOf(one, event.id);
      await one.adapter.updateAppointment(one.user.calendar(), event.id, {
        title: `${one.markedTitle} edited`,
      });
      const after = await ownRowOf(one, event.id);
      const movedMinutes = (Date.parse(after.startTimeUtc) - Date.parse(before.startTimeUtc)) / MINUTE_MS;
      return movedMinutes === 0
        ? asAssumed({ movedMinutes })
        : broken(
            { movedMinutes },
            'Editing a title moves the event. Attach the report to a support request.',
          );
    }),
};

export const clockChecks: readonly Check<NetSuiteCase>[] = [
  create,
  recordZone,
  clock('before'),
  clock('after'),
  edit,
];
