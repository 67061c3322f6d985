/** Records every call that a script makes of the `N/*` modules it is given, with what came back. */
import {
  identifyBy,
  writeArguments,
  writeValue,
  type Identify,
  type RecordedCall,
  type Written,
} from './transcript-codec';

export interface CallRecorder {
  /** Gives the module back, its functions recorded from now on, and so those of all that they return. */
  record(name: string, module: unknown): unknown;
  readonly modules: ReadonlyMap<string, Written>;
  readonly calls: readonly RecordedCall[];
}

/** Objects keep their identity: their functions are exchanged in place, because scripts hand objects back to N/*. */
export const createCallRecorder = (): CallRecorder => {
  const ids = new WeakMap<object, number>();
  const modules = new Map<string, Written>();
  const calls: RecordedCall[] = [];
  let lastId = 0;

  const register = (value: object): number => {
    lastId += 1;
    ids.set(value, lastId);
    return lastId;
  };

  const asArgument = identifyBy(ids);

  const asResultOf =
    (owner: string): Identify =>
    (value) => {
      const known = ids.get(value);
      if (known !== undefined) return { id: known, isWritten: true };
      exchangeFunctions(value, owner);
      return { id: register(value), isWritten: false };
    };

  const asResult = asResultOf('');

  const exchangeFunctions = (value: object, owner: string): void => {
    for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
      if (!member.enumerable || typeof member.value !== 'function') continue;
      Reflect.defineProperty(value, name, { ...member, value: recorded(member.value, owner + name) });
    }
  };

  const recorded = (invoke: (...args: unknown[]) => unknown, name: string): object => {
    const recording = (...args: unknown[]): unknown => {
      const call = { functionId, args: writeArguments(name, args, asArgument) };
      let result: unknown;
      try {
        result = invoke(...args);
      } catch (thrown) {
        calls.push({ ...call, isThrown: true, result: writeValue(thrown, asResult) });
        throw thrown;
      }
      calls.push({ ...call, isThrown: false, result: writeValue(result, asResult) });
      return result;
    };
    const functionId = register(recording);
    return Object.defineProperty(recording, 'name', { value: name });
  };

  return {
    record(name, module) {
      if (!modules.has(name)) modules.set(name, writeValue(module, asResultOf(`${name}.`)));
      return module;
    },
    modules,
    calls,
  };
};
