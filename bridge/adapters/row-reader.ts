/**
 * Reads the fields of a list's rows without a validator (docs/decisions/0008-rows-without-a-validator.md). A reader gives
 * undefined for what cannot be read. Pure.
 */

export type WireRow = Readonly<Record<string, unknown>>;

export const isWireRow = (value: unknown): value is WireRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

/** An absent text is an empty one. */
export const readText = (value: unknown): string | undefined => {
  if (isAbsent(value)) return '';
  return typeof value === 'string' ? value : undefined;
};

/** An absent flag is not set. */
export const readFlag = (value: unknown): boolean | undefined => {
  if (isAbsent(value)) return false;
  return typeof value === 'boolean' ? value : undefined;
};

/** A whole number that JSON carries exactly, or a text of the CRM's own form. */
export const readId = (value: unknown, pattern: RegExp): string | undefined => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
};

/** As `readId`, of a CRM whose ids begin at 1. */
export const readPositiveId = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'number' && value <= 0 ? undefined : readId(value, pattern);

type Complete<Fields> = { readonly [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

/** Could every field be read? */
export const isComplete = <Fields extends object>(fields: Fields): fields is Fields & Complete<Fields> => {
  for (const name in fields) if (fields[name] === undefined) return false;
  return true;
};

/** Every item, or undefined where one cannot be read. */
export const readEach = <Item>(
  values: unknown,
  readItem: (value: unknown) => Item | undefined,
): Item[] | undefined => {
  if (!Array.isArray(values)) return undefined;
  const items: Item[] = [];
  for (const value of values) {
    const item = readItem(value);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
};

/** What is made of the values of which something can be made, in their order: a bad row costs only itself. */
export const definedOf = <Value, Made>(
  values: readonly Value[],
  make: (value: Value) => Made | undefined,
): Made[] => {
  const made: Made[] = [];
  for (const value of values) {
    const one = make(value);
    if (one !== undefined) made.push(one);
  }
  return made;
};
