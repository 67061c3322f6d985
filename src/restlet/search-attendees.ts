/** Finds people to invite: contacts, customers, vendors and employees whose name contains every word. */
import { restletVersion } from '../contract/restlet-version';
import type { AttendeeSearchReply, EntityType, FoundPerson } from '../contract/restlets';
import { integerParameter, invalidParameter, wordsParameter, type Parameters } from './parameters';
import type { PersonNames } from './ports';

const KINDS: readonly EntityType[] = ['contact', 'custjob', 'vendor', 'employee'];
const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** A search and its page, also when its richer form is refused first. */
const UNITS_FOR_KIND = 20;

export interface SearchAttendeesOptions {
  readonly people: PersonNames;
  readonly remainingUnits: () => number;
}

interface SearchedKind {
  readonly people: readonly FoundPerson[];
  readonly refusal?: unknown;
}

/** INSUFFICIENT_PERMISSION, INVALID_RCRD_TYPE, SSS_INVALID_SRCH_COL, …: what is asked for is not there for this role. */
const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'name' in error &&
  /PERMISSION|INVALID|FEATURE/.test(String(error.name));

/**
 * A kind of record that the role may not see is one without people for it.
 * @throws what is no refusal: a search that failed has not found nobody
 */
const searchKind = (find: () => readonly FoundPerson[]): SearchedKind => {
  try {
    return { people: find() };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { people: [], refusal: error };
  }
};

/**
 * `limit` holds for each kind: a long list of customers must not hide the one contact. A run short of units stops, and
 * says that there is more.
 * @throws what NetSuite says when it refuses every kind
 */
export const searchAttendees = (
  parameters: Parameters,
  { people, remainingUnits }: SearchAttendeesOptions,
): AttendeeSearchReply => {
  const unitsAtFirst = remainingUnits();
  const words = wordsParameter(parameters, 'name');
  const limit = integerParameter(parameters, 'limit', { min: 1, max: MAX_LIMIT, otherwise: DEFAULT_LIMIT });
  if (words.length === 0) throw invalidParameter('name', 'give at least one word of the name');
  const kinds: SearchedKind[] = [];
  for (const kind of KINDS) {
    if (remainingUnits() >= UNITS_FOR_KIND) {
      kinds.push(searchKind(() => people.findByName(kind, words, limit + 1)));
    }
  }
  const [first] = kinds;
  if (first && kinds.every(({ refusal }) => refusal !== undefined)) throw first.refusal;
  return {
    data: kinds.flatMap((kind) => kind.people.slice(0, limit)),
    hasMore: kinds.length < KINDS.length || kinds.some((kind) => kind.people.length > limit),
    version: restletVersion,
    unitsUsed: unitsAtFirst - remainingUnits(),
  };
};
