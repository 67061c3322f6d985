/** Runs short AMD scripts, written to a temporary folder, against a small NetSuite account. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  CalendarEvent,
  NetSuiteState,
  Person,
  PersonKind,
  User,
} from '../../../../sandbox/netsuite/entities';
import type { ExecutionLogEntry } from '../../../../sandbox/netsuite/runtime/run-context';
import { createRestletRunner } from '../../../../sandbox/netsuite/runtime/restlet-runner';
import type {
  RestletOutcome,
  RestletRequest,
  RestletRunnerOptions,
} from '../../../../sandbox/netsuite/runtime/restlet-runner';
import { defaultSwitches } from '../../../../sandbox/netsuite/switches';
import type { NetSuiteSwitches } from '../../../../sandbox/netsuite/switches';
import { at as instantOf, event, lasting } from '../../../../tools/netsuite-account';

export const nowMs = Date.UTC(2026, 2, 17, 18, 0, 0);

export const scriptHeader = '/**\n * @NApiVersion 2.1\n * @NScriptType Restlet\n */\n';

const folder = mkdtempSync(join(tmpdir(), 'restlet-'));
let files = 0;

export function writeScript(text: string): string {
  files += 1;
  const file = join(folder, `script-${files}.js`);
  writeFileSync(file, text);
  return file;
}

function person(internalId: string, kind: PersonKind, name: string, extra: Partial<Person> = {}): Person {
  const email = `${name.toLowerCase().replace(' ', '.')}@example.com`;
  return { internalId, kind, name, email, phone: '+1 555 0100', company: '', isInactive: false, ...extra };
}

export const user: User = {
  employeeId: '1',
  roleScriptId: 'customrole_caller',
  permissions: 'administrator',
  preferences: { timeZone: 'America/New_York', dateFormat: 'M/D/YYYY', timeFormat: 'h:mm a' },
  token: 'token-of-anna',
};

/** Wall clock text such as `2026-03-17 09:30` in a zone, as an instant. */
export function at(wall: string, timeZone = user.preferences.timeZone): number {
  return instantOf(wall, timeZone);
}

export function calendarEvent(internalId: string, extra: Partial<CalendarEvent> = {}): CalendarEvent {
  return event(internalId, lasting(at('2026-03-17 09:30'), 30), {
    organizerId: user.employeeId,
    ownerId: user.employeeId,
    timeZone: user.preferences.timeZone,
    createdMs: at('2026-03-01 08:00'),
    lastModifiedMs: at('2026-03-02 08:00'),
    ...extra,
  });
}

export interface HarnessOptions extends Pick<RestletRunnerOptions, 'wrapModule'> {
  readonly events?: readonly CalendarEvent[];
  readonly people?: readonly Person[];
  readonly switches?: Partial<NetSuiteSwitches>;
}

export interface ScriptCall extends Partial<Omit<RestletRequest, 'file'>> {
  /** Names without `N/`; the last part is the parameter of the factory: `scriptTypes/restlet` is `restlet`. */
  readonly modules?: readonly string[];
}

const colleagues: readonly Person[] = [
  person('1', 'employee', 'Anna Adler'),
  person('2', 'employee', 'Ben Berg'),
  person('10', 'contact', 'Carla Cruz', { company: 'Delta Corp' }),
  person('20', 'customer', 'Delta Corp'),
  person('30', 'vendor', 'Echo Supplies'),
];

export function createScriptHarness({ wrapModule, ...options }: HarnessOptions = {}) {
  const state: NetSuiteState = {
    accountId: 'TSTDRV1234567',
    companyTimeZone: 'America/Chicago',
    people: new Map((options.people ?? colleagues).map((one) => [one.internalId, one])),
    users: new Map([[user.employeeId, user]]),
    events: new Map((options.events ?? []).map((event) => [event.internalId, event])),
  };
  let log: readonly ExecutionLogEntry[] = [];
  const runner = createRestletRunner({
    state,
    switches: () => ({ ...defaultSwitches, ...options.switches }),
    clock: { nowMs: () => nowMs },
    onExecutionLog: (entries) => {
      log = entries;
    },
    ...(wrapModule && { wrapModule }),
  });
  const runFile = (file: string, call: ScriptCall = {}): RestletOutcome =>
    runner.run({
      method: 'get',
      input: {},
      user,
      scriptId: 'customscript_test',
      deploymentId: 'customdeploy_test',
      ...call,
      file,
    });
  /** Runs statements as the body of the entry point. */
  const run = (body: string, call: ScriptCall = {}): RestletOutcome => {
    const modules = call.modules ?? ['search', 'format', 'runtime', 'error', 'record', 'config'];
    const names = modules.map((name) => `'N/${name}'`).join(', ');
    const entry = `${call.method ?? 'get'}: (input) => {\n${body}\n}`;
    const parameters = modules.map((name) => name.split('/').at(-1));
    const factory = `(${parameters.join(', ')}) => ({ ${entry} })`;
    return runFile(writeScript(`${scriptHeader}define([${names}], ${factory});\n`), call);
  };
  return {
    state,
    run,
    runFile,
    log: () => log,
    /** What the script returned; fails the test where it threw. */
    value(body: string, call: ScriptCall = {}): unknown {
      const outcome = run(body, call);
      if (outcome.kind !== 'returned') throw new Error(JSON.stringify(outcome));
      return outcome.value;
    },
    /** The code of the error that ended the script, or undefined. */
    code(body: string, call: ScriptCall = {}): string | undefined {
      const outcome = run(body, call);
      return outcome.kind === 'threw' ? outcome.error.code : undefined;
    },
  };
}
