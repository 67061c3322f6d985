/** Reads the loosely typed arguments with which scripts call `N/*` modules. */
import { types } from 'node:util';
import { SuiteScriptFault } from './suitescript-fault';

/** The member of an object or function of a script, or undefined where there is none. */
export function memberOf(value: unknown, name: string): unknown {
  const holdsMembers = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return holdsMembers ? Reflect.get(value, name) : undefined;
}

/** A member that must be there, e.g. `type` of `search.create`. */
export function requiredMember(options: unknown, name: string, caller: string): unknown {
  const value = memberOf(options, name);
  if (value === undefined || value === null || value === '') {
    throw new SuiteScriptFault(
      'SSS_MISSING_REQD_ARGUMENT',
      `${caller}: Missing a required argument: ${name}`,
    );
  }
  return value;
}

/** A required member that names something: strings as they are, numbers (internal ids) as their digits. */
export function requiredText(options: unknown, name: string, caller: string): string {
  return textOf(requiredMember(options, name, caller), `${caller}: ${name}`);
}

/** A member that may be missing or null. */
export function optionalText(options: unknown, name: string): string {
  const value = memberOf(options, name);
  return value === undefined || value === null ? '' : textOf(value, name);
}

/** For `getValue('title')` and `getValue({ fieldId: 'title' })`, which SuiteScript both allows. */
export function nameArgument(argument: unknown, member: string, caller: string): string {
  return typeof argument === 'string' && argument !== '' ? argument : requiredText(argument, member, caller);
}

/** A string, or a number as text. */
export function textOf(value: unknown, what: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  throw new SuiteScriptFault(
    'SSS_INVALID_TYPE_ARG',
    `You have entered an invalid type argument for ${what}.`,
  );
}

/** A list as it is, one value as a list of one, nothing as an empty list. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** The instant of a `Date`, whichever realm made it; undefined for all else and for an invalid date. */
export function epochMsOfDate(value: unknown): number | undefined {
  if (!types.isDate(value)) return undefined;
  const epochMs = value.getTime();
  return Number.isNaN(epochMs) ? undefined : epochMs;
}
