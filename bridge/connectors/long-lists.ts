/**
 * Lets a few long lists be read and answered at a time, whoever asks for them: what is read of a list, what is made of it
 * and what is sent are in memory together, and fifty at once would be more than a small machine has.
 */
import { AppointmentError } from '../../src/contract/failure';
import { systemClock } from '../http/call-clock';
import type { Deadline } from '../http/deadline';
import type { LongListTurn } from '../http/long-list';
import { createRateLimiter, type RateLimiter, type RateLimiterOptions } from '../http/rate-limiter';
import { createLruCache } from '../lru-cache';

/** How many lists of a length may be on their way. */
export interface ListLane {
  /** Rows of the longest that goes here. */
  readonly upToRows: number;
  readonly mostAtATime: number;
}

/**
 * Shorter lists wait for nobody: that is more than anybody has in the four months that are listed by default. Of the
 * others, some are read from the CRM while one is put together: there is one thread for that, and what waits for it is
 * copied about by the garbage collector meanwhile.
 */
const SHORT_LIST_ROWS = 500;
const LANES: readonly ListLane[] = [
  { upToRows: 2500, mostAtATime: 3 },
  { upToRows: Infinity, mostAtATime: 2 },
];
const MAX_WAITING = 200;

/** Lists whose length is remembered, and for how long. */
const MAX_REMEMBERED = 1000;
const REMEMBERED_MS = 60 * 60 * 1000;

export interface GivenTurn extends LongListTurn {
  /** Once the answer is out, or will never be. */
  giveBack(): void;
}

export interface LongListCaller {
  /** The same text for the same list of the same user. */
  readonly list: string;
  readonly deadline: Deadline;
  readonly signal?: AbortSignal | undefined;
}

export interface LongLists {
  /** For one request, which may never need it. */
  turnFor(caller: LongListCaller): GivenTurn;
}

interface OpenLane extends ListLane {
  readonly limiter: RateLimiter;
  taken: number;
}

const enterLane = async (lane: OpenLane, { deadline, signal }: LongListCaller): Promise<() => void> => {
  const admission = await lane.limiter.admit({ user: '', deadline, signal });
  if (admission.kind !== 'admitted') {
    throw new AppointmentError(
      'upstream_unavailable',
      'The bridge is busy with other long lists at the moment. Try again in a minute, or ask for fewer days.',
    );
  }
  lane.taken += 1;
  return () => {
    lane.taken -= 1;
    admission.leave({});
  };
};

const createTurn = (
  caller: LongListCaller,
  laneOf: (rows: number) => OpenLane | undefined,
): Omit<GivenTurn, 'takeAsBefore'> => {
  let lane: OpenLane | undefined;
  let entered: Promise<void> = Promise.resolve();
  let leave: (() => void) | undefined;
  let hasEnded = false;

  const isIn = (wanted: OpenLane): boolean => lane !== undefined && lane.upToRows >= wanted.upToRows;
  const leaveLane = (): void => {
    leave?.();
    leave = undefined;
  };
  const enter = async (wanted: OpenLane): Promise<void> => {
    leaveLane();
    leave = await enterLane(wanted, caller);
    if (hasEnded) leaveLane();
  };

  return {
    isFree: (rows) => {
      const wanted = laneOf(rows);
      return wanted === undefined || isIn(wanted) || wanted.taken < wanted.mostAtATime;
    },
    take: (rows) => {
      const wanted = laneOf(rows);
      if (wanted && !isIn(wanted)) {
        lane = wanted;
        entered = entered.then(() => enter(wanted));
      }
      return entered;
    },
    giveBack: () => {
      hasEnded = true;
      leaveLane();
    },
  };
};

export interface LongListsOptions {
  /** From the shortest lists to the longest. */
  readonly lanes?: readonly ListLane[];
  readonly clock?: RateLimiterOptions['clock'];
}

export const createLongLists = ({ lanes = LANES, clock = systemClock }: LongListsOptions = {}): LongLists => {
  const open: readonly OpenLane[] = lanes.map(({ upToRows, mostAtATime }) => ({
    upToRows,
    mostAtATime,
    limiter: createRateLimiter({
      limit: { concurrentRequests: mostAtATime },
      maxQueued: MAX_WAITING,
      clock,
    }),
    taken: 0,
  }));
  const laneOf = (rows: number): OpenLane | undefined =>
    rows > SHORT_LIST_ROWS ? open.find(({ upToRows }) => rows <= upToRows) : undefined;
  const rowsOfLists = createLruCache<number>({ maxEntries: MAX_REMEMBERED, ttlMs: REMEMBERED_MS });

  return {
    turnFor: (caller) => {
      const turn = createTurn(caller, laneOf);
      /** Undefined until a page of the list tells. */
      let mostRows: number | undefined;
      return {
        ...turn,
        takeAsBefore: () => turn.take(rowsOfLists.get(caller.list, clock.monotonicMs()) ?? 0),
        take: (rows) => {
          mostRows = Math.max(mostRows ?? 0, rows);
          return turn.take(rows);
        },
        giveBack: () => {
          turn.giveBack();
          if (mostRows === undefined) return;
          if (laneOf(mostRows)) rowsOfLists.set(caller.list, mostRows, clock.monotonicMs());
          else rowsOfLists.delete(caller.list);
        },
      };
    },
  };
};
