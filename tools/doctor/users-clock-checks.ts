/** The proof of the clock as two checks: for the user, and for a second one in another zone. */
import type { CalendarContext } from '../../bridge/adapters/calendar-adapter';
import { needed, type Check } from './check';
import { proveClock, type ClockProof } from './clock-proof';
import { skipped } from './finding';

interface ProvenPerson {
  calendar(): CalendarContext;
}

/** What the proof needs of the case that a platform's checks work with. */
export interface ProvenCase<Person extends ProvenPerson> extends Pick<
  ClockProof,
  'adapter' | 'markedTitle' | 'created'
> {
  readonly user: Person;
  readonly other: Person | undefined;
  readonly nowMs: () => number;
  /** IANA name of the user's zone, once an earlier check has found it. */
  readonly facts: { readonly timeZone?: string };
}

export interface UsersClockOptions<Person extends ProvenPerson> {
  readAsAppConnect(person: Person): ClockProof['readAsAppConnect'];
  /** Zone of the second user where nobody says it. */
  zoneOfOther(one: ProvenCase<Person>): string;
  /** How a second user is named, as a sentence. */
  readonly withoutOther: string;
}

const proofOf = <Person extends ProvenPerson>(
  one: ProvenCase<Person>,
  person: Person,
  { readAsAppConnect }: UsersClockOptions<Person>,
): Omit<ClockProof, 'timeZone'> => ({
  ...one,
  calendar: person.calendar,
  nowMs: one.nowMs(),
  readAsAppConnect: readAsAppConnect(person),
});

export const zoneOfUser = ({ facts }: Pick<ProvenCase<ProvenPerson>, 'facts'>): string =>
  needed(facts.timeZone, 'time zone');

export const usersClockChecks = <Person extends ProvenPerson>(
  options: UsersClockOptions<Person>,
): readonly Check<ProvenCase<Person>>[] => [
  {
    id: 'clock',
    title: 'Times are right on both sides of a change of the clock',
    run: async (one) => proveClock({ ...proofOf(one, one.user, options), timeZone: zoneOfUser(one) }),
  },
  {
    id: 'clock-other-user',
    title: 'So they are for a user in another zone',
    run: async (one) => {
      const { other, markedTitle } = one;
      if (!other) return skipped(options.withoutOther);
      return proveClock({
        ...proofOf(one, other, options),
        timeZone: other.calendar().timeZone ?? options.zoneOfOther(one),
        markedTitle: `${markedTitle} other`,
      });
    },
  },
];
