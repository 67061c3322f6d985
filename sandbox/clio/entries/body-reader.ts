/** Reads the documented keys of a body's `data`. Keys nobody asks it for are discarded, as Clio discards them. */
import { isJsonObject, type JsonObject } from '../../core/json-value';
import { parseTime } from '../api/api-time';
import type { Reader } from '../api/reader';
import { invalidArgument } from '../clio-error';

/** Every method gives `undefined` for a key that is not there, and throws ClioError 422 for a value of a wrong kind. */
export interface BodyReader {
  text(name: string): string | null | undefined;
  flag(name: string): boolean | undefined;
  /** Epoch milliseconds. */
  time(name: string): number | undefined;
  /** `{"id": 1}`; `null` when the id is null. */
  reference(name: string): number | null | undefined;
  /** The members of a nested array; none when the key is not there. */
  members(name: string): readonly JsonObject[];
}

/** An id is a number, or the digits of one; `undefined` for anything else. */
export function toId(value: unknown): number | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** @throws ClioError 400 when there is no object `data`. */
export function bodyData(body: unknown): JsonObject {
  const data = isJsonObject(body) ? body['data'] : undefined;
  if (!isJsonObject(data)) throw invalidArgument('the body must be a JSON object with a "data" object.');
  return data;
}

export function createBodyReader(data: JsonObject, reader: Reader): BodyReader {
  return {
    text(name) {
      const value = data[name];
      if (value === undefined || value === null || typeof value === 'string') return value;
      throw invalidArgument(`${name} must be a string.`, 422);
    },
    flag(name) {
      const value = data[name];
      if (value === undefined || typeof value === 'boolean') return value;
      throw invalidArgument(`${name} must be a boolean.`, 422);
    },
    time(name) {
      const value = data[name];
      if (value === undefined) return undefined;
      const epochMs = typeof value === 'string' ? parseTime(value, reader) : undefined;
      if (epochMs === undefined) throw invalidArgument(`${name} must be an ISO-8601 timestamp.`, 422);
      return epochMs;
    },
    reference(name) {
      const value = data[name];
      if (value === undefined) return undefined;
      if (value === null || (isJsonObject(value) && value['id'] === null)) return null;
      const id = isJsonObject(value) ? toId(value['id']) : undefined;
      if (id === undefined) throw invalidArgument(`${name} must be an object with an id.`, 422);
      return id;
    },
    members(name) {
      const value = data[name];
      if (value === undefined || value === null) return [];
      if (Array.isArray(value) && value.every(isJsonObject)) return value;
      throw invalidArgument(`${name} must be an array of objects.`, 422);
    },
  };
}
