/**
 * Finds people as somebody types, and keeps those chosen
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-autocomplete-list/).
 */
import { useEffect, useState } from 'preact/hooks';
import type { TargetedKeyboardEvent } from 'preact';
import type { Contact } from '../../../../src/contract/appointment.schema';
import type { Failure } from '../api/answer';
import type { ChosenPerson } from '../edit/form-values';
import { currentPlatform } from '../state/console-state';
import { FailureStep } from './failure-message';
import { FormField } from './form-field';
import { useActions, useConsole } from './use-console';

const TYPING_PAUSE_MS = 250;
const SHORTEST_SEARCH = 2;

interface Search {
  readonly found: readonly Contact[];
  readonly failure: Failure | undefined;
  /** For the screen reader, and for everybody while it is searched. */
  readonly text: string;
}

const NOTHING_YET: Search = { found: [], failure: undefined, text: '' };

const searchOf = (found: readonly Contact[], note: string): Search => {
  const count = found.length === 1 ? '1 person found.' : `${found.length} people found.`;
  return {
    found,
    failure: undefined,
    text: [found.length === 0 ? 'Nobody found.' : count, note].filter(Boolean).join(' '),
  };
};

/** @param attempt changes to search for the same words again */
const useContactSearch = (words: string, attempt: number): Search => {
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

const Chosen = ({
  people,
  onRemove,
}: {
  people: readonly ChosenPerson[];
  onRemove: (person: ChosenPerson) => void;
}) => (
  <ul class="chosen" aria-label="Chosen attendees">
    {people.map((person) => (
      <li key={`${person.type} ${person.id}`}>
        {person.name}
        <button
          type="button"
          class="button quiet"
          aria-label={`Remove ${person.name}`}
          onClick={() => {
            onRemove(person);
          }}
        >
          ✕
        </button>
      </li>
    ))}
  </ul>
);

interface FoundProps {
  readonly found: readonly Contact[];
  readonly active: number;
  readonly onChoose: (contact: Contact) => void;
}

const Found = ({ found, active, onChoose }: FoundProps) => (
  <ul
    role="listbox"
    id="form-people-found"
    aria-label="People found"
    class="found"
    hidden={found.length === 0}
  >
    {found.map((contact, index) => (
      <li
        key={`${contact.type} ${contact.id}`}
        id={`form-people-${index}`}
        role="option"
        aria-selected={index === active}
        onMouseDown={(event) => {
          event.preventDefault();
        }}
        onClick={() => {
          onChoose(contact);
        }}
      >
        {contact.name}
        <span class="hint"> {[contact.type, contact.company].filter(Boolean).join(', ')}</span>
      </li>
    ))}
  </ul>
);

interface AttendeePickerProps {
  readonly people: readonly ChosenPerson[];
  readonly issue: string | undefined;
}

const samePerson = (one: ChosenPerson, other: ChosenPerson): boolean =>
  one.id === other.id && one.type === other.type;

export const AttendeePicker = ({ people, issue }: AttendeePickerProps) => {
  const actions = useActions();
  const kinds = useConsole((state) => currentPlatform(state)?.capabilities.attendeeKinds);
  const [words, setWords] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [active, setActive] = useState(-1);
  const search = useContactSearch(words, attempt);
  const found = search.found.filter((contact) => !people.some((person) => samePerson(person, contact)));
  const clear = (): void => {
    setWords('');
    setActive(-1);
  };
  const choose = ({ id, name, type }: Contact): void => {
    actions.form.change({ people: [...people, { id, name, type }] });
    clear();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    const chosen = found[active];
    if (move !== undefined && found.length > 0) setActive((active + move + found.length) % found.length);
    else if (event.key === 'Enter' && chosen) choose(chosen);
    else if (event.key === 'Escape' && words !== '') clear();
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };
  return (
    <div class="picker">
      <FormField
        id="form-people"
        label="Attendees"
        issue={issue}
        hint={kinds ? `Search by name: ${kinds.join(', ')}` : undefined}
      >
        {(field) => (
          <input
            {...field}
            type="text"
            role="combobox"
            autocomplete="off"
            aria-autocomplete="list"
            aria-expanded={found.length > 0}
            aria-controls="form-people-found"
            aria-activedescendant={found[active] ? `form-people-${active}` : undefined}
            value={words}
            onInput={(event) => {
              setWords(event.currentTarget.value);
              setActive(-1);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </FormField>
      <Found found={found} active={active} onChoose={choose} />
      <p role="status" class="hint">
        {search.text}
      </p>
      {search.failure ? (
        <div class="notice notice-failed" role="alert">
          <p>{search.failure.message}</p>
          <FailureStep
            failure={search.failure}
            onRetry={() => {
              setAttempt(attempt + 1);
            }}
          />
        </div>
      ) : null}
      <Chosen
        people={people}
        onRemove={(removed) => {
          actions.form.change({ people: people.filter((person) => !samePerson(person, removed)) });
          document.getElementById('form-people')?.focus();
        }}
      />
    </div>
  );
};
