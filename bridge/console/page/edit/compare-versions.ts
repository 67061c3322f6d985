/** Two versions of an appointment beside each other, field by field, in words. */
import type { Appointment } from '../../../../src/contract/appointment.schema';
import { durationText, offsetText, shortDayText, timeText } from '../calendar/shown-time';
import { dayAt } from '../calendar/placed-appointment';
import { patchOf, startMsOf, type FormValues } from './form-values';

export interface ComparedField {
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
}

interface Shown {
  readonly title: string;
  readonly startMs: number | undefined;
  readonly durationMinutes: number;
  readonly description: string;
  readonly location: string;
  readonly status: string;
  readonly people: readonly { readonly name: string }[];
}

const NOTHING = 'nothing';

const startText = (startMs: number | undefined, timeZone: string): string =>
  startMs === undefined
    ? NOTHING
    : `${shortDayText(dayAt(startMs, timeZone))}, ${timeText(startMs, timeZone)} (${offsetText(startMs, timeZone)})`;

/** Names of the fields, by their names in a patch. */
const fieldTexts = {
  title: ['Title', ({ title }: Shown) => title],
  startTimeUtc: ['Start', ({ startMs }: Shown, timeZone: string) => startText(startMs, timeZone)],
  durationMinutes: ['Length', ({ durationMinutes }: Shown) => durationText(durationMinutes)],
  status: ['Status', ({ status }: Shown) => status],
  location: ['Location', ({ location }: Shown) => location],
  contacts: ['Attendees', ({ people }: Shown) => people.map(({ name }) => name).join(', ')],
  summary: ['Description', ({ description }: Shown) => description],
} as const satisfies Record<string, readonly [string, (shown: Shown, timeZone: string) => string]>;

const shownOfAppointment = (appointment: Appointment): Shown => ({
  ...appointment,
  startMs: Date.parse(appointment.startTimeUtc),
  people: appointment.attendees,
});

const shownOfValues = (values: FormValues): Shown => ({
  ...values,
  startMs: startMsOf(values),
  durationMinutes: Number(values.durationMinutes),
});

const compare = (
  mine: Shown,
  theirs: Shown,
  timeZone: string,
  keys: readonly string[],
): readonly ComparedField[] =>
  Object.entries(fieldTexts)
    .filter(([key]) => keys.includes(key))
    .map(([, [name, textOf]]) => ({
      name,
      mine: textOf(mine, timeZone) || NOTHING,
      theirs: textOf(theirs, timeZone) || NOTHING,
    }));

/** The fields in which what somebody typed differs from the appointment as it now is. */
export const compareWithValues = (values: FormValues, theirs: Appointment): readonly ComparedField[] =>
  compare(
    shownOfValues(values),
    shownOfAppointment(theirs),
    values.timeZone,
    Object.keys(patchOf(values, theirs)),
  );

/** The fields in which the appointment that was on the screen differs from the one that now is. */
export const compareAppointments = (
  seen: Appointment,
  theirs: Appointment,
  timeZone: string,
): readonly ComparedField[] => {
  const [mine, other] = [shownOfAppointment(seen), shownOfAppointment(theirs)];
  return compare(mine, other, timeZone, Object.keys(fieldTexts)).filter(
    (field) => field.mine !== field.theirs,
  );
};

/** What of a write was done: the fields that were to change, and whether they are now as they were to be. Empty ones are left out. */
export const doneFields = (
  values: FormValues,
  base: Appointment | undefined,
  saved: Appointment,
): readonly (ComparedField & { readonly isDone: boolean })[] => {
  const wanted = base ? Object.keys(patchOf(values, base)) : Object.keys(fieldTexts);
  const missing = Object.keys(patchOf(values, saved));
  return Object.entries(fieldTexts)
    .filter(([key]) => wanted.includes(key))
    .map(([key, [name, textOf]]) => ({
      name,
      mine: textOf(shownOfValues(values), values.timeZone) || NOTHING,
      theirs: textOf(shownOfAppointment(saved), values.timeZone) || NOTHING,
      isDone: !missing.includes(key),
    }))
    .filter(({ mine, theirs }) => mine !== NOTHING || theirs !== NOTHING);
};

/**
 * Somebody else's version with what was typed here: fields that were not touched here are theirs.
 * @param base the appointment that the form was opened with
 */
export const mergeValues = (values: FormValues, base: Appointment, theirs: FormValues): FormValues => {
  const touched = Object.keys(patchOf(values, base));
  const keep = (key: keyof typeof fieldTexts): boolean => touched.includes(key);
  return {
    ...theirs,
    ...(keep('title') ? { title: values.title } : {}),
    ...(keep('startTimeUtc') ? { day: values.day, time: values.time, isSecond: values.isSecond } : {}),
    ...(keep('durationMinutes') ? { durationMinutes: values.durationMinutes } : {}),
    ...(keep('status') ? { status: values.status } : {}),
    ...(keep('location') ? { location: values.location } : {}),
    ...(keep('contacts') ? { people: values.people } : {}),
    ...(keep('summary') ? { description: values.description } : {}),
  };
};
