/** `N/util` and the global `util`. */
import { types } from 'node:util';
import { SuiteScriptFault } from '../suitescript-fault';
import type { ModuleMembers } from '../run-context';

export function createUtilModule(): ModuleMembers {
  return {
    isArray: (value: unknown) => Array.isArray(value),
    isBoolean: (value: unknown) => typeof value === 'boolean',
    isDate: (value: unknown) => types.isDate(value),
    isFunction: (value: unknown) => typeof value === 'function',
    isNumber: (value: unknown) => typeof value === 'number',
    isObject: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
    isRegExp: (value: unknown) => types.isRegExp(value),
    isString: (value: unknown) => typeof value === 'string',
    nanoTime: () => Number(process.hrtime.bigint()),
    each(iterable: unknown, callback: unknown) {
      if (typeof callback !== 'function' || typeof iterable !== 'object' || iterable === null) {
        throw new SuiteScriptFault('SSS_INVALID_TYPE_ARG', 'util.each needs an iterable and a callback.');
      }
      const entries = Array.isArray(iterable) ? iterable.entries() : Object.entries(iterable);
      for (const [key, value] of entries) Reflect.apply(callback, undefined, [value, key, iterable]);
      return iterable;
    },
    extend: (receiver: object, contributor: unknown) => Object.assign(receiver, contributor),
  };
}
