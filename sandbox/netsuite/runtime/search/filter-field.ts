/** The kinds of fields that search filters compare. */

/** A date or a datetime. `date` fields compare whole days, `datetime` fields compare what the value says. */
export interface InstantField<Row> {
  readonly kind: 'date' | 'datetime';
  /** Undefined where the field is empty. */
  readonly epochMs: (row: Row) => number | undefined;
  /** The zone on whose wall clock the values of the filter are read. */
  readonly timeZone: (row: Row) => string;
}

export type FilterField<Row> =
  | InstantField<Row>
  | { readonly kind: 'text'; readonly read: (row: Row) => string }
  /** The internal id, empty where nothing is selected. */
  | { readonly kind: 'select'; readonly read: (row: Row) => string }
  | { readonly kind: 'number'; readonly read: (row: Row) => number | undefined }
  | { readonly kind: 'checkbox'; readonly read: (row: Row) => boolean };

export type RowPredicate<Row> = (row: Row) => boolean;

/** The fields that a search type, or a join of it, can be filtered by. */
export type FilterFields<Row> = ReadonlyMap<string, FilterField<Row>>;
