/**
 * Runs a built RESTlet as NetSuite does: as the calling user, in a realm of its own, within its usage units.
 *
 * Not emulated: the 300 seconds and the statement count a script may take, and entry points that return a Promise.
 */
import { accessSync } from 'node:fs';
import type { NetSuiteState, User } from '../entities';
import type { NetSuiteSwitches } from '../switches';
import { createGovernance, restletUnitBudget, usageLimitExceeded } from './governance';
import type { Governance } from './governance';
import { createLogModule } from './modules/log-module';
import { copyRestletResponse, isRestletResponse } from './modules/restlet-module';
import { createUtilModule } from './modules/util-module';
import type { ExecutionLogEntry, RunContext } from './run-context';
import { memberOf } from './script-arguments';
import { createScriptLoader } from './script-loader';
import { createScriptRealm } from './script-realm';
import type { ScriptRealm } from './script-realm';
import { SuiteScriptFault } from './suitescript-fault';
import { createModuleFinder } from './suitescript-modules';
import type { ModuleFinder } from './suitescript-modules';

export interface RestletRequest {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Path of the built .js file. */
  readonly file: string;
  /** Parameters of get and delete; body of post and put: an object, or text. */
  readonly input: unknown;
  readonly user: User;
  readonly scriptId: string;
  readonly deploymentId: string;
  /** Usage units it may spend; 5,000 where it is left out. */
  readonly unitBudget?: number;
}

/** What a run cost. `searches` counts runs against the account, not the pages fetched of them. */
export interface RestletUsage {
  readonly units: number;
  readonly searches: number;
}

/**
 * `value` is JSON, text, undefined where the script returned nothing, or a response that `isRestletResponse` knows.
 * `no-entry-point` stands for a script that does not export a function for the method.
 */
export type RestletOutcome =
  | { readonly kind: 'returned'; readonly value: unknown; readonly usage: RestletUsage }
  | {
      readonly kind: 'threw';
      readonly error: { readonly code: string; readonly message: string };
      readonly usage: RestletUsage;
    }
  | { readonly kind: 'no-entry-point'; readonly usage: RestletUsage };

export interface RestletRunner {
  /** Errors of the script become outcomes. Throws for a file that is not there. */
  run(request: RestletRequest): RestletOutcome;
}

export interface RestletRunnerOptions {
  readonly state: NetSuiteState;
  readonly switches: () => NetSuiteSwitches;
  readonly clock: { nowMs(): number };
  /** Gets the execution log of each run; nothing else reads it. */
  readonly onExecutionLog?: (entries: readonly ExecutionLogEntry[]) => void;
  /**
   * Is shown each `N/*` module that a script asks for, every time it does, and gives what the script gets for it. For
   * watching the calls of a script; the globals `log` and `util` do not pass here.
   */
  readonly wrapModule?: (name: string, module: unknown) => unknown;
}

/** The process must run in Pacific time, as the servers of NetSuite do (section_4388837989). */
export function createRestletRunner(options: RestletRunnerOptions): RestletRunner {
  requirePacificProcess();
  const loader = createScriptLoader();
  return {
    run(request) {
      accessSync(request.file);
      const governance = createGovernance({ unitBudget: request.unitBudget ?? restletUnitBudget });
      const switches = options.switches();
      const log: ExecutionLogEntry[] = [];
      let searches = 0;
      let isLoading = true;
      const realm = createScriptRealm({
        nowMs: () => options.clock.nowMs(),
        hasIntl: switches.intl === 'present',
        beforeCall() {
          if (isLoading) throw apiUnavailable();
          governance.assertNotExhausted();
        },
      });
      const context: RunContext = {
        state: options.state,
        switches,
        user: request.user,
        scriptId: request.scriptId,
        deploymentId: request.deploymentId,
        nowMs: () => options.clock.nowMs(),
        realm,
        governance,
        countSearch: () => {
          searches += 1;
        },
        writeLog: (entry) => {
          log.push(entry);
        },
      };
      realm.defineGlobal('log', realm.exposeModule('log', createLogModule(context)));
      realm.defineGlobal('util', realm.exposeModule('util', createUtilModule()));

      const execute = (): RestletResult => {
        const restlet = loader.load(request.file, realm, moduleFinder(context, options));
        isLoading = false;
        return callEntryPoint(restlet, request, realm);
      };
      const result = settle(execute, realm, governance, switches);
      options.onExecutionLog?.(log);
      return { ...result, usage: { units: governance.usedUnits(), searches } };
    },
  };
}

function moduleFinder(context: RunContext, { wrapModule }: RestletRunnerOptions): ModuleFinder {
  const findModule = createModuleFinder(context);
  return wrapModule === undefined ? findModule : (name) => wrapModule(name, findModule(name));
}

type RestletResult =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly error: { readonly code: string; readonly message: string } }
  | { readonly kind: 'no-entry-point' };

function callEntryPoint(restlet: object, request: RestletRequest, realm: ScriptRealm): RestletResult {
  const entryPoint = memberOf(restlet, request.method);
  if (typeof entryPoint !== 'function') return { kind: 'no-entry-point' };
  const returned: unknown = Reflect.apply(entryPoint, restlet, [inputOf(request, realm)]);
  return { kind: 'returned', value: valueOf(returned) };
}

/** Once the units are spent, a script that catches the error is stopped all the same. */
function settle(
  execute: () => RestletResult,
  realm: ScriptRealm,
  governance: Governance,
  switches: NetSuiteSwitches,
): RestletResult {
  try {
    const result = execute();
    if (governance.isExhausted()) throw usageLimitExceeded();
    return result;
  } catch (error) {
    const cause = governance.isExhausted() ? usageLimitExceeded() : error;
    return { kind: 'threw', error: errorBody(cause, realm, switches) };
  }
}

/** Only SuiteScriptErrors keep their name as the code; all else is UNEXPECTED_ERROR (section_4634920277). */
function errorBody(
  thrown: unknown,
  realm: ScriptRealm,
  { thrownErrorMessage }: NetSuiteSwitches,
): { readonly code: string; readonly message: string } {
  const details =
    thrown instanceof SuiteScriptFault
      ? { name: thrown.code, message: thrown.message }
      : realm.errors.detailsOf(thrown);
  if (details === undefined) {
    return { code: 'UNEXPECTED_ERROR', message: String(memberOf(thrown, 'message') ?? thrown) };
  }
  const { name, message } = details;
  const json = { type: 'error.SuiteScriptError', name, message, stack: [] };
  return { code: name, message: thrownErrorMessage === 'json' ? JSON.stringify(json) : message };
}

function inputOf({ input }: RestletRequest, realm: ScriptRealm): unknown {
  return typeof input === 'object' && input !== null ? realm.parseJson(JSON.stringify(input)) : input;
}

function valueOf(returned: unknown): unknown {
  if (isRestletResponse(returned)) return copyRestletResponse(returned);
  if (returned === undefined) return undefined;
  if (typeof memberOf(returned, 'then') === 'function') {
    throw invalidReturn('the local NetSuite does not wait for a Promise');
  }
  const json = toJson(returned);
  if (json === undefined) throw invalidReturn('an entry point returns an object or a string');
  const value: unknown = JSON.parse(json);
  return value;
}

function toJson(returned: unknown): string | undefined {
  try {
    return JSON.stringify(returned);
  } catch (error) {
    throw invalidReturn(String(error));
  }
}

function invalidReturn(problem: string): SuiteScriptFault {
  return new SuiteScriptFault('INVALID_RETURN_DATA_FORMAT', `Invalid data format: ${problem}.`);
}

/** Modules may be named while a script loads, but their functions work in entry points only (section_4527904430). */
function apiUnavailable(): SuiteScriptFault {
  return new SuiteScriptFault(
    'SUITESCRIPT_API_UNAVAILABLE_IN_DEFINE',
    'All SuiteScript API modules are unavailable while executing your define callback.',
  );
}

function requirePacificProcess(): void {
  const winterMinutes = new Date(2026, 0, 1).getTimezoneOffset();
  const summerMinutes = new Date(2026, 6, 1).getTimezoneOffset();
  if (winterMinutes !== 480 || summerMinutes !== 420) {
    throw new Error('The local NetSuite needs Pacific time: start the process with TZ=America/Los_Angeles.');
  }
}
