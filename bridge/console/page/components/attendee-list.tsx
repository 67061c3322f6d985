/** Who attends, and the way to the timeline of each; of many only the first ones, until all are asked for. */
import { useState } from 'preact/hooks';
import type { Attendee } from '../../../../src/contract/appointment.schema';
import { hasTimeline } from '../calendar/attendee-kinds';
import { useActions } from './use-console';

const SHOWN_AT_FIRST = 6;

const Person = ({ person }: { readonly person: Attendee }) => {
  const actions = useActions();
  return hasTimeline(person) ? (
    <button
      type="button"
      class="person"
      title={`All appointments with ${person.name}`}
      onClick={() => {
        actions.openTimeline(person);
      }}
    >
      {person.name}
    </button>
  ) : (
    <span>{person.name}</span>
  );
};

interface AttendeeListProps {
  readonly attendees: readonly Attendee[];
}

export const AttendeeList = ({ attendees }: AttendeeListProps) => {
  const [isWhole, setWhole] = useState(false);
  if (attendees.length === 0) return null;
  // One more takes no more room than the button that would say so.
  const isShort = isWhole || attendees.length <= SHOWN_AT_FIRST + 1;
  const shown = isShort ? attendees : attendees.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <ul class="attendees" aria-label="Attendees">
        {shown.map((person) => (
          <li key={`${person.type} ${person.id}`}>
            <Person person={person} />
            {person.status && person.status !== 'no_response' ? (
              <span class="hint"> {person.status}</span>
            ) : null}
          </li>
        ))}
      </ul>
      {attendees.length > SHOWN_AT_FIRST + 1 ? (
        <button
          type="button"
          class="button quiet more"
          aria-expanded={isWhole}
          onClick={() => {
            setWhole(!isWhole);
          }}
        >
          {isWhole ? 'Show fewer' : `Show all ${attendees.length} attendees`}
        </button>
      ) : null}
    </>
  );
};
