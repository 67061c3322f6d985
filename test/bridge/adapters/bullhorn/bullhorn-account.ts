/** A local Bullhorn with its people and an empty calendar, and the adapter in front of it over HTTP. */
import { createBullhornAdapter } from '../../../../bridge/adapters/bullhorn';
import type { BullhornSettings } from '../../../../bridge/adapters/bullhorn/settings';
import type { CalendarAdapter, CalendarContext } from '../../../../bridge/adapters/calendar-adapter';
import { createBullhornSandbox, type BullhornSandbox } from '../../../../sandbox/bullhorn/bullhorn-sandbox';
import { createEmptyState, type BullhornState } from '../../../../sandbox/bullhorn/bullhorn-state';
import { addAppointment, addAttendee } from '../../../../sandbox/bullhorn/seed/add-appointments';
import { addSeedPeople } from '../../../../sandbox/bullhorn/seed/seed-people';
import type { BullhornSwitches } from '../../../../sandbox/bullhorn/switches';
import type { CreateInput } from '../../../../src/contract/change.schema';
import { AppointmentError } from '../../../../src/contract/failure';

/** Noon UTC on a Monday. */
export const nowMs = Date.UTC(2026, 6, 20, 12);

/** May see and change every calendar. */
export const dana = { id: '11', token: '6f1c2a10-0000-4000-8000-00000000d011' };
/** May see and change only her own. */
export const priya = { id: '13', token: '6f1c2a10-0000-4000-8000-00000000d013' };

interface LogLine {
  readonly ids: object;
  readonly title: string;
}

export interface BullhornAccount {
  readonly sandbox: BullhornSandbox;
  readonly adapter: CalendarAdapter;
  readonly log: readonly LogLine[];
  contextOf(
    user: { readonly id: string; readonly token: string },
    changes?: Partial<CalendarContext>,
  ): CalendarContext;
  /** An appointment of Dana's with these attendees, all of whom have accepted; gives its id. */
  hold(
    appointment: {
      readonly subject?: string;
      readonly startUtc?: string;
      readonly minutes?: number;
    } & Record<string, string | number | boolean | null | undefined>,
    attendees?: readonly number[],
  ): string;
  /** Calls since the last question, as `METHOD path` below the corporation's URL. */
  calls(): readonly string[];
  /** Bodies of the calls to such a path since the start. */
  bodiesOf(method: string, path: string): readonly unknown[];
  close(): Promise<void>;
}

const peopleOnly = (): BullhornState => {
  const state = createEmptyState('e999');
  addSeedPeople(state, Date.UTC(2026, 0, 1));
  return state;
};

const REST_PATH = '/rest-services/e999';

export const startBullhornAccount = async (
  options: {
    readonly switches?: Partial<BullhornSwitches>;
    readonly settings?: Partial<BullhornSettings>;
  } = {},
): Promise<BullhornAccount> => {
  const sandbox = createBullhornSandbox({
    seed: peopleOnly,
    frozenAtMs: nowMs,
    ...(options.switches ? { switches: options.switches } : {}),
  });
  const server = await sandbox.listen();
  const log: LogLine[] = [];
  let answered = 0;
  const pathOf = (path: string) => path.replace(REST_PATH, '');
  return {
    sandbox,
    log,
    adapter: createBullhornAdapter({
      bullhornRestBaseUrl: server.baseUrl,
      settings: options.settings,
      log: { warn: (ids, title) => log.push({ ids, title }) },
    }),
    contextOf: ({ id, token }, changes) => ({
      credential: token,
      hostname: '',
      restUrl: `https://rest9.bullhornstaffing.com${REST_PATH}/`,
      userId: id,
      timeZone: 'America/Los_Angeles',
      nowMs,
      ...changes,
    }),
    hold: (
      { subject = 'Screening', startUtc = '2026-07-20T22:00:00Z', minutes = 30, ...fields },
      attendees = [],
    ) => {
      const dateBegin = Date.parse(startUtc);
      const given = Object.fromEntries(
        Object.entries(fields).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value] as const],
        ),
      );
      const { id } = addAppointment(sandbox.state, {
        owner: 11,
        subject,
        dateBegin,
        dateEnd: dateBegin + minutes * 60_000,
        ...given,
      });
      for (const attendee of attendees) {
        addAttendee(sandbox.state, { appointment: id, attendee, acceptanceStatus: 1 });
      }
      return String(id);
    },
    calls: () => {
      const entries = sandbox.journal.entries().slice(answered);
      answered += entries.length;
      return entries.map(({ method, path }) => `${method} ${pathOf(path)}`);
    },
    bodiesOf: (method, path) =>
      sandbox.journal
        .entries()
        .filter((entry) => entry.method === method && pathOf(entry.path) === path)
        .map(({ number }) => sandbox.journal.bodyOf(number)),
    close: () => server.close(),
  };
};

export const meeting: CreateInput = {
  title: 'Interview',
  summary: 'Bring the CV',
  startTimeUtc: '2026-07-21T17:00:00.000Z',
  durationMinutes: 45,
  contacts: [
    { id: '501', type: 'Candidate', name: 'Olivia Hart' },
    { id: '601', type: 'Contact', name: 'Grace Ellison' },
  ],
};

/** The failure that was expected; anything else fails the test. */
export const failureOf = async (promise: Promise<unknown>): Promise<AppointmentError> => {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AppointmentError) return error;
    throw error;
  }
  throw new Error('The operation succeeded.');
};
