/** Makes the SuiteScriptErrors of a realm, and knows them again when a script throws one. */
import type { ScriptRealmKit } from './script-realm-kit';

/** What a script can read of a SuiteScriptError. */
interface SuiteScriptErrorDetails {
  readonly name: string;
  readonly message: string;
  readonly cause?: unknown;
  readonly notifyOff?: boolean;
}

export interface ScriptErrors {
  create(details: SuiteScriptErrorDetails): object;
  /** The details of an error that `create` made, undefined for any other value. */
  detailsOf(value: unknown): SuiteScriptErrorDetails | undefined;
}

export function createScriptErrors(kit: ScriptRealmKit): ScriptErrors {
  const detailsByError = new WeakMap<object, SuiteScriptErrorDetails>();
  return {
    create(details) {
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
    detailsOf: (value) =>
      typeof value === 'object' && value !== null ? detailsByError.get(value) : undefined,
  };
}
