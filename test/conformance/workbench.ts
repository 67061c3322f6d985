/** One account for each case, opened before it and left tidy after it. */
import type { Appointment } from '../../src/contract/appointment.schema';
import { createCheckedConnector, type CheckedConnector } from './checked-connector';
import type { ConformanceAccount } from './conformance-target';
import { succeeded } from './outcome';
import { dayAt, instantOf, type Day } from './user-day';

export interface Workbench<Account extends ConformanceAccount> {
  readonly account: Account;
  readonly crm: CheckedConnector;
  /** A day of the user's, so many days from today. */
  day(daysFromToday: number): Day;
  /** An instant of that day by the user's clock; `time` like `09:30`. */
  at(daysFromToday: number, time: string): string;
  /** Half an hour at ten in the morning, a week from now, with nobody; as the App Connect client words it. */
  form(changes?: object): object;
  /** Created from such a form. */
  create(changes?: object): Promise<Appointment>;
  /** By its id among those of the range; undefined where it is not listed. */
  listed(id: string, range?: object): Promise<Appointment | undefined>;
  /** Of all that are listed, those with these ids, in the order of the list. */
  listedOf(ids: readonly string[], range?: object): Promise<readonly string[]>;
}

interface Openable<Account> {
  readonly kind: 'sandbox' | 'live';
  open(): Promise<Account>;
}

const workbenchOf = <Account extends ConformanceAccount>(
  account: Account,
  onCreated: (id: string) => void,
): Workbench<Account> => {
  const { connector, call, nowMs, timeZone } = account;
  const crm = createCheckedConnector({ connector, call, onCreated });
  const day = (daysFromToday: number): Day => dayAt(nowMs, timeZone, daysFromToday);
  const at = (daysFromToday: number, time: string): string => instantOf(day(daysFromToday), time, timeZone);
  const form = (changes: object = {}) => ({
    title: 'Quarterly review',
    summary: 'Agenda as discussed.',
    startTimeUtc: at(7, '10:00'),
    durationMinutes: 30,
    contacts: [],
    status: 'scheduled',
    ...changes,
  });
  const appointments = async (range?: object) => succeeded(await crm.list(range)).appointments;
  return {
    account,
    crm,
    day,
    at,
    form,
    create: async (changes) => succeeded(await crm.create(form(changes))).appointment,
    listed: async (id, range) => (await appointments(range)).find((one) => one.id === id),
    listedOf: async (ids, range) =>
      (await appointments(range)).map(({ id }) => id).filter((id) => ids.includes(id)),
  };
};

/** A sandbox is thrown away; in a real account whatever a case has made is cancelled. */
export const useWorkbench = <Account extends ConformanceAccount>(
  target: Openable<Account>,
): (() => Workbench<Account>) => {
  let current: Workbench<Account> | undefined;
  let createdIds: readonly string[] = [];

  const workbench = (): Workbench<Account> => {
    if (!current) throw new Error('There is an account only while a case runs.');
    return current;
  };

  beforeEach(async () => {
    createdIds = [];
    current = workbenchOf(await target.open(), (id) => {
      createdIds = [...createdIds, id];
    });
  });

  afterEach(async () => {
    const { account, crm } = workbench();
    if (target.kind === 'live') for (const id of createdIds) await crm.cancel(id);
    await account.close();
    current = undefined;
  });

  return workbench;
};
