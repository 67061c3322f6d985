/** A chaos run: three local CRMs with faults, a bridge that is killed on the way, workers who hold it to its word. */
import type { Platform } from '../../src/contract/operations';
import { startBridgeProcess, type BridgeProcess } from './bridge-process';
import { openBullhorn } from './bullhorn-crm';
import { createCaller, type Caller } from './caller';
import type { ChaosCrm, CrmUser, OpenCrmOptions } from './chaos-crm';
import { createChaosRecord, type ChaosRecord } from './chaos-record';
import { openClio } from './clio-crm';
import { finalFindings } from './final-check';
import { openNetSuite } from './netsuite-crm';
import type { Route } from './operation-answer';
import { firstDayAfter } from './planned-step';
import type { Shelf } from './tracked-appointment';
import { createWorker, type Worker } from './worker';

export interface ChaosOptions {
  readonly seed: number;
  readonly operations: number;
  /** Of the requests to the CRMs, 0 to 1. */
  readonly faultShare: number;
  readonly platforms: readonly Platform[];
  /** How often the bridge is killed. */
  readonly kills: number;
  /** What stands before the bridge, given its URL; nothing does by default. Not asked on the way of a sign-in. */
  readonly front?: ((bridgeUrl: string) => Promise<{ readonly baseUrl: string }>) | undefined;
  /** Told after every hundredth operation. */
  readonly onProgress?: ((operations: number) => void) | undefined;
}

export interface ChaosResult extends Pick<
  ChaosRecord,
  'operations' | 'outcomes' | 'durationsMs' | 'violations' | 'total' | 'repetitions'
> {
  readonly faults: ReadonlyMap<string, number>;
  /** To the CRMs. */
  readonly requests: number;
  readonly kills: number;
  readonly tookMs: number;
}

const WORKERS = 36;
const PROGRESS_EVERY = 100;

const open: Readonly<Record<Platform, (options: OpenCrmOptions) => Promise<ChaosCrm>>> = {
  netsuite: openNetSuite,
  bullhorn: openBullhorn,
  clio: openClio,
};

/** The first soon, because what it cuts off can be asked for again only half a minute later; the others evenly. */
const killAt = (operations: number, kills: number): ReadonlySet<number> =>
  new Set(Array.from({ length: kills }, (_, index) => Math.ceil((operations * (index + 0.05)) / kills)));

const at = <Item>(items: readonly [Item, ...Item[]], index: number): Item =>
  items[index % items.length] ?? items[0];

interface Seat {
  readonly shelf: Shelf;
  callerFor(route: Route): Caller;
}

/** One for each user: those who work as the same user share what they see and who they are. */
const createSeats = (bridge: BridgeProcess, baseUrl: string) => {
  const seats = new Map<CrmUser, Seat>();
  const createSeat = (crm: ChaosCrm, user: CrmUser): Seat => {
    const callers = new Map<Route, Caller>();
    return {
      shelf: [],
      callerFor: (route) => {
        const known = callers.get(route);
        if (known) return known;
        const caller = createCaller({
          route,
          crm,
          user,
          baseUrl,
          signInUrl: bridge.baseUrl,
          whenUp: bridge.whenUp,
        });
        callers.set(route, caller);
        return caller;
      },
    };
  };
  return {
    of: (crm: ChaosCrm, user: CrmUser): Seat => {
      const known = seats.get(user);
      if (known) return known;
      const seat = createSeat(crm, user);
      seats.set(user, seat);
      return seat;
    },
  };
};

const shareOf = (operations: number, index: number): number =>
  Math.floor(operations / WORKERS) + (index < operations % WORKERS ? 1 : 0);

const addUp = (crms: readonly ChaosCrm[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { door } of crms) {
    for (const [name, count] of door.faultsShown()) sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return sums;
};

const prepareKills = (
  bridge: BridgeProcess,
  crms: readonly ChaosCrm[],
  { operations, kills }: ChaosOptions,
) => {
  const moments = killAt(operations, kills);
  return (operationNumber: number): void => {
    if (!moments.has(operationNumber)) return;
    let isDone = false;
    // The bridge is gone by the time the CRM has done what it was asked for.
    for (const { door } of crms) {
      door.onNextWrite(() => {
        if (!isDone) bridge.killAndRestart();
        isDone = true;
      });
    }
  };
};

const workThrough = async (
  workers: readonly Worker[],
  crms: readonly ChaosCrm[],
  operations: number,
): Promise<void> => {
  crms.forEach(({ door }) => door.setFaulty(true));
  await Promise.all(workers.map(async (worker, index) => worker.work(shareOf(operations, index))));
  crms.forEach(({ door }) => door.setFaulty(false));
  await Promise.all(workers.map(async (worker) => worker.settle()));
  await Promise.all(workers.map(async (worker) => worker.listAll()));
};

const runIn = async (
  bridge: BridgeProcess,
  crms: readonly [ChaosCrm, ...ChaosCrm[]],
  options: ChaosOptions,
): Promise<ChaosResult> => {
  const { seed, operations, front, onProgress } = options;
  const baseUrl = front ? (await front(bridge.baseUrl)).baseUrl : bridge.baseUrl;
  const seats = createSeats(bridge, baseUrl);
  const killIfPlanned = prepareKills(bridge, crms, options);
  const record = createChaosRecord((operationNumber) => {
    killIfPlanned(operationNumber);
    if (operationNumber % PROGRESS_EVERY === 0) onProgress?.(operationNumber);
  });
  const firstDayMs = firstDayAfter(Date.now());
  const employ = (number: number) => {
    const crm = at(crms, number);
    const turn = Math.floor(number / crms.length);
    const seat = seats.of(crm, at(crm.users, turn));
    const caller = seat.callerFor(turn % 2 === 0 ? 'client' : 'server');
    const worker = createWorker({ number, seed, crm, caller, record, shelf: seat.shelf, firstDayMs });
    return { crm, seat, caller, worker };
  };
  const staff = Array.from({ length: WORKERS }, (_, number) => employ(number));
  for (const { caller } of staff) await caller.enter();
  const startedMs = performance.now();
  await workThrough(
    staff.map(({ worker }) => worker),
    crms,
    operations,
  );
  for (const [seat, crm] of new Map(staff.map(({ seat: one, crm: its }) => [one, its]))) {
    for (const appointment of seat.shelf) {
      const step = { operationNumber: 0, worker: -1, platform: crm.platform, operation: 'the end' };
      record.report(step, finalFindings(crm, appointment));
    }
  }
  return {
    operations: record.operations,
    outcomes: record.outcomes,
    durationsMs: record.durationsMs,
    violations: record.violations,
    total: record.total,
    repetitions: record.repetitions,
    faults: addUp(crms),
    requests: crms.reduce((sum, { door }) => sum + door.requests(), 0),
    kills: bridge.kills(),
    tookMs: performance.now() - startedMs,
  };
};

/** The process must be in NetSuite's server zone, America/Los_Angeles: the sandboxes run in it. */
export const runChaos = async (options: ChaosOptions): Promise<ChaosResult> => {
  const { seed, faultShare, platforms } = options;
  const crms: ChaosCrm[] = [];
  for (const [index, platform] of platforms.entries()) {
    crms.push(await open[platform]({ seed: seed * 10 + index, faultShare }));
  }
  const [first, ...others] = crms;
  if (!first) throw new Error('A chaos run needs a CRM.');
  let bridge: BridgeProcess | undefined;
  try {
    bridge = await startBridgeProcess(Object.assign({}, ...crms.map(({ env }) => env)));
    return await runIn(bridge, [first, ...others], options);
  } finally {
    await bridge?.stop();
    for (const { door } of crms) await door.close();
  }
};
