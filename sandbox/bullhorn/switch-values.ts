/** The values each switch can take, and how changes to them are read from JSON. */
import { isJsonObject } from '../core/json-value';
import { SandboxRequestError } from '../core/sandbox-request-error';
import type { BullhornSwitches } from './switches';

const onOff = [true, false] as const;

const switchValues = {
  appointmentParticipants: ['attendees', 'guests'],
  unknownFieldStatus: [400, 404],
  longUrlStatus: [414, 400],
  wideSelectionCap: [500, 200],
  queryHidesDeleted: onOff,
  textComparison: ['ignore-case', 'exact'],
  personSubtype: ['selected', 'always', 'not-selectable'],
  appointmentUuidMaxLength: [300, 500],
  requiredOnCreate: ['subject', 'documented', 'none'],
  ownerOnWrite: ['accept', 'ignore', 'refuse'],
  readOnlyOnWrite: ['refuse', 'ignore'],
  leadAsAttendee: ['refuse', 'accept'],
  duplicateAttendee: ['accept', 'refuse'],
  inviteeCopies: ['none', 'created'],
  deleteWithChildren: ['refuse-delete', 'refuse-both', 'accept'],
  emptyUpdate: ['accept', 'refuse'],
  privateAppointments: ['hidden', 'masked'],
  entitlementErrorStatus: [400, 403],
  staleTokenBody: ['errorMessage', 'message'],
  accessTokenUse: ['once', 'until-expiry'],
  pkce: ['checked', 'ignored'],
  termsOfService: ['accepted', 'first-login'],
  refreshTokens: onOff,
  maximumTtlMinutes: [2880, 1440, 240],
  defaultTtlMinutes: [10, 60, 1440],
  sessionSlides: onOff,
  sessionsBeyondLimit: ['refuse', 'end-oldest'],
  rateLimitHeaders: ['ratelimit', 'x-ratelimit', 'none'],
  retryAfterHeader: onOff,
  timeZoneOffsetUnit: ['hours', 'minutes'],
  allDayMidnight: ['owner-zone', 'utc', 'eastern'],
  luceneDefaultOperator: ['OR', 'AND'],
} as const satisfies { readonly [Name in keyof BullhornSwitches]: readonly BullhornSwitches[Name][] };

const allowed = new Map<string, readonly unknown[]>(Object.entries(switchValues));

function areSwitches(changes: object): changes is Partial<BullhornSwitches> {
  return Object.entries(changes).every(([name, value]) => allowed.get(name)?.includes(value) === true);
}

/** @throws SandboxRequestError that names the switch that does not exist or the values it can take. */
export function parseSwitchChanges(changes: unknown): Partial<BullhornSwitches> {
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
