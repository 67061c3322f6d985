/** What a Lucene query says, as a tree. `field` is `undefined` where a term names none. */
export type LuceneQuery =
  | { readonly kind: 'and'; readonly parts: readonly LuceneQuery[] }
  | { readonly kind: 'or'; readonly parts: readonly LuceneQuery[] }
  | { readonly kind: 'not'; readonly part: LuceneQuery }
  | {
      readonly kind: 'term';
      readonly field: string | undefined;
      readonly text: string;
      readonly isPrefix: boolean;
    }
  | { readonly kind: 'phrase'; readonly field: string | undefined; readonly text: string };
