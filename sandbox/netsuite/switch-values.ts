/** The values each switch can take, and how changes to them are read from JSON. */
import { isJsonObject } from '../core/json-value';
import { SandboxRequestError } from '../core/sandbox-request-error';
import type { NetSuiteSwitches } from './switches';

const onOff = [true, false] as const;

const switchValues = {
  searchTimesIn: ['reader-zone', 'event-zone'],
  restTimesIn: ['user', 'company', 'pacific'],
  recurringRows: ['occurrence', 'series'],
  instanceColumns: ['recurring', 'always', 'never'],
  attendeeFilterMultipliesRows: onOff,
  attendeeJoinNames: ['camel', 'lower'],
  noResponse: ['NO_RESPONSE', 'NORESPONSE'],
  restletReceivesScriptParameters: onOff,
  dateOnlySearchShowsInvitations: onOff,
  thrownErrorMessage: ['plain', 'json'],
  allDayTimes: ['eight-to-six', 'empty'],
  formulaSeesAllDay: onOff,
  formulaSeesTimeZone: onOff,
  objectAsPlainText: ['stringify', 'refuse'],
  formatParsesTimeOfDay: onOff,
  attendeePatch: ['merge', 'append'],
  createInvitesOrganizer: onOff,
  confidentialRefreshTokenHours: [168, 48],
  publicRefreshTokenHours: [48, 3],
  confidentialRefreshRotates: onOff,
  intl: ['absent', 'present'],
} as const satisfies { readonly [Name in keyof NetSuiteSwitches]: readonly NetSuiteSwitches[Name][] };

const allowed = new Map<string, readonly unknown[]>(Object.entries(switchValues));

function areSwitches(changes: object): changes is Partial<NetSuiteSwitches> {
  return Object.entries(changes).every(([name, value]) => allowed.get(name)?.includes(value) === true);
}

/** @throws SandboxRequestError that names the switch that does not exist or the values it can take. */
export function parseSwitchChanges(changes: unknown): Partial<NetSuiteSwitches> {
  if (!isJsonObject(changes))
    throw new SandboxRequestError('Switches are a JSON object of names and values.');
  if (areSwitches(changes)) return changes;
  const complaints = Object.entries(changes).flatMap(([name, value]) => {
    const values = allowed.get(name);
    if (values === undefined) return [`There is no switch "${name}".`];
    return values.includes(value) ? [] : [`Switch "${name}" is one of ${JSON.stringify(values)}.`];
  });
  throw new SandboxRequestError(complaints.join(' '));
}
