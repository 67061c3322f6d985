/** Reads a search for people back: which text it looks for in which fields, word by word. */
import { parseLucene } from '../../sandbox/bullhorn/search/lucene-parser';
import type { LuceneQuery } from '../../sandbox/bullhorn/search/lucene-query';

/** Without the levels that have one part. */
const partsOf = (kind: 'and' | 'or', query: LuceneQuery): readonly LuceneQuery[] => {
  if ((query.kind === 'and' || query.kind === 'or') && (query.kind === kind || query.parts.length === 1)) {
    return query.parts.flatMap((part) => partsOf(kind, part));
  }
  return [query];
};

const wordOf = (alternatives: LuceneQuery): string => {
  const terms = partsOf('or', alternatives).map((one) => {
    if (one.kind !== 'term' && one.kind !== 'phrase') throw new Error(`a ${one.kind} among the names`);
    return one;
  });
  const fields = new Set(terms.map(({ field }) => field));
  if ([...fields].join() !== 'firstName,lastName,name') throw new Error(`searched in ${[...fields].join()}`);
  const texts = new Set(terms.map(({ text }) => text));
  if (texts.size !== 1) throw new Error(`several texts for one word: ${[...texts].join(' | ')}`);
  return [...texts].join('');
};

/**
 * The words that the search wants all of.
 * @throws Error for a query that says anything else than: each word, in one of the names
 */
export const luceneWords = (query: string): readonly string[] =>
  partsOf('and', parseLucene(query, 'OR')).map(wordOf);
