/** The JavaScript world a RESTlet runs in: a bare ECMAScript realm without Node. */
import vm from 'node:vm';
import { createScriptBorder } from './script-border';
import type { ScriptBorder } from './script-border';
import { createScriptErrors } from './script-errors';
import type { ScriptErrors } from './script-errors';
import { isScriptRealmKit, scriptRealmKitSource } from './script-realm-kit';
import type { ScriptRealmKit } from './script-realm-kit';

/** What V8 puts into a new context and SuiteScript 2.1 does not have (chapter_156042690639). */
const foreignGlobals = ['console', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'Temporal'] as const;

export interface ScriptRealm extends ScriptBorder {
  /** Runs a compiled file at the realm's top level. */
  evaluate(script: vm.Script): void;
  defineGlobal(name: string, value: unknown): void;
  /** A `Date` of the realm. */
  date(epochMs: number): object;
  /** JSON text as objects of the realm. */
  parseJson(text: string): unknown;
  readonly errors: ScriptErrors;
}

interface ScriptRealmOptions {
  readonly nowMs: () => number;
  readonly hasIntl: boolean;
  /** Runs before each API call of the script; throws a SuiteScriptFault to refuse it. */
  readonly beforeCall: () => void;
}

/** Creates a realm of its own for one execution. */
export function createScriptRealm({ nowMs, hasIntl, beforeCall }: ScriptRealmOptions): ScriptRealm {
  const global = vm.createContext(Object.create(null));
  const kit = installKit(global, nowMs);
  for (const name of foreignGlobals) vm.runInContext(`delete globalThis.${name}`, global);
  if (!hasIntl) vm.runInContext('delete globalThis.Intl', global);
  const errors = createScriptErrors(kit);
  return {
    ...createScriptBorder({ kit, errors, beforeCall }),
    evaluate: (script) => script.runInContext(global),
    defineGlobal: (name, value) => Object.defineProperty(global, name, { value, configurable: true }),
    date: kit.makeDate,
    parseJson: kit.parseJson,
    errors,
  };
}

function installKit(global: vm.Context, nowMs: () => number): ScriptRealmKit {
  const install: unknown = vm.runInContext(scriptRealmKitSource, global);
  const kit: unknown = typeof install === 'function' ? Reflect.apply(install, undefined, [nowMs]) : undefined;
  if (!isScriptRealmKit(kit)) throw new Error('The script realm kit did not evaluate to its builders.');
  return kit;
}
