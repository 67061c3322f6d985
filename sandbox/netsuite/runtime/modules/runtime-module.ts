/** `N/runtime`: who calls, which script runs, and what is left of its usage units. */
import type { NetSuiteState, User } from '../../entities';
import { roleInternalId } from '../../role-id';
import { permissionLevelOf, permissionLevels } from '../permission';
import { memberOf, nameArgument, requiredText } from '../script-arguments';
import type { ModuleMembers, RunContext } from '../run-context';

/** Features every account of the emulator has (ids: chapter_N3247851). */
const featuresInEffect: ReadonlySet<string> = new Set([
  'CRM',
  'SFA',
  'CUSTOMCODE',
  'SERVERSIDESCRIPTING',
  'RESTWEBSERVICES',
  'OAUTH2',
  'TBA',
  'USR',
  'SUITEAPPDEVELOPMENTFRAMEWORK',
]);

const contextTypes = ['RESTLET', 'SUITELET', 'SCHEDULED', 'CLIENT', 'USEREVENT', 'WORKFLOW', 'NONE'] as const;
const envTypes = ['SANDBOX', 'PRODUCTION', 'BETA', 'INTERNAL'] as const;

export function createRuntimeModule(context: RunContext): ModuleMembers {
  const { state, user, governance } = context;
  const sessionValues = new Map<string, string>();
  return {
    getCurrentUser: () => currentUser(state, user),
    getCurrentScript: () => ({
      id: context.scriptId,
      deploymentId: context.deploymentId,
      logLevel: 'DEBUG',
      percentComplete: null,
      bundleIds: [],
      getRemainingUsage: () => governance.remainingUnits(),
      getParameter: (options: unknown) =>
        state.scriptParameters?.get(nameArgument(options, 'name', 'Script.getParameter')) ?? null,
    }),
    getCurrentSession: () => ({
      get: (options: unknown) => sessionValues.get(nameArgument(options, 'name', 'Session.get')) ?? null,
      set: (options: unknown) => {
        const name = requiredText(options, 'name', 'Session.set');
        sessionValues.set(name, String(memberOf(options, 'value')));
      },
    }),
    isFeatureInEffect: (options: unknown) =>
      featuresInEffect.has(nameArgument(options, 'feature', 'runtime.isFeatureInEffect')),
    accountId: state.accountId,
    country: 'US',
    envType: state.accountId.includes('_SB') ? 'SANDBOX' : 'PRODUCTION',
    executionContext: 'RESTLET',
    processorCount: 1,
    queueCount: 1,
    version: '2026.2',
    EnvType: Object.fromEntries(envTypes.map((name) => [name, name])),
    ContextType: Object.fromEntries(contextTypes.map((name) => [name, name])),
    Permission: permissionLevels,
  };
}

function currentUser(state: NetSuiteState, user: User): object {
  const person = state.people.get(user.employeeId);
  const preferences = new Map([
    ['TIMEZONE', user.preferences.timeZone],
    ['DATEFORMAT', user.preferences.dateFormat],
    ['TIMEFORMAT', user.preferences.timeFormat],
  ]);
  return {
    id: Number(user.employeeId),
    name: person?.name ?? '',
    email: person?.email ?? '',
    role: roleInternalId(user),
    roleId: user.roleScriptId,
    roleCenter: 'BASIC',
    contact: 0,
    department: 0,
    location: 0,
    subsidiary: 1,
    getPreference: (options: unknown) =>
      preferences.get(nameArgument(options, 'name', 'User.getPreference').toUpperCase()) ?? null,
    getPermission: (options: unknown) =>
      permissionLevelOf(user, nameArgument(options, 'name', 'User.getPermission')),
  };
}
