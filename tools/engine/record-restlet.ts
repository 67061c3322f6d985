/** Runs a built RESTlet twice in the sandbox: as it is, for its reply, and with its calls of N/* recorded. */
import type { User } from '../../sandbox/netsuite/entities';
import { restletErrorBody } from '../../sandbox/netsuite/restlet-error';
import { restletAnswer } from '../../sandbox/netsuite/restlet-payload';
import { createGovernance, restletUnitBudget } from '../../sandbox/netsuite/runtime/governance';
import { createRestletRunner } from '../../sandbox/netsuite/runtime/restlet-runner';
import type { RestletRequest } from '../../sandbox/netsuite/runtime/restlet-runner';
import type { RunContext } from '../../sandbox/netsuite/runtime/run-context';
import { createScriptLoader } from '../../sandbox/netsuite/runtime/script-loader';
import { createScriptRealm } from '../../sandbox/netsuite/runtime/script-realm';
import { createModuleFinder } from '../../sandbox/netsuite/runtime/suitescript-modules';
import { defaultSwitches, type NetSuiteSwitches } from '../../sandbox/netsuite/switches';
import { restlets } from '../../src/contract/restlets';
import { createCallRecorder } from './call-recorder';
import type { EngineCase } from './engine-case';
import type { RecordedRun } from './transcript-codec';

export interface Recording {
  /** Body of the answer in the sandbox's vm. */
  readonly reply: string;
  readonly run: RecordedRun;
}

const loader = createScriptLoader();

export interface RecordingOptions {
  /** Path of the built script that the case calls. */
  readonly file: string;
  /** Of the engine that is to be compared. */
  readonly hasIntl: boolean;
}

/** The vm has `Intl` only for a case that tells of it: no other reply may change with what the engine has. */
export const recordRestlet = (engineCase: EngineCase, { file, hasIntl }: RecordingOptions): Recording => {
  const intl = hasIntl && engineCase.tellsOfIntl ? 'present' : 'absent';
  const switches: NetSuiteSwitches = { ...defaultSwitches, ...engineCase.switches, intl };
  const request = requestOf(engineCase, file);
  return {
    reply: replyInVm(engineCase, request, switches),
    run: recordRun(engineCase, request, switches),
  };
};

const userOf = ({ account, employeeId }: EngineCase): User => {
  const user = account.users.get(employeeId);
  if (user === undefined) throw new Error(`The account of the case has no user ${employeeId}.`);
  return user;
};

const requestOf = (engineCase: EngineCase, file: string): RestletRequest => {
  const { restlet, input, unitBudget } = engineCase;
  const { scriptId, deploymentId } = restlets[restlet];
  const user = userOf(engineCase);
  const limits = unitBudget === undefined ? {} : { unitBudget };
  return { method: 'get', file, input, user, scriptId, deploymentId, ...limits };
};

const replyInVm = (
  { account, nowMs }: EngineCase,
  request: RestletRequest,
  switches: NetSuiteSwitches,
): string => {
  const runner = createRestletRunner({
    state: account,
    switches: () => switches,
    clock: { nowMs: () => nowMs },
  });
  const outcome = runner.run(request);
  if (outcome.kind === 'no-entry-point') throw new Error(`${request.file} has no entry point get.`);
  if (outcome.kind === 'threw') return JSON.stringify(restletErrorBody(outcome.error));
  return restletAnswer(outcome.value, 'application/json', switches.objectAsPlainText).body;
};

const recordRun = (
  { account, nowMs, input }: EngineCase,
  request: RestletRequest,
  switches: NetSuiteSwitches,
): RecordedRun => {
  const governance = createGovernance({ unitBudget: request.unitBudget ?? restletUnitBudget });
  const realm = createScriptRealm({
    nowMs: () => nowMs,
    hasIntl: switches.intl === 'present',
    beforeCall: () => governance.assertNotExhausted(),
  });
  const context: RunContext = {
    state: account,
    switches,
    user: request.user,
    scriptId: request.scriptId,
    deploymentId: request.deploymentId,
    nowMs: () => nowMs,
    realm,
    governance,
    countSearch: () => undefined,
    writeLog: () => undefined,
  };
  const recorder = createCallRecorder();
  const findModule = createModuleFinder(context);
  const restlet = loader.load(request.file, realm, (name) => recorder.record(name, findModule(name)));
  callGet(restlet, realm.parseJson(JSON.stringify(input)));
  return { nowMs, input, modules: Object.fromEntries(recorder.modules), calls: recorder.calls };
};

/** For the calls it makes. What it replies, or throws, is the business of the run that is not recorded. */
const callGet = (restlet: object, input: unknown): void => {
  const get: unknown = Reflect.get(restlet, 'get');
  if (typeof get !== 'function') return;
  try {
    Reflect.apply(get, restlet, [input]);
  } catch {
    return;
  }
};
