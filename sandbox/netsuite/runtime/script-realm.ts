/**
 * The JavaScript world a RESTlet runs in: a bare ECMAScript realm without Node, and the only border across which
 * values pass between a script and the emulator.
 */
import vm from 'node:vm';
import { isScriptRealmKit, scriptRealmKitSource } from './script-realm-kit';
import type { ScriptRealmKit } from './script-realm-kit';
import { SuiteScriptFault } from './suitescript-fault';

/** What V8 puts into a new context and SuiteScript 2.1 does not have (chapter_156042690639). */
const foreignGlobals = ['console', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'Temporal'] as const;

/** What a script can read of a SuiteScriptError. */
export interface SuiteScriptErrorDetails {
  readonly name: string;
  readonly message: string;
  readonly cause?: unknown;
  readonly notifyOff?: boolean;
}

export interface ScriptRealm {
  /** Runs a compiled file at the realm's top level. */
  evaluate(script: vm.Script): void;
  defineGlobal(name: string, value: unknown): void;
  /**
   * Host values become the realm's own: plain objects (with their accessors), arrays and functions. Values that a
   * script made pass through. A function thus exposed is guarded by `beforeCall` and throws SuiteScriptErrors.
   */
  toScript(value: unknown): unknown;
  /** Exposes a module. Asking it, or one of its enums, for a member it does not have is an error that names it. */
  exposeModule(name: string, module: Readonly<Record<string, unknown>>): unknown;
  /** Exposes a function that works while the script loads, when the API is not available yet. */
  exposeUnguarded(name: string, invoke: HostFunction): object;
  /** A `Date` of the realm. */
  date(epochMs: number): object;
  /** JSON text as objects of the realm. */
  parseJson(text: string): unknown;
  createError(details: SuiteScriptErrorDetails): object;
  /** The details of an error that {@link createError} made, undefined for any other value. */
  suiteScriptErrorOf(value: unknown): SuiteScriptErrorDetails | undefined;
}

type HostFunction = (...args: unknown[]) => unknown;

export interface ScriptRealmOptions {
  readonly nowMs: () => number;
  readonly hasIntl: boolean;
  /** Runs before each API call of the script; throws a SuiteScriptFault to refuse it. */
  readonly beforeCall: () => void;
}

/** Creates a realm of its own for one execution. */
export function createScriptRealm(options: ScriptRealmOptions): ScriptRealm {
  const global = vm.createContext(Object.create(null));
  const kit = installKit(global, options.nowMs);
  for (const name of foreignGlobals) vm.runInContext(`delete globalThis.${name}`, global);
  if (!options.hasIntl) vm.runInContext('delete globalThis.Intl', global);

  const errors = createErrorFactory(kit);
  const exposed = new WeakMap<object, unknown>();

  const invokeHost = (host: HostFunction, args: readonly unknown[]): unknown => {
    try {
      return toScript(host(...args));
    } catch (error) {
      throw error instanceof SuiteScriptFault
        ? errors.create({ name: error.code, message: error.message })
        : error;
    }
  };
  const makeFunction = (host: HostFunction, beforeCall: () => void): object => {
    const guarded = (...args: unknown[]): unknown => {
      beforeCall();
      return host(...args);
    };
    return kit.makeFunction(host.name, (args) => invokeHost(guarded, args));
  };

  function toScript(value: unknown): unknown {
    if (isHostFunction(value)) return once(value, () => makeFunction(value, options.beforeCall));
    if (value instanceof Array) return once(value, () => kit.makeArray(value.map(toScript)));
    if (isHostObject(value)) return once(value, () => copyMembers(value, kit.makeObject()));
    return value;
  }

  function once(host: object, make: () => object): unknown {
    if (!exposed.has(host)) exposed.set(host, make());
    return exposed.get(host);
  }

  function copyMembers(host: object, target: object): object {
    for (const [name, { value, get, set }] of Object.entries(Object.getOwnPropertyDescriptors(host))) {
      const member =
        get === undefined
          ? { value: toScript(value), writable: true }
          : {
              get: () => invokeHost(get, []),
              set: (next: unknown) => invokeHost(set ?? refuseWrite, [next]),
            };
      Object.defineProperty(target, name, { enumerable: true, configurable: true, ...member });
    }
    return target;
  }

  const strict = (path: string, target: object): object =>
    kit.makeStrict(target, (member) => {
      throw errors.create({ name: 'NOT_EMULATED', message: `${path}.${member} is not emulated.` });
    });

  return {
    evaluate: (script) => script.runInContext(global),
    defineGlobal: (name, value) => Object.defineProperty(global, name, { value, configurable: true }),
    toScript,
    exposeModule(name, module) {
      const target = kit.makeObject();
      for (const [member, value] of Object.entries(module)) {
        const isEnum = isHostObject(value) && /^[A-Z]/.test(member);
        Reflect.set(
          target,
          member,
          isEnum ? strict(`${name}.${member}`, copyMembers(value, kit.makeObject())) : toScript(value),
        );
      }
      return strict(name, target);
    },
    exposeUnguarded: (name, invoke) => {
      Object.defineProperty(invoke, 'name', { value: name });
      return makeFunction(invoke, () => undefined);
    },
    date: kit.makeDate,
    parseJson: kit.parseJson,
    createError: errors.create,
    suiteScriptErrorOf: errors.detailsOf,
  };
}

function installKit(global: vm.Context, nowMs: () => number): ScriptRealmKit {
  const install: unknown = vm.runInContext(scriptRealmKitSource, global);
  const kit: unknown = typeof install === 'function' ? Reflect.apply(install, undefined, [nowMs]) : undefined;
  if (!isScriptRealmKit(kit)) throw new Error('The script realm kit did not evaluate to its builders.');
  return kit;
}

function createErrorFactory(kit: ScriptRealmKit) {
  const detailsByError = new WeakMap<object, SuiteScriptErrorDetails>();
  return {
    create(details: SuiteScriptErrorDetails): object {
      const { name, message } = details;
      const error = kit.makeError(name, message);
      const json = JSON.stringify({ type: 'error.SuiteScriptError', name, message, stack: [] });
      const members = {
        type: 'error.SuiteScriptError',
        id: '',
        stack: kit.makeArray([]),
        cause: details.cause,
        notifyOff: details.notifyOff ?? false,
        toString: kit.makeFunction('toString', () => json),
        toJSON: kit.makeFunction('toJSON', () => kit.parseJson(json)),
      };
      for (const [member, value] of Object.entries(members)) {
        Object.defineProperty(error, member, {
          value,
          writable: true,
          configurable: true,
          enumerable: false,
        });
      }
      detailsByError.set(error, details);
      return error;
    },
    detailsOf: (value: unknown): SuiteScriptErrorDetails | undefined =>
      typeof value === 'object' && value !== null ? detailsByError.get(value) : undefined,
  };
}

function refuseWrite(): never {
  throw new SuiteScriptFault('READ_ONLY_PROPERTY', 'You cannot set a value of this property.');
}

function isHostFunction(value: unknown): value is HostFunction {
  return value instanceof Function;
}

function isHostObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
