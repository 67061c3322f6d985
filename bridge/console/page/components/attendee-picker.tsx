/**
 * Finds people as somebody types, and keeps those chosen
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-autocomplete-list/).
 */
import { useState } from 'preact/hooks';
import type { TargetedKeyboardEvent } from 'preact';
import type { Contact } from '../../../../src/contract/appointment.schema';
import { attendeeKindText } from '../calendar/attendee-kinds';
import type { ChosenPerson } from '../edit/form-values';
import { currentPlatform } from '../state/console-state';
import { FailureStep } from './failure-message';
import { FormField } from './form-field';
import { useActions, useConsole } from './use-console';
import { useContactSearch, type ContactSearch } from './use-contact-search';

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

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
        <span class="hint">
          {' '}
          {[attendeeKindText(contact.type), contact.company].filter(Boolean).join(', ')}
        </span>
      </li>
    ))}
  </ul>
);

const samePerson = (one: ChosenPerson, other: ChosenPerson): boolean =>
  one.id === other.id && one.type === other.type;

const SearchOutcome = ({ search, onRetry }: { search: ContactSearch; onRetry: () => void }) => (
  <>
    <p role="status" class="hint">
      {search.text}
    </p>
    {search.failure ? (
      <div class="notice notice-failed" role="alert">
        <p>{search.failure.message}</p>
        <FailureStep failure={search.failure} onRetry={onRetry} />
      </div>
    ) : null}
  </>
);

interface SearchFieldProps {
  readonly people: readonly ChosenPerson[];
  readonly issue: string | undefined;
  readonly onChoose: (contact: Contact) => void;
}

const SearchField = ({ people, issue, onChoose }: SearchFieldProps) => {
  const kinds = useConsole((state) => currentPlatform(state)?.capabilities.attendeeKinds);
  const [words, setWords] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [active, setActive] = useState(-1);
  const search = useContactSearch(words, attempt);
  const found = search.found.filter((contact) => !people.some((person) => samePerson(person, contact)));
  const type = (text: string): void => {
    setWords(text);
    setActive(-1);
  };
  const choose = (contact: Contact): void => {
    onChoose(contact);
    type('');
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const move = MOVES[event.key];
    const chosen = found[active];
    if (move !== undefined && found.length > 0)
      setActive((Math.max(active, move === 1 ? -1 : 0) + move + found.length) % found.length);
    else if (event.key === 'Enter' && chosen) choose(chosen);
    else if (event.key === 'Escape' && words !== '') type('');
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };
  const hint = kinds ? `Search by name: ${kinds.map(attendeeKindText).join(', ')}` : undefined;
  return (
    <>
      <FormField id="form-people" label="Attendees" issue={issue} hint={hint}>
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
              type(event.currentTarget.value);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </FormField>
      <Found found={found} active={active} onChoose={choose} />
      <SearchOutcome
        search={search}
        onRetry={() => {
          setAttempt(attempt + 1);
        }}
      />
    </>
  );
};

interface AttendeePickerProps {
  readonly people: readonly ChosenPerson[];
  readonly issue: string | undefined;
}

export const AttendeePicker = ({ people, issue }: AttendeePickerProps) => {
  const actions = useActions();
  return (
    <div class="picker">
      <SearchField
        people={people}
        issue={issue}
        onChoose={({ id, name, type }) => {
          actions.form.change({ people: [...people, { id, name, type }] });
        }}
      />
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
