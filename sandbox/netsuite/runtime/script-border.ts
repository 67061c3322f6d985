/**
 * The only border across which values pass from the emulator to a script: plain objects (with their accessors),
 * arrays and functions of the host become the realm's own, and faults become SuiteScriptErrors.
 */
import type { ScriptErrors } from './script-errors';
import type { ScriptRealmKit } from './script-realm-kit';
import { SuiteScriptFault } from './suitescript-fault';

type HostFunction = (...args: unknown[]) => unknown;

export interface ScriptBorder {
  /** The script's counterpart of a host value; the same one each time. Values that a script made pass through. */
  toScript(value: unknown): unknown;
  /** Exposes a module. Asking it, or one of its enums, for a member it does not have is an error that names it. */
  exposeModule(name: string, module: Readonly<Record<string, unknown>>): object;
  /** Exposes a function that works while the script loads, when the API is not available yet. */
  exposeUnguarded(name: string, invoke: HostFunction): object;
}

interface ScriptBorderOptions {
  readonly kit: ScriptRealmKit;
  readonly errors: ScriptErrors;
  /** Runs before each API call of the script; throws a SuiteScriptFault to refuse it. */
  readonly beforeCall: () => void;
}

export function createScriptBorder({ kit, errors, beforeCall }: ScriptBorderOptions): ScriptBorder {
  const once = createExposureCache();

  function toScript(value: unknown): unknown {
    if (isHostFunction(value)) return once(value, () => kit.makeFunction(value.name, guarded(value)));
    if (value instanceof Array) return once(value, () => kit.makeArray(value.map(toScript)));
    if (isHostObject(value)) return once(value, () => copyMembers(value, kit.makeObject()));
    return value;
  }

  function invoke(host: HostFunction, args: readonly unknown[]): unknown {
    try {
      return toScript(host(...args));
    } catch (error) {
      throw asScriptError(error, errors);
    }
  }

  function guarded(host: HostFunction): (args: readonly unknown[]) => unknown {
    const checked = (...args: unknown[]): unknown => {
      beforeCall();
      return host(...args);
    };
    return (args) => invoke(checked, args);
  }

  function copyMembers(host: object, target: object): object {
    for (const [name, { value, get, set }] of Object.entries(Object.getOwnPropertyDescriptors(host))) {
      const member =
        get === undefined
          ? { value: toScript(value), writable: true }
          : { get: () => invoke(get, []), set: (next: unknown) => invoke(set ?? refuseWrite, [next]) };
      Object.defineProperty(target, name, { enumerable: true, configurable: true, ...member });
    }
    return target;
  }

  const strict = (path: string, target: object): object =>
    kit.makeStrict(target, (member) => {
      throw errors.create({ name: 'NOT_EMULATED', message: `${path}.${member} is not emulated.` });
    });

  return {
    toScript,
    exposeModule(name, module) {
      const target = kit.makeObject();
      for (const [member, value] of Object.entries(module)) {
        const isEnum = isHostObject(value) && /^[A-Z]/.test(member);
        const exposedValue = isEnum
          ? strict(`${name}.${member}`, copyMembers(value, kit.makeObject()))
          : toScript(value);
        Reflect.set(target, member, exposedValue);
      }
      return strict(name, target);
    },
    exposeUnguarded: (name, host) => kit.makeFunction(name, (args) => invoke(host, args)),
  };
}

/** Gives the counterpart of a host object, which is made once. */
function createExposureCache(): (host: object, make: () => object) => unknown {
  const exposed = new WeakMap<object, unknown>();
  return (host, make) => {
    if (!exposed.has(host)) exposed.set(host, make());
    return exposed.get(host);
  };
}

/** Errors that a callback of the script threw pass through. */
function asScriptError(error: unknown, errors: ScriptErrors): unknown {
  return error instanceof SuiteScriptFault
    ? errors.create({ name: error.code, message: error.message })
    : error;
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
