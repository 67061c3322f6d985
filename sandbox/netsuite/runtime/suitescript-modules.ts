/** The `N/*` modules a script may depend on. Each is made when a script first asks for it. */
import { createConfigModule } from './modules/config-module';
import { createErrorModule } from './modules/error-module';
import { createFormatModule } from './modules/format-module';
import { createLogModule } from './modules/log-module';
import { createQueryModule } from './modules/query-module';
import { createRecordModule } from './modules/record-module';
import { createRestletModule } from './modules/restlet-module';
import { createRuntimeModule } from './modules/runtime-module';
import { createSearchModule } from './modules/search-module';
import { createUtilModule } from './modules/util-module';
import type { ModuleMembers, RunContext } from './run-context';
import { SuiteScriptFault } from './suitescript-fault';

const factories = {
  'N/config': createConfigModule,
  'N/error': createErrorModule,
  'N/format': createFormatModule,
  'N/log': createLogModule,
  'N/query': createQueryModule,
  'N/record': createRecordModule,
  'N/runtime': createRuntimeModule,
  'N/scriptTypes/restlet': createRestletModule,
  'N/search': createSearchModule,
  'N/util': createUtilModule,
} as const satisfies Readonly<Record<string, (context: RunContext) => ModuleMembers>>;

export type ModuleFinder = (name: string) => unknown;

/** @returns a function that throws SuiteScriptFault MODULE_DOES_NOT_EXIST for any other name. */
export function createModuleFinder(context: RunContext): ModuleFinder {
  const known = new Map<string, (context: RunContext) => ModuleMembers>(Object.entries(factories));
  const exposed = new Map<string, unknown>();
  return (name) => {
    const create = known.get(name);
    if (create === undefined) {
      throw new SuiteScriptFault(
        'MODULE_DOES_NOT_EXIST',
        `Module does not exist, or is not emulated: ${name}`,
      );
    }
    if (!exposed.has(name)) exposed.set(name, context.realm.exposeModule(name, create(context)));
    return exposed.get(name);
  };
}
