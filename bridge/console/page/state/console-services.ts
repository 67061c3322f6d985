/** What the actions of the page work with; a test brings its own. */
import type { BridgeClient, Reply } from '../api/bridge-client';
import type { ConsoleState } from './console-state';
import type { Store } from './store';

export interface ConsoleServices {
  readonly store: Store<ConsoleState>;
  readonly client: BridgeClient;
  readonly nowMs: () => number;
  /** A key that was never used before. */
  readonly newKey: () => string;
  /** Leaves the page, for the CRM's consent page. */
  readonly goTo: (url: string) => void;
}

/** Notes the CRM calls of a reply under the action they were made for, unless another one has begun since. */
export type NoteCalls = <Value>(reply: Reply<Value>) => Reply<Value>;

export const beginAction = ({ store }: Pick<ConsoleServices, 'store'>, title: string): NoteCalls => {
  const begun = { title, calls: [] };
  // What was done before is old by now; what failed stays until somebody has read it.
  store.set(({ notice }) => ({
    lastAction: begun,
    notice: notice?.tone === 'failed' ? notice : undefined,
  }));
  let latest: ConsoleState['lastAction'] = begun;
  return (reply) => {
    if (latest && store.get().lastAction === latest) {
      latest = { title, calls: [...latest.calls, ...reply.calls] };
      store.set({ lastAction: latest });
    }
    return reply;
  };
};
