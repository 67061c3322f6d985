/**
 * What became of a write, as far as it is remembered: which appointment, and when. What it is about is read again in the
 * CRM for whoever asks again, with their own credential: nobody's data is kept here, and nobody is shown what the CRM
 * would not show them.
 */
import { z } from 'zod';
import { failureKinds, type AppointmentError, type FailureCode } from '../../src/contract/failure';
import type { SavedAppointment } from '../adapters/calendar-adapter';

const isFailureCode = (word: string): word is FailureCode => Object.hasOwn(failureKinds, word);

const doneSchema = z.object({
  successful: z.literal(true),
  appointmentId: z.string(),
  startTimeUtc: z.string(),
  endTimeUtc: z.string(),
  timeZone: z.string(),
  isAllDay: z.boolean(),
});

const refusedSchema = z.object({
  successful: z.literal(false),
  code: z.string().refine(isFailureCode),
  message: z.string(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

export const writeOutcomeSchema = z.union([doneSchema, refusedSchema]);

export type DoneWrite = Readonly<z.infer<typeof doneSchema>>;
export type RefusedWrite = Readonly<z.infer<typeof refusedSchema>>;
export type WriteOutcome = DoneWrite | RefusedWrite;

export const doneWrite = ({ appointmentId, appointment }: SavedAppointment): DoneWrite => {
  const { startTimeUtc, endTimeUtc, timeZone, isAllDay } = appointment;
  return { successful: true, appointmentId, startTimeUtc, endTimeUtc, timeZone, isAllDay };
};

/**
 * Failures that say something of the moment or of the credential, not of the request; and those after which nobody knows
 * what was done, where the same request again is the way to find out.
 */
const passing: ReadonlySet<FailureCode> = new Set([
  'unauthenticated',
  'conflict',
  'ambiguous_write',
  'upstream_invalid',
  'internal',
]);

/** Undefined for a failure after which the same request may be tried again. */
export const refusedWrite = ({
  code,
  message,
  details,
  retryable,
}: AppointmentError): RefusedWrite | undefined => {
  if (retryable || passing.has(code)) return undefined;
  const issues = details.issues?.map((issue) => ({ ...issue }));
  return { successful: false, code, message, ...(issues ? { issues } : {}) };
};
