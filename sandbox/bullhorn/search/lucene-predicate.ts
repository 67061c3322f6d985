/** Decides whether a record is among the hits of a Lucene query, with the words of its text fields as the index. */
import { unknownField } from '../bullhorn-error';
import type { EntityRecord } from '../bullhorn-state';
import { storedValue, type EntityDefinition, type ScalarField } from '../metadata/field-definition';
import type { BullhornSwitches } from '../switches';
import { parseLucene } from './lucene-parser';
import type { LuceneQuery } from './lucene-query';

type Hit = (record: EntityRecord) => boolean;
type Matcher = (words: readonly string[]) => boolean;

/** Letters with their marks, and digits: what a standard analyzer keeps together, in lower case. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
}

/** Booleans are indexed as 1 and 0, and asked for in both spellings. */
function indexedWords(field: ScalarField, record: EntityRecord): string[] {
  const value = storedValue(field, record);
  if (value === null) return [];
  if (typeof value === 'boolean') return value ? ['1', 'true'] : ['0', 'false'];
  return wordsOf(String(value));
}

/** The words one after the other; of a prefix query the last one need only begin so. */
function containsInOrder(wanted: readonly string[], isPrefix: boolean): Matcher {
  const fits = (word: string | undefined, index: number): boolean => {
    const part = wanted[index] ?? '';
    if (word === undefined) return false;
    return isPrefix && index === wanted.length - 1 ? word.startsWith(part) : word === part;
  };
  return (words) =>
    wanted.length > 0 &&
    words.some((_, start) => wanted.every((_part, index) => fits(words[start + index], index)));
}

const isScalar = (field: { readonly type: string }): field is ScalarField =>
  field.type === 'SCALAR' || field.type === 'ID';

/** Without a field, every text field is looked at. */
function searchedFields(
  name: string | undefined,
  definition: EntityDefinition,
  switches: BullhornSwitches,
): ScalarField[] {
  const fields = [...definition.fields.values()].filter(isScalar);
  if (name === undefined) return fields.filter(({ dataType }) => dataType === 'String');
  const found = fields.filter((field) => field.name === name);
  if (found.length === 0) throw unknownField(switches.unknownFieldStatus, definition.name, name);
  return found;
}

function hitOf(query: LuceneQuery, definition: EntityDefinition, switches: BullhornSwitches): Hit {
  if (query.kind === 'not') {
    const part = hitOf(query.part, definition, switches);
    return (record) => !part(record);
  }
  if (query.kind === 'and' || query.kind === 'or') {
    const parts = query.parts.map((part) => hitOf(part, definition, switches));
    return query.kind === 'and'
      ? (record) => parts.every((part) => part(record))
      : (record) => parts.some((part) => part(record));
  }
  const fields = searchedFields(query.field, definition, switches);
  const matches = containsInOrder(wordsOf(query.text), query.kind === 'term' && query.isPrefix);
  return (record) => fields.some((field) => matches(indexedWords(field, record)));
}

/** @throws BullhornError 400 for a query it cannot read, unknownField for a field that is not there. */
export function lucenePredicate(
  source: string,
  definition: EntityDefinition,
  switches: BullhornSwitches,
): Hit {
  return hitOf(parseLucene(source, switches.luceneDefaultOperator), definition, switches);
}
