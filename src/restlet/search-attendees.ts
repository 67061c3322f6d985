/** Finds people to invite: contacts, customers, vendors and employees whose name contains every word. */
import type { AttendeeSearchReply, EntityType } from '../contract/restlets';
import { integerParameter, invalidParameter, wordsParameter, type Parameters } from './parameters';
import type { PersonRepository } from './ports';

const KINDS: readonly EntityType[] = ['contact', 'custjob', 'vendor', 'employee'];
const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** `limit` holds for each kind: a long list of customers must not hide the one contact. */
export const searchAttendees = (parameters: Parameters, people: PersonRepository): AttendeeSearchReply => {
  const words = wordsParameter(parameters, 'name');
  const limit = integerParameter(parameters, 'limit', { min: 1, max: MAX_LIMIT, otherwise: DEFAULT_LIMIT });
  if (words.length === 0) throw invalidParameter('name', 'give at least one word of the name');
  const found = KINDS.map((kind) => people.findByName(kind, words, limit + 1));
  return {
    data: found.flatMap((ofKind) => ofKind.slice(0, limit)),
    hasMore: found.some((ofKind) => ofKind.length > limit),
  };
};
