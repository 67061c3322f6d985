/** What a query says apart from its values: two queries that differ in values only have one shape. */
import type { WhereCondition } from '../../sandbox/bullhorn/query/where-condition';
import { parseWhere } from '../../sandbox/bullhorn/query/where-parser';

const shapeOf = (condition: WhereCondition): string => {
  if ('parts' in condition) {
    const parts = condition.parts.map(shapeOf);
    return parts.length === 1 ? parts.join('') : `${condition.kind}(${parts.join(',')})`;
  }
  if ('part' in condition) return `not(${shapeOf(condition.part)})`;
  const path = condition.path.join('.');
  if (condition.kind === 'comparison') {
    return `${path}${condition.operator}${typeof condition.literal}`;
  }
  if (condition.kind === 'in') {
    return `${path} in ${[...new Set(condition.literals.map((literal) => typeof literal))].join('|')}`;
  }
  return `${path} ${condition.kind}`;
};

/** @throws BullhornError for a text that is no `where` clause */
export const whereShape = (where: string): string => shapeOf(parseWhere(where));
