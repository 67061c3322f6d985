/** A sandbox with a door in front of it that lets every request meet the fault that is planned for it. */
import type { RequestListener } from 'node:http';
import type { FaultPlan } from '../../sandbox/core/fault-plan';
import { listenOnLoopback } from '../../sandbox/core/sandbox-server';
import { createPlannedFaults, type PlannedFault } from './planned-faults';

export interface FaultyCrmOptions {
  readonly sandbox: { readonly app: RequestListener; readonly faults: FaultPlan };
  readonly seed: number;
  /** Of the requests, 0 to 1. */
  readonly faultShare: number;
  isWrite(method: string, path: string): boolean;
  /** What to show in the place of a planned fault. Default: the fault itself. */
  readonly instead?: ((planned: PlannedFault) => PlannedFault) | undefined;
}

export interface FaultyCrm {
  readonly baseUrl: string;
  /** From now on, or no longer. */
  setFaulty(isFaulty: boolean): void;
  /** Runs `act` once: when the next write has arrived, before the CRM has done it. */
  onNextWrite(act: () => void): void;
  /** Requests that went wrong so far, by the name of the fault. */
  faultsShown(): ReadonlyMap<string, number>;
  requests(): number;
  close(): Promise<void>;
}

export const openFaultyCrm = async (options: FaultyCrmOptions): Promise<FaultyCrm> => {
  const { sandbox, seed, faultShare, isWrite, instead = (planned) => planned } = options;
  const { app, faults } = sandbox;
  const nextFault = createPlannedFaults(seed, faultShare);
  const shown = new Map<string, number>();
  let isFaulty = false;
  let requests = 0;
  let beforeWrite: (() => void) | undefined;

  const { baseUrl, close } = await listenOnLoopback((request, response) => {
    const { method = '', url = '' } = request;
    requests += 1;
    if (beforeWrite && isWrite(method, url.split('?')[0] ?? '')) {
      const act = beforeWrite;
      beforeWrite = undefined;
      act();
    }
    const drawn = isFaulty ? nextFault() : undefined;
    if (!drawn) return app(request, response);
    const planned = instead(drawn);
    faults.add(planned.rule);
    app(request, response);
    // The sandbox takes the fault before `app` returns, unless it refused the request for its limits before that.
    const isLeft = faults.pending().length > 0;
    if (isLeft) faults.take(method, url);
    else shown.set(planned.name, (shown.get(planned.name) ?? 0) + 1);
  });

  return {
    baseUrl,
    setFaulty: (faulty) => {
      isFaulty = faulty;
    },
    onNextWrite: (act) => {
      beforeWrite = act;
    },
    faultsShown: () => shown,
    requests: () => requests,
    close,
  };
};
