/** The form of an appointment as plain values: what it starts with, what is wrong in it, and what is sent of it. */
import type { AppointmentStatus } from '../../../../src/contract/appointment-status';
import type { Appointment, Attendee } from '../../../../src/contract/appointment.schema';
import { intlZoneClock } from '../../../../src/contract/time/intl-zone-clock';
import { isoUtc } from '../../../../src/contract/time/iso';
import { zoneName } from '../calendar/shown-time';
import { readWallTime, wallTimeAt } from './wall-time';

export type ChosenPerson = Pick<Attendee, 'id' | 'name' | 'type'>;

export interface FormValues {
  readonly title: string;
  /** `YYYY-MM-DD` and `HH:MM`, in `timeZone`. */
  readonly day: string;
  readonly time: string;
  readonly isSecond: boolean;
  /** Zone in which day and time are meant; it stays what it was when the form was opened. */
  readonly timeZone: string;
  /** As typed. */
  readonly durationMinutes: string;
  readonly description: string;
  readonly location: string;
  readonly status: AppointmentStatus;
  readonly people: readonly ChosenPerson[];
}

export type FormField =
  'title' | 'day' | 'time' | 'durationMinutes' | 'description' | 'location' | 'status' | 'people';

export type FormIssues = Readonly<Partial<Record<FormField, string>>>;

const MINUTE_MS = 60_000;
const HALF_HOUR_MS = 30 * MINUTE_MS;
const LONGEST_MINUTES = 366 * 24 * 60;

/** The next full or half hour, for half an hour. */
export const newFormValues = (nowMs: number, timeZone: string): FormValues => ({
  ...wallTimeAt(Math.ceil((nowMs + 1) / HALF_HOUR_MS) * HALF_HOUR_MS, timeZone, intlZoneClock),
  timeZone,
  title: '',
  durationMinutes: '30',
  description: '',
  location: '',
  status: 'scheduled',
  people: [],
});

export const formValuesOf = (appointment: Appointment, timeZone: string): FormValues => ({
  ...wallTimeAt(Date.parse(appointment.startTimeUtc), timeZone, intlZoneClock),
  timeZone,
  title: appointment.title,
  durationMinutes: String(appointment.durationMinutes),
  description: appointment.description,
  location: appointment.location,
  status: appointment.status,
  people: appointment.attendees.map(({ id, name, type }) => ({ id, name, type })),
});

/** Epoch ms; undefined while day or time cannot be read. */
export const startMsOf = ({ timeZone, ...wallTime }: FormValues): number | undefined =>
  readWallTime(wallTime, timeZone, intlZoneClock)?.epochMs;

export interface FormRules {
  readonly crossesMidnight: boolean;
  readonly crmName: string;
  /** Zone in which the CRM counts its midnights. */
  readonly crmTimeZone: string;
}

const isDuration = (minutes: number): boolean =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_MINUTES;

/** One that lasts until midnight reaches the next day, too: the CRM would have to write 24:00. */
const reachesMidnight = (startMs: number, minutes: number, timeZone: string): boolean => {
  const dayOf = (epochMs: number): string => wallTimeAt(epochMs, timeZone, intlZoneClock).day;
  return dayOf(startMs) !== dayOf(startMs + minutes * MINUTE_MS);
};

const durationIssue = (
  values: FormValues,
  startMs: number | undefined,
  rules: FormRules,
): string | undefined => {
  const minutes = Number(values.durationMinutes);
  if (!isDuration(minutes)) return 'Enter whole minutes, at least 1.';
  if (rules.crossesMidnight || startMs === undefined) return undefined;
  return reachesMidnight(startMs, minutes, rules.crmTimeZone)
    ? `${rules.crmName} keeps an appointment within one day, until 23:59 in ${zoneName(rules.crmTimeZone)}. Shorten it, or start earlier.`
    : undefined;
};

/** What is wrong, by field, in words that say what to do. Times that nobody changed are the CRM's own affair. */
export const issuesOf = (values: FormValues, base: Appointment | undefined, rules: FormRules): FormIssues => {
  const startMs = startMsOf(values);
  const isDayKnown = startMsOf({ ...values, time: '12:00' }) !== undefined;
  const patch = base ? patchOf(values, base) : undefined;
  const isMoved = !patch || 'startTimeUtc' in patch || 'durationMinutes' in patch;
  const duration = isMoved ? durationIssue(values, startMs, rules) : undefined;
  return {
    ...(values.title.trim() === '' ? { title: 'Enter a title.' } : {}),
    ...(isDayKnown ? {} : { day: 'Enter a day.' }),
    ...(isDayKnown && startMs === undefined ? { time: 'Enter a time, like 09:30.' } : {}),
    ...(duration === undefined ? {} : { durationMinutes: duration }),
  };
};

const startTimeOf = (values: FormValues): { startTimeUtc?: string } => {
  const startMs = startMsOf(values);
  return startMs === undefined ? {} : { startTimeUtc: isoUtc(startMs) };
};

const contactsOf = ({ people }: FormValues): readonly ChosenPerson[] =>
  people.map(({ id, name, type }) => ({ id, name, type }));

/** Body of a create. */
export const createBodyOf = (values: FormValues): object => ({
  title: values.title.trim(),
  summary: values.description,
  ...startTimeOf(values),
  durationMinutes: Number(values.durationMinutes),
  contacts: contactsOf(values),
  status: values.status,
  ...(values.location.trim() === '' ? {} : { location: values.location.trim() }),
});

const hasSamePeople = (one: readonly ChosenPerson[], other: readonly ChosenPerson[]): boolean =>
  one.length === other.length &&
  one.every(({ id, type }) => other.some((person) => person.id === id && person.type === type));

/** Body of an edit: only what differs from the appointment. Empty: there is nothing to save. */
export const patchOf = (values: FormValues, base: Appointment): Readonly<Record<string, unknown>> => {
  const startMs = startMsOf(values);
  return {
    ...(values.title.trim() === base.title ? {} : { title: values.title.trim() }),
    ...(startMs === undefined || startMs === Date.parse(base.startTimeUtc) ? {} : startTimeOf(values)),
    ...(Number(values.durationMinutes) === base.durationMinutes
      ? {}
      : { durationMinutes: Number(values.durationMinutes) }),
    ...(values.description === base.description ? {} : { summary: values.description }),
    ...(values.location.trim() === base.location ? {} : { location: values.location.trim() }),
    ...(values.status === base.status ? {} : { status: values.status }),
    ...(hasSamePeople(values.people, base.attendees) ? {} : { contacts: contactsOf(values) }),
  };
};

/** Where the bridge's complaints about a request belong in the form. */
const FIELD_OF_PATH: Readonly<Record<string, FormField>> = {
  title: 'title',
  startTimeUtc: 'time',
  startTime: 'time',
  durationMinutes: 'durationMinutes',
  summary: 'description',
  description: 'description',
  location: 'location',
  status: 'status',
  contacts: 'people',
};

export const issuesOfBridge = (
  issues: readonly { readonly path: string; readonly message: string }[],
): FormIssues =>
  Object.fromEntries(
    issues.flatMap(({ path, message }) => {
      const field = FIELD_OF_PATH[path.split('.')[0] ?? ''];
      return field ? [[field, `This ${message}.`]] : [];
    }),
  );
