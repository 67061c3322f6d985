/** How a component reads the page's state and gets at its actions. */
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { ConsoleActions } from '../state/console-actions';
import type { ConsoleState } from '../state/console-state';
import type { Store } from '../state/store';

interface Console {
  readonly store: Store<ConsoleState>;
  readonly actions: ConsoleActions;
}

export const ConsoleContext = createContext<Console | undefined>(undefined);

const useWholeConsole = (): Console => {
  const whole = useContext(ConsoleContext);
  if (!whole) throw new Error('A component of the console stands outside of it.');
  return whole;
};

export const useActions = (): ConsoleActions => useWholeConsole().actions;

/** @param select takes a part of the state as it stands there: the component is drawn anew when that part changes */
export const useConsole = <Part>(select: (state: ConsoleState) => Part): Part => {
  const { store } = useWholeConsole();
  const [, setPart] = useState<{ readonly part: Part }>(() => ({ part: select(store.get()) }));
  useEffect(
    () =>
      store.subscribe(() => {
        const part = select(store.get());
        setPart((known) => (Object.is(known.part, part) ? known : { part }));
      }),
    [store],
  );
  return select(store.get());
};
