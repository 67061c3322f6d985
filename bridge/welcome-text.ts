/** What a newcomer reads after the start: where things are, one line to try, and the next appointments. Pure. */
import type { Appointment } from '../src/contract/appointment.schema';
import type { RunningBridge } from './start-bridge';

const MAX_ROWS = 8;
const MAX_CELL = 36;

type Sandbox = NonNullable<RunningBridge['sandbox']>;

interface WelcomeOptions {
  readonly baseUrl: string;
  readonly sandbox: Sandbox;
  /** Of the first demo user, as the bridge lists them. */
  readonly appointments: readonly Appointment[];
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
const shownAt = (formatter: Intl.DateTimeFormat, iso: string): { day: string; time: string } => {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatter.formatToParts(Date.parse(iso))) shown[type] = value;
  return {
    day: `${shown.weekday} ${shown.day} ${shown.month}`,
    time: `${shown.hour}:${shown.minute}`,
  };
};

const rowOf = (appointment: Appointment, formatter: Intl.DateTimeFormat): readonly string[] => {
  const start = shownAt(formatter, appointment.startTimeUtc);
  const end = shownAt(formatter, appointment.endTimeUtc);
  return [
    start.day,
    appointment.isAllDay ? 'all day' : `${start.time}–${end.time}`,
    short(appointment.title),
    short(appointment.participantName),
    appointment.status,
  ];
};

/** Columns as wide as their widest cell. */
const aligned = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(Math.max(...rows.map((other) => (other[column] ?? '').length))))
      .join('  ')
      .trimEnd(),
  );

const nextAppointments = ({ appointments, nowMs }: WelcomeOptions, timeZone: string): readonly string[] => {
  const formatter = dayAndTime(timeZone);
  const next = appointments.filter(({ endTimeUtc }) => Date.parse(endTimeUtc) >= nowMs).slice(0, MAX_ROWS);
  return next.length > 0
    ? aligned(next.map((appointment) => rowOf(appointment, formatter)))
    : ['Nothing in the next three months.'];
};

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `    ${line}`);

export const welcomeText = (options: WelcomeOptions): string => {
  const { baseUrl, sandbox } = options;
  const [first, ...others] = sandbox.users;
  if (!first) return '';
  return [
    '',
    ...aligned([
      ['  Bridge', baseUrl],
      ['  NetSuite sandbox', sandbox.baseUrl],
    ]),
    ...sandbox.notes.map((note) => `  ${note}`),
    '',
    `  Next appointments of ${first.name}, times in ${first.timeZone}`,
    '',
    ...indented(nextAppointments(options, first.timeZone)),
    '',
    `  The same as JSON, signed in as ${first.name}:`,
    '',
    `    curl -H 'Authorization: Bearer ${first.clientToken}' ${baseUrl}/appointments`,
    '',
    ...(others.length > 0 ? ['  Or with the token of somebody else:', ''] : []),
    ...others.flatMap(({ name, timeZone, clientToken }) => [
      `    ${name} (${timeZone})`,
      `    ${clientToken}`,
      '',
    ]),
    '  Ctrl-C ends both.',
    '',
  ].join('\n');
};
