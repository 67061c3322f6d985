/** The values each switch can take, and how changes to them are read from JSON. */
import { isJsonObject } from '../core/json-value';
import { SandboxRequestError } from '../core/sandbox-request-error';
import type { ClioSwitches } from './switches';

const onOff = [true, false] as const;

/** Every switch but the one number. */
const switchValues = {
  usersPermission: ['granted', 'withheld'],
  timeZoneNames: ['olson', 'rails'],
  allDayEnd: ['exclusive-midnight', 'inclusive-midnight', 'last-second'],
  allDayMidnightIn: ['user-zone', 'utc'],
  offsetlessTimesIn: ['user-zone', 'utc'],
  occurrenceIds: ['id-date', 'id-epoch'],
  deletedFlagBelongsTo: ['patch', 'delete'],
  deleteOfOccurrence: ['occurrence', 'series', 'refuse'],
  patchOfOccurrence: ['occurrence', 'series', 'refuse'],
  attendeeId: ['record', 'row'],
  attendeeAddedAgain: ['noop', 'duplicate', 'refuse'],
  unknownMemberStatus: [404, 422],
  missingFieldStatus: [422, 400],
  deleteOfMissingStatus: [404, 403, 204],
  hiddenEntryStatus: [404, 403],
  sendsEmailByDefault: onOff,
  calendarIdMatches: ['owner', 'owner-or-attendee'],
  calendarsWithoutPermission: ['hidden', 'listed'],
  limitedViewerSees: ['times', 'everything'],
  limitOutOfRange: ['refuse', 'clamp'],
  metaRecords: ['total', 'page'],
  errorTypeNames: ['class-names', 'status-names'],
  unauthorizedBody: ['clio', 'oauth'],
  pkce: ['checked', 'ignored'],
  declineWithoutParameter: ['redirect', 'page'],
  errorEchoesData: onOff,
} as const satisfies {
  readonly [Name in Exclude<keyof ClioSwitches, 'requestsPerMinute'>]: readonly ClioSwitches[Name][];
};

const allowed = new Map<string, readonly unknown[]>(Object.entries(switchValues));

function complaintsAbout(name: string, value: unknown): string[] {
  if (name === 'requestsPerMinute') {
    const isCount = typeof value === 'number' && Number.isInteger(value) && value > 0;
    return isCount ? [] : ['Switch "requestsPerMinute" is a whole number from 1.'];
  }
  const values = allowed.get(name);
  if (values === undefined) return [`There is no switch "${name}".`];
  return values.includes(value) ? [] : [`Switch "${name}" is one of ${JSON.stringify(values)}.`];
}

function areSwitches(changes: object): changes is Partial<ClioSwitches> {
  return Object.entries(changes).every(([name, value]) => complaintsAbout(name, value).length === 0);
}

/** @throws SandboxRequestError that names the switch that does not exist or the values it can take. */
export function parseSwitchChanges(changes: unknown): Partial<ClioSwitches> {
  if (!isJsonObject(changes))
    throw new SandboxRequestError('Switches are a JSON object of names and values.');
  if (areSwitches(changes)) return changes;
  const complaints = Object.entries(changes).flatMap(([name, value]) => complaintsAbout(name, value));
  throw new SandboxRequestError(complaints.join(' '));
}
