/** Reads single values of a request body, and names the property when one is wrong (section_157305090645). */
import { isJsonObject } from '../../core/json-value';
import { isChoice, type ChoiceOf, type Choices } from './enumerations';
import { invalidContent } from './record-api-error';

export interface WallDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** `null` empties a text. */
export function readText(value: unknown, path: string): string {
  if (value === null) return '';
  if (typeof value !== 'string') throw invalidContent(`'${path}' must be a string.`, path);
  return value;
}

export function readBoolean(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw invalidContent(`'${path}' must be true or false.`, path);
  return value;
}

export function readDate(value: unknown, path: string): WallDate {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value))?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) {
    throw invalidContent(`'${path}' must be a date in the form YYYY-MM-DD.`, path);
  }
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    throw invalidContent(`'${path}' is a date that does not exist.`, path);
  }
  return { year, month, day };
}

/** `HH:mm`, as in Oracle's event sample, or `HH:mm:ss`, as on the page about formats. */
export function readTimeOfDay(value: unknown, path: string): TimeOfDay {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(String(value));
  if (parts === null) throw invalidContent(`'${path}' must be a time in the form HH:mm or HH:mm:ss.`, path);
  return { hour: Number(parts[1]), minute: Number(parts[2]), second: Number(parts[3] ?? 0) };
}

/** A choice can be written as its id, as `{"id": …}` or as `{"refName": …}` (section_1545142146). */
export function readChoice<Table extends Choices>(
  table: Table,
  value: unknown,
  path: string,
): ChoiceOf<Table> {
  const refName = isJsonObject(value) ? value['refName'] : undefined;
  const id = isJsonObject(value)
    ? (value['id'] ?? Object.keys(table).find((key) => table[key] === refName))
    : value;
  const key = String(id);
  if (id === undefined || id === null || !isChoice(table, key)) {
    throw invalidContent(`Invalid value for '${path}'. Use one of: ${Object.keys(table).join(', ')}.`, path);
  }
  return key;
}

/** The internal id in `{"id": "5"}` or `{"id": 5}`. */
export function readReference(value: unknown, path: string): string {
  const id = isJsonObject(value) ? value['id'] : undefined;
  if (typeof id !== 'string' && typeof id !== 'number') {
    throw invalidContent(`'${path}' must be a reference such as {"id": "5"}.`, path);
  }
  return String(id);
}
