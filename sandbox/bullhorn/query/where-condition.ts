/** What a `where` clause says, as a tree. */
export const comparisonOperators = ['=', '<>', '<', '<=', '>', '>='] as const;
export type ComparisonOperator = (typeof comparisonOperators)[number];

/** `null` is allowed by JPQL, and never true in a comparison. */
export type Literal = string | number | boolean | null;

/** Names joined by dots: to-one fields and then a field of the last one's entity. */
export type Path = readonly string[];

export type WhereCondition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly WhereCondition[] }
  | { readonly kind: 'not'; readonly part: WhereCondition }
  | {
      readonly kind: 'comparison';
      readonly path: Path;
      readonly operator: ComparisonOperator;
      readonly literal: Literal;
    }
  | { readonly kind: 'in'; readonly path: Path; readonly literals: readonly Literal[] }
  | { readonly kind: 'is-null' | 'is-empty'; readonly path: Path };
