/** The answer to a write: the appointment read back, or, of one that was done in part, who is missing. */
import { AppointmentError } from '../../../src/contract/failure';
import { isAmbiguous } from '../../idempotency/settle-ambiguous-write';
import type { CalendarContext, ChangeOptions, SavedAppointment } from '../calendar-adapter';
import {
  readAppointment,
  readUnattended,
  unreadableWarning,
  type ReadAppointment,
} from './appointment-reader';
import type { AttendeeFailure } from './attendee-writer';
import type { BullhornDependencies } from './dependencies';
import { appointmentOf, type AppointmentContent } from './mapper';
import { statusOfRefusedSession } from './refused-session';

const NOT_READ_BACK =
  'Saved in Bullhorn, but it could not be read back, so what you see is what was sent. Refresh the list.';

/** It is saved by now: a failure to read it takes nothing back. */
const readBack = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  id: string,
  mayBeAttended: boolean,
): Promise<ReadAppointment | undefined> => {
  const read = mayBeAttended ? readAppointment : readUnattended;
  try {
    return await read(dependencies, context, id);
  } catch {
    return undefined;
  }
};

/** A write whose answer was lost may have been done all the same. */
const isDone = ({ personId, wanted }: AttendeeFailure, { links }: ReadAppointment): boolean =>
  links.some(({ attendee }) => attendee.id === personId) === (wanted === 'added');

const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}` : names.join('');

const sentenceFor = (failures: readonly AttendeeFailure[], wanted: AttendeeFailure['wanted']): string => {
  const names = [...new Set(failures.filter((one) => one.wanted === wanted).map(({ name }) => name))];
  return names.length > 0 ? ` ${listed(names)} could not be ${wanted}.` : '';
};

const errorsOf = (failures: readonly AttendeeFailure[]): readonly AppointmentError[] =>
  failures.map(({ error }) => error);

const partialWrite = (
  content: AppointmentContent,
  failures: readonly AttendeeFailure[],
  ifVersion: string | undefined,
): AppointmentError => {
  const [first] = failures;
  const { upstream, retryAfterMs } = first?.error.details ?? {};
  return new AppointmentError(
    'partial_write',
    `The appointment is saved in Bullhorn, but not with everybody:${sentenceFor(failures, 'added')}${sentenceFor(failures, 'removed')} Save again to complete it.`,
    {
      cause: first?.error,
      details: {
        appointment: appointmentOf(content),
        ...(upstream ? { upstream } : {}),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        ...statusOfRefusedSession(errorsOf(failures), ifVersion),
      },
    },
  );
};

/** Of a lost answer only a reading tells; and of who should have gone, only the name was kept. */
const isKnownToBeMissing = ({ wanted, error }: AttendeeFailure): boolean =>
  wanted === 'added' && !isAmbiguous(error);

const unknownAttendees = (
  failures: readonly AttendeeFailure[],
  ifVersion: string | undefined,
): AppointmentError =>
  new AppointmentError(
    'ambiguous_write',
    `The appointment is saved in Bullhorn, but whether with everybody could not be read: ${listed(failures.map(({ name }) => name))} may or may not be as asked for. Refresh the list, or save again to complete it.`,
    {
      cause: failures[0]?.error,
      details: { ...failures[0]?.error.details, ...statusOfRefusedSession(errorsOf(failures), ifVersion) },
    },
  );

const withoutFailed = (
  content: AppointmentContent,
  failures: readonly AttendeeFailure[],
): AppointmentContent => ({
  ...content,
  attendees: content.attendees.filter(
    ({ id }) => !failures.some(({ personId, wanted }) => wanted === 'added' && personId === id),
  ),
});

/**
 * @param sent the appointment as it should be now
 * @throws AppointmentError partial_write naming who is not as asked for, with the appointment as it is; ambiguous_write
 *   where nobody can tell
 */
export const finishWrite = async (
  dependencies: BullhornDependencies,
  context: CalendarContext,
  sent: AppointmentContent,
  failures: readonly AttendeeFailure[],
  { ifVersion }: ChangeOptions = {},
): Promise<SavedAppointment> => {
  const mayBeAttended = sent.attendees.length + failures.length > 0;
  const saved = await readBack(dependencies, context, sent.id, mayBeAttended);
  const remaining = saved ? failures.filter((failure) => !isDone(failure, saved)) : failures;
  if (!saved && !remaining.every(isKnownToBeMissing)) throw unknownAttendees(remaining, ifVersion);
  const content = saved?.content ?? withoutFailed(sent, failures);
  if (remaining.length > 0) throw partialWrite(content, remaining, ifVersion);
  return {
    appointmentId: content.id,
    appointment: appointmentOf(content),
    ...(saved ? unreadableWarning(saved) : { warning: NOT_READ_BACK }),
  };
};
