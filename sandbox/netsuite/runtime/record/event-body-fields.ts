/** The body fields of the calendar event record, as `getValue`, `getText` and `setValue` see them (netsuite.md §1.2, §1.5). */
import type { AccessLevel, EventStatus } from '../../entities';
import { formatUserDateTime } from '../format/user-date-time';
import { formatUserDate } from '../format/user-date-format';
import { formatUserTime } from '../format/user-time-format';
import type { TimeOfDay } from '../format/user-time-format';
import type { RunContext } from '../run-context';
import { epochMsOfDate, textOf } from '../script-arguments';
import { eventLabels } from '../search/event-row';
import { SuiteScriptFault } from '../suitescript-fault';
import { epochMsToWall } from '../../zone-time';
import type { EventDraft } from './event-draft';

/** Dates and times are `Date` objects of the realm; `write` is left out for fields a script cannot set. */
export interface BodyField {
  readonly value: (draft: EventDraft) => unknown;
  readonly text: (draft: EventDraft) => string;
  readonly write?: (draft: EventDraft, value: unknown) => void;
}

const statuses = [
  'TENTATIVE',
  'CONFIRMED',
  'COMPLETE',
  'CANCELLED',
] as const satisfies readonly EventStatus[];
const accessLevels = ['PUBLIC', 'PRIVATE', 'SHOW AS BUSY'] as const satisfies readonly AccessLevel[];

export function createBodyFields(context: RunContext): ReadonlyMap<string, BodyField> {
  return new Map<string, BodyField>([...plainFields(context), ...timeFields(context)]);
}

function plainFields({ state, user }: RunContext): readonly (readonly [string, BodyField])[] {
  const nameOf = (id: string): string => state.people.get(id)?.name ?? '';
  const ownerOf = ({ event }: EventDraft): string => event?.ownerId ?? user.employeeId;
  const organizer: BodyField = {
    value: ({ organizerId }) => organizerId,
    text: ({ organizerId }) => nameOf(organizerId),
    write: (draft, value) => {
      draft.organizerId = textOf(value, 'organizer');
    },
  };
  return [
    readOnly('id', ({ event }) => event?.internalId ?? ''),
    readOnly('externalid', ({ event }) => event?.externalId ?? ''),
    readOnly('timezone', ({ event }) => event?.timeZone ?? user.preferences.timeZone),
    freeText('title'),
    freeText('message'),
    freeText('location'),
    option(
      'status',
      statuses,
      ({ status }) => status,
      (draft, status) => {
        draft.status = status;
      },
    ),
    option(
      'accesslevel',
      accessLevels,
      ({ accessLevel }) => accessLevel,
      (draft, accessLevel) => {
        draft.accessLevel = accessLevel;
      },
    ),
    ['organizer', organizer],
    ['owner', { value: ownerOf, text: (draft) => nameOf(ownerOf(draft)) }],
    checkbox(
      'alldayevent',
      (draft) => draft.allDay,
      (draft, isChecked) => {
        draft.allDay = isChecked;
      },
    ),
    checkbox(
      'timedevent',
      (draft) => !draft.allDay,
      (draft, isChecked) => {
        draft.allDay = !isChecked;
      },
    ),
  ];
}

function readOnly(name: string, read: (draft: EventDraft) => string): readonly [string, BodyField] {
  return [name, { value: read, text: read }];
}

function freeText(name: 'title' | 'message' | 'location'): readonly [string, BodyField] {
  return [
    name,
    {
      value: (draft) => draft[name],
      text: (draft) => draft[name],
      write: (draft, value) => {
        draft[name] = textOf(value, name);
      },
    },
  ];
}

function option<Option extends string>(
  name: string,
  options: readonly Option[],
  read: (draft: EventDraft) => Option,
  write: (draft: EventDraft, chosen: Option) => void,
): readonly [string, BodyField] {
  return [
    name,
    {
      value: read,
      text: (draft) => eventLabels[read(draft)] ?? read(draft),
      write: (draft, value) => write(draft, optionOf(options, value, name)),
    },
  ];
}

function checkbox(
  name: string,
  read: (draft: EventDraft) => boolean,
  write: (draft: EventDraft, isChecked: boolean) => void,
): readonly [string, BodyField] {
  return [
    name,
    {
      value: read,
      text: (draft) => (read(draft) ? 'T' : 'F'),
      write: (draft, value) => {
        if (typeof value !== 'boolean') throw invalidValue(name, 'a boolean');
        write(draft, value);
      },
    },
  ];
}

function timeFields({ realm, user }: RunContext): readonly (readonly [string, BodyField])[] {
  const { dateFormat, timeFormat, timeZone } = user.preferences;
  const timeOfDay = (name: 'startTime' | 'endTime'): readonly [string, BodyField] => [
    name.toLowerCase(),
    {
      value: (draft) => {
        const time = draft[name];
        return time && realm.date(new Date(1970, 0, 1, time.hour, time.minute, time.second).getTime());
      },
      text: (draft) => {
        const time: TimeOfDay | undefined = draft[name];
        return time === undefined ? '' : formatUserTime(time, timeFormat, { seconds: false });
      },
      write: (draft, value) => {
        const local = serverDate(name.toLowerCase(), value);
        draft[name] = { hour: local.getHours(), minute: local.getMinutes(), second: local.getSeconds() };
      },
    },
  ];
  const instant = (
    name: string,
    read: (draft: EventDraft) => number | undefined,
  ): readonly [string, BodyField] => [
    name,
    {
      value: (draft) => {
        const epochMs = read(draft);
        return epochMs === undefined ? undefined : realm.date(epochMs);
      },
      text: (draft) => {
        const epochMs = read(draft);
        if (epochMs === undefined) return '';
        return formatUserDateTime(epochMsToWall(epochMs, timeZone), user.preferences, { seconds: false });
      },
    },
  ];
  return [
    [
      'startdate',
      {
        value: ({ day }) => day && realm.date(new Date(day.year, day.month - 1, day.day).getTime()),
        text: ({ day }) => (day === undefined ? '' : formatUserDate(day, dateFormat)),
        write: (draft, value) => {
          const local = serverDate('startdate', value);
          draft.day = { year: local.getFullYear(), month: local.getMonth() + 1, day: local.getDate() };
        },
      },
    ],
    timeOfDay('startTime'),
    timeOfDay('endTime'),
    instant('createddate', ({ event }) => event?.createdMs),
    instant('lastmodifieddate', ({ event }) => event?.lastModifiedMs),
  ];
}

/** Date and time fields are set with `Date` objects in server time; strings are an error (section_4273155868). */
function serverDate(name: string, value: unknown): Date {
  const epochMs = epochMsOfDate(value);
  if (epochMs === undefined) throw invalidValue(name, 'a Date');
  return new Date(epochMs);
}

function optionOf<Option extends string>(options: readonly Option[], value: unknown, name: string): Option {
  const option = options.find((known) => known === value);
  if (option === undefined) throw invalidValue(name, `one of ${options.join(', ')}`);
  return option;
}

function invalidValue(name: string, wanted: string): SuiteScriptFault {
  return new SuiteScriptFault(
    'INVALID_FLD_VALUE',
    `Invalid value for the field ${name}: it takes ${wanted}.`,
  );
}
