/** One value that changes, and who wants to know of it. */

export interface Store<State> {
  get(): State;
  /** Merges what is given into the state, and tells everybody. */
  set(change: Partial<State> | ((state: State) => Partial<State>)): void;
  /** @returns ends it */
  subscribe(listener: () => void): () => void;
}

export const createStore = <State extends object>({ initial }: { readonly initial: State }): Store<State> => {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...(typeof change === 'function' ? change(state) : change) };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
