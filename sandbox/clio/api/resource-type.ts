/** Describes a resource of the API: which fields it has, and how each is read from a record. */
import type { Reader } from './reader';

export interface ResourceType<Item> {
  readonly name: string;
  readonly scalars: Readonly<Record<string, (item: Item, reader: Reader) => unknown>>;
  readonly nested: Readonly<Record<string, NestedField<Item>>>;
}

/** A field whose value is one or several other resources; of these only the scalars can be asked for. */
export interface NestedField<Owner> {
  /** `any` for a resource this sandbox never has, so that there is nothing to be named. */
  readonly fieldNames: readonly string[] | 'any';
  show(owner: Owner, reader: Reader, names: readonly string[]): unknown;
}

/** What a resource shows of itself when no fields are named (docs.developers.clio.com/api-docs/fields). */
export const defaultFieldNames = ['id', 'etag'] as const;

export function showScalars<Item>(
  type: ResourceType<Item>,
  item: Item,
  reader: Reader,
  names: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, type.scalars[name]?.(item, reader)]));
}

/** A nested resource that may be missing. */
export function toOne<Owner, Item>(
  type: ResourceType<Item>,
  pick: (owner: Owner, reader: Reader) => Item | undefined,
): NestedField<Owner> {
  return {
    fieldNames: Object.keys(type.scalars),
    show(owner, reader, names) {
      const item = pick(owner, reader);
      return item === undefined ? null : showScalars(type, item, reader, names);
    },
  };
}

export function toMany<Owner, Item>(
  type: ResourceType<Item>,
  pick: (owner: Owner, reader: Reader) => readonly Item[],
): NestedField<Owner> {
  return {
    fieldNames: Object.keys(type.scalars),
    show: (owner, reader, names) => pick(owner, reader).map((item) => showScalars(type, item, reader, names)),
  };
}

/** A nested resource that no record of this sandbox has. */
export function absent(shown: null | readonly never[]): NestedField<unknown> {
  return { fieldNames: 'any', show: () => shown };
}

/** A scalar that no record of this sandbox has. */
export const noValue = (): null => null;
