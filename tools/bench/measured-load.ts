/** A load with what it cost the processes that answered it. */
import { load, type Load, type LoadRequest } from './load';
import { cpuSeconds } from './process-usage';

const CONNECTIONS = 16;

/** Enough for a first guess at how many requests fit into a round. */
export const FIRST_AMOUNT = 3 * CONNECTIONS;

/** Rounds that do not count: cold code is slow, and a bridge that runs for months is not cold. */
export const WARM_UPS = 6;

export interface MeasuredLoad extends Load {
  /** Of all the answering processes together, for each request. */
  readonly cpuMs: number;
}

export interface MeasuredLoadOptions {
  readonly processIds: readonly number[];
  readonly request: LoadRequest;
  /** Requests of all connections together. */
  readonly amount: number;
}

export const measuredLoad = async (options: MeasuredLoadOptions): Promise<MeasuredLoad> => {
  const { processIds, request, amount } = options;
  const usedSeconds = (): number => processIds.reduce((sum, id) => sum + cpuSeconds(id), 0);
  const before = usedSeconds();
  const measured = await load(request, { connections: CONNECTIONS, amount });
  return { ...measured, cpuMs: ((usedSeconds() - before) * 1000) / amount };
};

/** As many requests as take so many seconds, for every connection the same. */
export const amountFor = ({ requestsPerSecond }: Load, seconds: number): number =>
  CONNECTIONS * Math.max(3, Math.round((requestsPerSecond * seconds) / CONNECTIONS));
