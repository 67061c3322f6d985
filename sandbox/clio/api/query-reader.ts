/** Reads the documented parameters of a query. Parameters nobody asks it for are ignored, as Clio ignores them. */
import { invalidArgument } from '../clio-error';
import { parseTime } from './api-time';
import type { Reader } from './reader';

/** Every method gives `undefined` for a parameter that is not there or empty, and throws ClioError 400 for a wrong one. */
export interface QueryReader {
  text(name: string): string | undefined;
  flag(name: string): boolean | undefined;
  /** Epoch milliseconds. */
  time(name: string): number | undefined;
  integer(name: string): number | undefined;
  /** `name[]=1&name[]=2` */
  integers(name: string): readonly number[] | undefined;
  choice<T extends string>(name: string, choices: readonly T[]): T | undefined;
  /** All parameters as they were sent, for links to other pages. */
  readonly sent: URLSearchParams;
}

function toInteger(name: string, text: string): number {
  if (!/^-?\d{1,15}$/.test(text)) throw invalidArgument(`${name} must be an integer.`);
  return Number(text);
}

function toFlag(name: string, text: string): boolean {
  if (/^(true|1)$/i.test(text)) return true;
  if (/^(false|0)$/i.test(text)) return false;
  throw invalidArgument(`${name} must be true or false.`);
}

export function createQueryReader(originalUrl: string, reader: Reader): QueryReader {
  const sent = new URL(originalUrl, 'http://clio').searchParams;
  const text = (name: string): string | undefined => sent.get(name) || undefined;
  return {
    sent,
    text,
    flag(name) {
      const value = text(name);
      return value === undefined ? undefined : toFlag(name, value);
    },
    time(name) {
      const value = text(name);
      if (value === undefined) return undefined;
      const epochMs = parseTime(value, reader);
      if (epochMs === undefined) throw invalidArgument(`${name} must be an ISO-8601 timestamp.`);
      return epochMs;
    },
    integer(name) {
      const value = text(name);
      return value === undefined ? undefined : toInteger(name, value);
    },
    integers(name) {
      const values = sent.getAll(`${name}[]`);
      return values.length === 0 ? undefined : values.map((value) => toInteger(`${name}[]`, value));
    },
    choice(name, choices) {
      const value = text(name);
      if (value === undefined) return undefined;
      const choice = choices.find((each) => each === value);
      if (choice === undefined) throw invalidArgument(`${name} must be one of ${choices.join(', ')}.`);
      return choice;
    },
  };
}
