/** What an AppointmentAttendee may say and whom it may invite (docs: entityref, AppointmentAttendee). */
import { persistError, type FieldProblem } from '../bullhorn-error';
import { pointingAt } from '../metadata/field-kinds';
import type { RestCall } from '../rest-context';
import type { FieldValues } from './entity-body';

/** "-1 = declined, 0 or null = has not responded, 1 = accepted, and 2 = tentative" */
const acceptanceStatuses: readonly unknown[] = [-1, 0, 1, 2, null, undefined];

function isInvitedTwice({ appointment, attendee }: FieldValues, call: RestCall): boolean {
  if (typeof appointment !== 'number') return false;
  return pointingAt(call.state.records.AppointmentAttendee, 'appointment', appointment).some(
    (link) => link.attendee === attendee,
  );
}

function problemsOf(values: FieldValues, call: RestCall): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { acceptanceStatus, attendee } = values;
  if (!acceptanceStatuses.includes(acceptanceStatus)) {
    problems.push({
      propertyName: 'acceptanceStatus',
      type: 'INVALID_VALUE',
      detailMessage: 'acceptanceStatus must be -1, 0, 1 or 2.',
    });
  }
  const person = typeof attendee === 'number' ? call.state.records.Person.get(attendee) : undefined;
  if (person?._subtype === 'Lead' && call.switches.leadAsAttendee === 'refuse') {
    problems.push({
      propertyName: 'attendee',
      type: 'INVALID_REFERENCE',
      detailMessage: 'attendee must be a ClientContact, Candidate or CorporateUser.',
    });
  }
  if (call.switches.duplicateAttendee === 'refuse' && isInvitedTwice(values, call)) {
    problems.push({
      propertyName: null,
      type: 'DUPLICATE_VALUE',
      detailMessage: 'The person is an attendee of this appointment already.',
    });
  }
  return problems;
}

/** @throws BullhornError 400 in shape 2. */
export function checkAttendee(values: FieldValues, call: RestCall): void {
  const problems = problemsOf(values, call);
  if (problems.length > 0) throw persistError('AppointmentAttendee', problems);
}
