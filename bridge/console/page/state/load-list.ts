/** Loads the list part by part, nearest first, and keeps what arrived when a part fails. */
import type { Appointment } from '../../../../src/contract/appointment.schema';
import type { LoadedList, Reply } from '../api/bridge-client';
import type { Failure } from '../api/answer';
import { furtherPart, listParts } from '../calendar/list-parts';
import { beginAction, type ConsoleServices, type NoteCalls } from './console-services';
import { currentPlatform, todayOf, type ListPart } from './console-state';

export interface ListLoader {
  /** Asks for everything anew. @param keepShown until it has arrived, what is there stays */
  load(options?: { readonly keepShown?: boolean }): Promise<void>;
  /** Asks again for the parts that failed, and for the one that is on its way: a new run ends the one before. */
  retry(): Promise<void>;
  /** Adds the next month, onwards or back. */
  loadFurther(): Promise<void>;
  stop(): void;
}

/** After these the other parts would fail alike, and asking would cost the CRM's patience. */
const ENDING_CODES: readonly string[] = ['unauthenticated', 'forbidden', 'rate_limited', 'unreachable'];

const titles = {
  upcoming: 'Load upcoming',
  past: 'Load past',
  week: 'Load week',
  timeline: 'Load timeline',
} as const;

const waiting = ({ range }: ListPart): ListPart => ({ range, status: 'waiting', skipped: 0 });

const byId = (appointments: readonly Appointment[]): Readonly<Record<string, Appointment>> =>
  Object.fromEntries(appointments.map((appointment) => [appointment.id, appointment]));

interface Run {
  readonly signal: AbortSignal;
  readonly note: NoteCalls;
  /** Ids that arrived in this run. */
  readonly arrived: Set<string>;
}

const createPartLoader = ({ store, client }: ConsoleServices) => {
  const setPart = (index: number, change: Partial<ListPart>): void => {
    store.set(({ parts }) => ({
      parts: parts.map((part, at) => (at === index ? { ...part, ...change } : part)),
    }));
  };
  const ask = (index: number, { signal }: Run): Promise<Reply<LoadedList>> => {
    const { platform, parts, contact, view } = store.get();
    const range = parts[index]?.range;
    return client.list({
      platform,
      signal,
      query: {
        ...range,
        ...(view === 'upcoming' || view === 'past' ? { range: view } : {}),
        ...(view === 'timeline' && contact ? { contactId: contact.id } : {}),
      },
    });
  };
  return async (index: number, run: Run): Promise<Failure | undefined> => {
    setPart(index, { status: 'loading' });
    const { answer } = run.note(await ask(index, run));
    if (run.signal.aborted) return undefined;
    if (!answer.successful) {
      setPart(index, { status: 'failed', failure: answer.failure });
      return answer.failure;
    }
    const { appointments, skipped } = answer.value;
    for (const { id } of appointments) run.arrived.add(id);
    store.set((state) => ({ appointments: { ...state.appointments, ...byId(appointments) } }));
    setPart(index, { status: 'loaded', skipped });
    return undefined;
  };
};

/** Runs every part that waits, one after the other: a CRM counts calls at one time, too. A new run ends the one before. */
const createRunner = (services: ConsoleServices) => {
  const { store } = services;
  const loadPart = createPartLoader(services);
  let running: AbortController | undefined;

  const failTheRest = (failure: Failure): void => {
    store.set(({ parts }) => ({
      parts: parts.map((part) => (part.status === 'waiting' ? { ...part, status: 'failed', failure } : part)),
    }));
  };

  return {
    stop: (): void => {
      running?.abort();
    },
    /** @returns ids that arrived; undefined where it was ended */
    run: async (): Promise<ReadonlySet<string> | undefined> => {
      running?.abort();
      const controller = (running = new AbortController());
      const note = beginAction(services, titles[store.get().view]);
      const current: Run = { signal: controller.signal, note, arrived: new Set() };
      for (const index of store.get().parts.keys()) {
        if (store.get().parts[index]?.status !== 'waiting') continue;
        const failure = await loadPart(index, current);
        if (controller.signal.aborted) return undefined;
        if (failure && ENDING_CODES.includes(failure.code)) failTheRest(failure);
      }
      return current.arrived;
    },
  };
};

export const createListLoader = (services: ConsoleServices): ListLoader => {
  const { store, nowMs } = services;
  const { run, stop } = createRunner(services);
  return {
    load: async ({ keepShown = false } = {}) => {
      stop();
      store.set({ nowMs: nowMs() });
      const state = store.get();
      if (!currentPlatform(state)?.connected) {
        store.set({ parts: [], appointments: {} });
        return;
      }
      const ranges = listParts({ view: state.view, today: todayOf(state), weekStart: state.weekStart });
      store.set({
        parts: ranges.map((range): ListPart => ({ range, status: 'waiting', skipped: 0 })),
        ...(keepShown ? {} : { appointments: {} }),
      });
      const arrived = await run();
      const isComplete = store.get().parts.every(({ status }) => status === 'loaded');
      if (!arrived || !isComplete) return;
      store.set(({ appointments }) => ({
        appointments: byId(Object.values(appointments).filter(({ id }) => arrived.has(id))),
      }));
    },
    retry: async () => {
      store.set(({ parts }) => ({
        parts: parts.map((part) => (part.status === 'loaded' ? part : waiting(part))),
      }));
      await run();
    },
    loadFurther: async () => {
      const { parts, view } = store.get();
      const range = furtherPart(
        parts.map((part) => part.range),
        view,
      );
      store.set({ parts: [...parts, { range, status: 'waiting', skipped: 0 }] });
      await run();
    },
    stop,
  };
};
