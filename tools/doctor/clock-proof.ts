/** Proves the clock: makes marked appointments at known instants and reads them back on every way there is. */
import type { CalendarAdapter, CalendarContext } from '../../bridge/adapters/calendar-adapter';
import { AppointmentError } from '../../src/contract/failure';
import { intlZoneClock } from '../../src/contract/time/intl-zone-clock';
import { dayText, isoUtc } from '../../src/contract/time/iso';
import { wallMsAt } from '../../src/contract/time/zone-arithmetic';
import type { Finding } from './check';
import { proofInstants, type ProofInstant } from './clock-change';
import type { CreatedRecords } from './created-records';
import { asAssumed, broken } from './finding';

const MINUTE_MS = 60_000;
const DURATION_MINUTES = 50;

export interface StartAndMinutes {
  /** Epoch milliseconds; NaN where it cannot be read. */
  readonly startMs: number;
  readonly durationMinutes: number;
}

export interface ClockProof {
  readonly adapter: CalendarAdapter;
  /** Of the user who makes the appointments; a new one for each call, because it says when "now" is. */
  calendar(): CalendarContext;
  readonly timeZone: string;
  readonly markedTitle: string;
  readonly created: CreatedRecords;
  readonly nowMs: number;
  /** As App Connect's own connector reads the record of this id from the CRM's API. */
  readAsAppConnect(id: string): Promise<StartAndMinutes>;
}

/** Deletes an appointment by its id; one that is gone already is no failure. */
const removal =
  (adapter: CalendarAdapter, calendar: () => CalendarContext, id: string) => async (): Promise<void> => {
    try {
      await adapter.cancelAppointment(calendar(), id, { scope: 'series' });
    } catch (error) {
      if (!(error instanceof AppointmentError) || error.code !== 'not_found') throw error;
    }
  };

const dayOf = (epochMs: number, timeZone: string): string =>
  dayText(wallMsAt(epochMs, timeZone, intlZoneClock));

/** Ways on which an appointment is not where it was put, each with the minutes that it is off by. */
const deviations = async (proof: ClockProof, { name, startMs }: ProofInstant): Promise<readonly string[]> => {
  const { adapter, calendar, timeZone, markedTitle: title, created } = proof;
  const input = {
    title,
    summary: '',
    startTimeUtc: isoUtc(startMs),
    durationMinutes: DURATION_MINUTES,
    contacts: [],
  };
  const idempotencyKey = `${title.replaceAll(' ', '-')}-${name}`;
  const { appointmentId: id } = await adapter.createAppointment(calendar(), input, { idempotencyKey });
  created.add({ title, remove: removal(adapter, calendar, id) });
  const read = await adapter.getAppointment(calendar(), id);
  const day = dayOf(startMs, timeZone);
  const listed = await adapter.listAppointments(
    { ...calendar(), timeZone },
    { startDate: day, endDate: day, mineOnly: true },
  );
  const inList = listed.appointments.find((one) => one.id === id);
  const ways: Readonly<Record<string, StartAndMinutes | undefined>> = {
    adapter: { startMs: Date.parse(read.startTimeUtc), durationMinutes: read.durationMinutes },
    list: inList && { startMs: Date.parse(inList.startTimeUtc), durationMinutes: inList.durationMinutes },
    'App Connect': await proof.readAsAppConnect(id),
  };
  return Object.entries(ways).flatMap(([way, times]) => {
    if (!times) return [`${way}: not on its day`];
    const offByMinutes = (times.startMs - startMs) / MINUTE_MS;
    if (offByMinutes !== 0) return [`${way}: ${offByMinutes} minutes off`];
    return times.durationMinutes === DURATION_MINUTES
      ? []
      : [`${way}: ${times.durationMinutes} minutes long`];
  });
};

export const proveClock = async (proof: ClockProof): Promise<Finding> => {
  const { changesClock, instants } = proofInstants(proof.nowMs, proof.timeZone);
  const off: string[] = [];
  for (const instant of instants) {
    off.push(...(await deviations(proof, instant)).map((one) => `${instant.name}: ${one}`));
  }
  const observed = {
    zone: proof.timeZone,
    ...Object.fromEntries(instants.map(({ name, startMs }) => [name, isoUtc(startMs)])),
  };
  if (off.length > 0) {
    return broken(
      { ...observed, wrong: off.join('; ') },
      'Times are not what they were set to. Attach the report to a support request.',
    );
  }
  return asAssumed({ ...observed, changesClock });
};
