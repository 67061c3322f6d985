/** What a newcomer reads after the start: where things are, one line to try, and the next appointments. Pure. */
import type { Appointment } from '../src/contract/appointment.schema';
import { platforms } from '../src/contract/operations';
import type { RunningBridge, SignedInUser } from './start-bridge';
import { vendorNames } from './vendor-names';

const MAX_ROWS = 4;
const MAX_CELL = 36;

type Sandbox = NonNullable<RunningBridge['sandbox']>;

/** Somebody's calendar, as the bridge lists it. */
export interface ShownCalendar {
  readonly user: SignedInUser;
  readonly appointments: readonly Appointment[];
}

interface WelcomeOptions {
  readonly baseUrl: string;
  /** Undefined where the console is off. */
  readonly consoleUrl: string | undefined;
  readonly sandbox: Sandbox;
  readonly calendars: readonly ShownCalendar[];
  readonly nowMs: number;
}

const short = (text: string): string => (text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - 1)}…` : text);

const dayAndTime = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

/** `Mon 23 Nov`, `09:30`. */
const shownAt = (formatter: Intl.DateTimeFormat, epochMs: number): { day: string; time: string } => {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatter.formatToParts(epochMs)) shown[type] = value;
  return {
    day: `${shown.weekday} ${shown.day} ${shown.month}`,
    time: `${shown.hour}:${shown.minute}`,
  };
};

/** Until midnight is until the end of the day before it. */
const isWithinDay = (formatter: Intl.DateTimeFormat, startMs: number, endMs: number): boolean =>
  shownAt(formatter, startMs).day === shownAt(formatter, Math.max(startMs, endMs - 1)).day;

/** `09:00–17:00`; with the day of the end where that is another one. */
const shownTimes = (appointment: Appointment, formatter: Intl.DateTimeFormat): string => {
  const { isAllDay, startTimeUtc, endTimeUtc } = appointment;
  const [startMs, endMs] = [Date.parse(startTimeUtc), Date.parse(endTimeUtc)];
  const isOneDay = isWithinDay(formatter, startMs, endMs);
  if (isAllDay) return isOneDay ? 'all day' : `all day, to ${shownAt(formatter, endMs - 1).day}`;
  const [start, end] = [shownAt(formatter, startMs), shownAt(formatter, endMs)];
  return `${start.time}–${isOneDay ? '' : `${end.day} `}${end.time}`;
};

const rowOf = (appointment: Appointment, formatter: Intl.DateTimeFormat): readonly string[] => [
  shownAt(formatter, Date.parse(appointment.startTimeUtc)).day,
  shownTimes(appointment, formatter),
  short(appointment.title),
  short(appointment.participantName),
  appointment.status,
];

/** Columns as wide as their widest cell. */
const aligned = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(Math.max(...rows.map((other) => (other[column] ?? '').length))))
      .join('  ')
      .trimEnd(),
  );

const nextAppointments = ({ user, appointments }: ShownCalendar, nowMs: number): readonly string[] => {
  const formatter = dayAndTime(user.timeZone);
  const next = appointments.filter(({ endTimeUtc }) => Date.parse(endTimeUtc) >= nowMs).slice(0, MAX_ROWS);
  return next.length > 0
    ? aligned(next.map((appointment) => rowOf(appointment, formatter)))
    : ['Nothing in the next three months.'];
};

const calendarText = (calendar: ShownCalendar, { baseUrl, nowMs }: WelcomeOptions): readonly string[] => {
  const { platform, name, timeZone, clientToken } = calendar.user;
  return [
    `  ${vendorNames[platform]}: what comes next for ${name}, times in ${timeZone}`,
    '',
    ...nextAppointments(calendar, nowMs).map((line) => `    ${line}`),
    '',
    `    curl -H 'Authorization: Bearer ${clientToken}' ${baseUrl}/appointments`,
    '',
  ];
};

export const welcomeText = (options: WelcomeOptions): string => {
  const { baseUrl, consoleUrl, sandbox, calendars } = options;
  return [
    '',
    ...(consoleUrl === undefined ? [] : ['  Open in your browser', '', `      ${consoleUrl}`, '']),
    ...aligned([
      ['  Bridge', baseUrl],
      ...platforms.map((platform) => [`  ${vendorNames[platform]} sandbox`, sandbox.baseUrls[platform]]),
    ]),
    ...sandbox.notes.map((note) => `  ${note}`),
    '',
    ...calendars.flatMap((calendar) => calendarText(calendar, options)),
    `  Everybody who can be tried out, with their tokens: curl ${baseUrl}/demo-users`,
    '  Ctrl-C ends it all.',
    '',
  ].join('\n');
};
