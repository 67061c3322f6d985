/** Finds people while somebody types: after a pause, and only the answer to the latest words counts. */
import { useEffect, useState } from 'preact/hooks';
import type { Contact } from '../../../../src/contract/appointment.schema';
import type { Failure } from '../api/answer';
import { useActions } from './use-console';

const TYPING_PAUSE_MS = 250;
const SHORTEST_SEARCH = 2;

export interface ContactSearch {
  readonly found: readonly Contact[];
  readonly failure: Failure | undefined;
  /** For the screen reader, and for everybody while it is searched. */
  readonly text: string;
}

const NOTHING_YET: ContactSearch = { found: [], failure: undefined, text: '' };

const searchOf = (found: readonly Contact[], note: string): ContactSearch => {
  const count = found.length === 1 ? '1 person found.' : `${found.length} people found.`;
  return {
    found,
    failure: undefined,
    text: [found.length === 0 ? 'Nobody found.' : count, note].filter(Boolean).join(' '),
  };
};

/** @param attempt changes to search for the same words again */
export const useContactSearch = (words: string, attempt: number): ContactSearch => {
  const actions = useActions();
  const [search, setSearch] = useState(NOTHING_YET);
  useEffect(() => {
    const name = words.trim();
    setSearch(NOTHING_YET);
    if (name.length < SHORTEST_SEARCH) return undefined;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      setSearch({ ...NOTHING_YET, text: 'Searching…' });
      void actions.searchContacts(name, controller.signal).then((answer) => {
        if (controller.signal.aborted) return;
        setSearch(
          answer.successful
            ? searchOf(answer.value, answer.note)
            : { ...NOTHING_YET, failure: answer.failure },
        );
      });
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [words, attempt]);
  return search;
};
