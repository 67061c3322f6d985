/**
 * The only code that the emulator itself runs inside a script's realm: it makes objects with that realm's
 * prototypes, so that `instanceof`, `Array.isArray` and `constructor` work in the script as on the server.
 */

/** Builders that live in the realm. `invoke` functions are the host's; scripts never hold them directly. */
export interface ScriptRealmKit {
  readonly makeObject: () => object;
  readonly makeArray: (items: readonly unknown[]) => object;
  readonly makeDate: (epochMs: number) => object;
  readonly makeFunction: (name: string, invoke: (args: readonly unknown[]) => unknown) => object;
  readonly makeError: (name: string, message: string) => object;
  readonly makeStrict: (target: object, refuse: (member: string) => void) => object;
  readonly parseJson: (text: string) => unknown;
}

/**
 * Evaluates to a {@link ScriptRealmKit} after it has shaped the realm: `Date` follows the emulator's clock, and
 * its toLocale methods ignore locale and options (subsect_159526522746).
 */
export const scriptRealmKitSource = `(nowMs) => {
  'use strict';
  const ServerDate = Date;
  function ClockedDate(...parts) {
    if (new.target === undefined) return new ServerDate(nowMs()).toString();
    return Reflect.construct(ServerDate, parts.length === 0 ? [nowMs()] : parts, new.target);
  }
  Object.defineProperty(ClockedDate, 'name', { value: 'Date' });
  Object.defineProperty(ClockedDate, 'length', { value: 7 });
  ClockedDate.prototype = ServerDate.prototype;
  ClockedDate.UTC = ServerDate.UTC;
  ClockedDate.parse = ServerDate.parse;
  ClockedDate.now = () => nowMs();
  const hidden = (value) => ({ value, writable: true, configurable: true, enumerable: false });
  const twoDigits = (number) => String(number).padStart(2, '0');
  const day = (date) => date.getMonth() + 1 + '/' + date.getDate() + '/' + date.getFullYear();
  const time = (date) =>
    (date.getHours() % 12 || 12) + ':' + twoDigits(date.getMinutes()) + ':' + twoDigits(date.getSeconds()) +
    (date.getHours() < 12 ? ' AM' : ' PM');
  Object.defineProperties(ServerDate.prototype, {
    constructor: hidden(ClockedDate),
    toLocaleDateString: hidden(function () { return day(this); }),
    toLocaleTimeString: hidden(function () { return time(this); }),
    toLocaleString: hidden(function () { return day(this) + ', ' + time(this); }),
  });
  Object.defineProperty(globalThis, 'Date', hidden(ClockedDate));
  return {
    makeObject: () => ({}),
    makeArray: (items) => Array.from(items),
    makeDate: (epochMs) => new ServerDate(epochMs),
    makeFunction: (name, invoke) => ({ [name](...args) { return invoke(args); } })[name],
    makeError: (name, message) => Object.defineProperty(new Error(message), 'name', hidden(name)),
    makeStrict: (target, refuse) => new Proxy(target, {
      get(object, member, receiver) {
        const mayBeMissing = typeof member === 'symbol' || member === '__esModule' || member === 'then';
        if (!mayBeMissing && !(member in object)) refuse(member);
        return Reflect.get(object, member, receiver);
      },
    }),
    parseJson: (text) => JSON.parse(text),
  };
}`;

const kitMembers = [
  'makeObject',
  'makeArray',
  'makeDate',
  'makeFunction',
  'makeError',
  'makeStrict',
  'parseJson',
] as const satisfies readonly (keyof ScriptRealmKit)[];

/** Guards what the realm evaluated the kit's source to. */
export function isScriptRealmKit(value: unknown): value is ScriptRealmKit {
  return (
    typeof value === 'object' &&
    value !== null &&
    kitMembers.every((member) => typeof Reflect.get(value, member) === 'function')
  );
}
