/** Runs a built RESTlet twice in the sandbox: as it is, for its reply, and with its calls of N/* recorded. */
import type { User } from '../../sandbox/netsuite/entities';
import { restletErrorBody } from '../../sandbox/netsuite/restlet-error';
import { restletAnswer } from '../../sandbox/netsuite/restlet-payload';
import { createRestletRunner } from '../../sandbox/netsuite/runtime/restlet-runner';
import type {
  RestletOutcome,
  RestletRequest,
  RestletRunnerOptions,
} from '../../sandbox/netsuite/runtime/restlet-runner';
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

const runInVm = (
  { account, nowMs }: EngineCase,
  request: RestletRequest,
  switches: NetSuiteSwitches,
  watch: Pick<RestletRunnerOptions, 'wrapModule'> = {},
): RestletOutcome =>
  createRestletRunner({
    state: account,
    switches: () => switches,
    clock: { nowMs: () => nowMs },
    ...watch,
  }).run(request);

const replyInVm = (engineCase: EngineCase, request: RestletRequest, switches: NetSuiteSwitches): string => {
  const outcome = runInVm(engineCase, request, switches);
  if (outcome.kind === 'no-entry-point') throw new Error(`${request.file} has no entry point get.`);
  if (outcome.kind === 'threw') return JSON.stringify(restletErrorBody(outcome.error));
  return restletAnswer(outcome.value, 'application/json', switches.objectAsPlainText).body;
};

/** What the script replies, or throws, is the business of the run that is not recorded. */
const recordRun = (
  engineCase: EngineCase,
  request: RestletRequest,
  switches: NetSuiteSwitches,
): RecordedRun => {
  const { nowMs, input } = engineCase;
  const recorder = createCallRecorder();
  runInVm(engineCase, request, switches, { wrapModule: recorder.record });
  return { nowMs, input, modules: Object.fromEntries(recorder.modules), calls: recorder.calls };
};
