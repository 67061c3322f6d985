/** Loads an AMD script into a realm: one `define`, its dependencies, and the interface its factory returns. */
import { memberOf } from './script-arguments';
import { createScriptFiles, invalidScriptFile } from './script-file';
import type { ScriptRealm } from './script-realm';
import type { ModuleFinder } from './suitescript-modules';

/** Entry points of the script type Restlet; `delete` is literally so. */
const entryPointNames = ['get', 'post', 'put', 'delete'] as const;

export interface ScriptLoader {
  /**
   * Runs the file in the realm and gives its interface, an object of the script.
   *
   * @throws SuiteScriptFault FAILED_TO_VALIDATE_SCRIPT_FILE or MODULE_DOES_NOT_EXIST; or what the script throws.
   */
  load(file: string, realm: ScriptRealm, findModule: ModuleFinder): object;
}

/** Compiled files are kept; each load starts with an instance of its own. */
export function createScriptLoader(): ScriptLoader {
  const compiledFile = createScriptFiles();
  return {
    load(file, realm, findModule) {
      const script = compiledFile(file);
      const calls: (readonly unknown[])[] = [];
      const define = realm.exposeUnguarded('define', (...args) => {
        calls.push(args);
      });
      Object.defineProperty(define, 'amd', { value: realm.toScript({}) });
      realm.defineGlobal('define', define);
      realm.evaluate(script);

      const [call, ...others] = calls;
      if (call === undefined || others.length > 0) {
        throw invalidScriptFile(file, `it calls define ${calls.length} times instead of once.`);
      }
      const scriptInterface = instantiate(call, realm, findModule);
      const hasEntryPoint = entryPointNames.some(
        (name) => typeof memberOf(scriptInterface, name) === 'function',
      );
      if (typeof scriptInterface !== 'object' || scriptInterface === null || !hasEntryPoint) {
        throw invalidScriptFile(file, 'define returns none of get, post, put and delete.');
      }
      return scriptInterface;
    },
  };
}

/** `define(name?, dependencies?, factory)`; without dependencies a factory gets require, exports and module. */
function instantiate(args: readonly unknown[], realm: ScriptRealm, findModule: ModuleFinder): unknown {
  const [first, ...rest] = args;
  const [dependencies, factory] = withDependencies(typeof first === 'string' ? rest : args);
  if (typeof factory !== 'function') return factory;

  const exported = realm.parseJson('{}');
  const require = realm.exposeUnguarded('require', (wanted, callback) => {
    if (typeof wanted === 'string') return findModule(wanted);
    const modules = Array.isArray(wanted) ? wanted.map((name) => findModule(String(name))) : [];
    return typeof callback === 'function' ? Reflect.apply(callback, undefined, modules) : undefined;
  });
  const pseudoModules = new Map<string, unknown>([
    ['require', require],
    ['exports', exported],
    ['module', realm.toScript({ exports: exported })],
  ]);
  const resolved = dependencies.map((name) => pseudoModules.get(name) ?? findModule(name));
  const returned: unknown = Reflect.apply(factory, undefined, resolved);
  return returned ?? memberOf(pseudoModules.get('module'), 'exports');
}

function withDependencies([first, second]: readonly unknown[]): readonly [readonly string[], unknown] {
  return Array.isArray(first) ? [first.map(String), second] : [['require', 'exports', 'module'], first];
}
