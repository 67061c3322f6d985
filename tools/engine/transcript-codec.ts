/**
 * Writes the values that pass between a RESTlet and N/* as JSON, so that calls can be recorded here, replayed there and
 * compared. Runs in Node and, compiled, inside the script engine: it imports nothing and knows no realm.
 */

/** Objects that N/* gave out carry an id; `null` marks those that the script made itself. */
export type Written =
  | string
  | number
  | boolean
  | null
  | { readonly kind: 'undefined' }
  | { readonly kind: 'date'; readonly epochMs: number }
  | { readonly kind: 'function'; readonly id: number; readonly name: string }
  | { readonly kind: 'known'; readonly id: number }
  | { readonly kind: 'error'; readonly id: number | null; readonly name: string; readonly message: string }
  | { readonly kind: 'array'; readonly id: number | null; readonly items: readonly Written[] }
  | {
      readonly kind: 'object';
      readonly id: number | null;
      readonly members: Readonly<Record<string, Written>>;
    };

export interface RecordedCall {
  /** Which of the functions that N/* gave out. */
  readonly functionId: number;
  readonly args: readonly Written[];
  readonly isThrown: boolean;
  readonly result: Written;
}

/** All that one run of a RESTlet got from outside. */
export interface RecordedRun {
  readonly nowMs: number;
  readonly input: Readonly<Record<string, string>>;
  readonly modules: Readonly<Record<string, Written>>;
  /** In the order in which the script made them. */
  readonly calls: readonly RecordedCall[];
}

/** Tells the id of an object, and whether it has been written before. */
export type Identify = (value: object) => { readonly id: number | null; readonly isWritten: boolean };

/** Knows objects by the ids they were given, and gives out none. */
export const identifyBy =
  (ids: { get(value: object): number | undefined }): Identify =>
  (value) => {
    const id = ids.get(value);
    return id === undefined ? { id: null, isWritten: false } : { id, isWritten: true };
  };

const tagOf = (value: object): string => Object.prototype.toString.call(value);

/** @throws TypeError for what JSON cannot stand for: callbacks of the script, symbols, bigints */
export const writeValue = (value: unknown, identify: Identify): Written => {
  if (value === undefined) return { kind: 'undefined' };
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null) return value;
  if (typeof value === 'function') {
    const { id } = identify(value);
    if (id === null) throw new TypeError('a callback of the script cannot be recorded');
    return { kind: 'function', id, name: value.name };
  }
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} cannot be recorded`);
  return writeObject(value, identify);
};

/** What goes to the execution log is not compared: a stack reads differently in each engine. */
export const writeArguments = (
  functionName: string,
  args: readonly unknown[],
  identify: Identify,
): readonly Written[] =>
  functionName.startsWith('N/log.') ? [] : args.map((arg) => writeValue(arg, identify));

const writeObject = (value: object, identify: Identify): Written => {
  if (tagOf(value) === '[object Date]') return { kind: 'date', epochMs: Number(value) };
  const { id, isWritten } = identify(value);
  if (isWritten && id !== null) return { kind: 'known', id };
  if (tagOf(value) === '[object Error]') {
    return {
      kind: 'error',
      id,
      name: String(Reflect.get(value, 'name')),
      message: String(Reflect.get(value, 'message')),
    };
  }
  if (Array.isArray(value))
    return { kind: 'array', id, items: value.map((item) => writeValue(item, identify)) };
  const members = dataMembers(value).map(([name, member]) => [name, writeValue(member, identify)]);
  return { kind: 'object', id, members: Object.fromEntries(members) };
};

/** Without accessors: some give back what the script itself had handed over, which is no answer of N/*. */
const dataMembers = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(Object.getOwnPropertyDescriptors(value)).flatMap(([name, member]) =>
    member.enumerable === true && 'value' in member ? [[name, member.value] as const] : [],
  );
