/**
 * Applies the `attendees` of a body. They are operations, not the new list: who is left out stays, `_destroy` takes
 * away, and everything else adds.
 */
import type { JsonObject } from '../../core/json-value';
import type { Reader } from '../api/reader';
import { ClioError, invalidArgument } from '../clio-error';
import type { Attendee } from '../entities';
import { nextRecordId } from '../record-ids';
import { toId } from './body-reader';

type AttendeeType = Attendee['type'];

function typeOf({ type }: JsonObject): AttendeeType | undefined {
  if (type === undefined) return undefined;
  if (type !== 'Contact' && type !== 'Calendar') {
    throw invalidArgument('the type of an attendee is Contact or Calendar.', 422);
  }
  return type;
}

/** The attached attendee that an operation means; with a `type` only one of that type. */
function attached(
  attendees: readonly Attendee[],
  id: number,
  type: AttendeeType | undefined,
  { switches }: Reader,
): Attendee | undefined {
  return attendees.find(
    (attendee) =>
      (switches.attendeeId === 'row' ? attendee.rowId : attendee.recordId) === id &&
      (type === undefined || attendee.type === type),
  );
}

function removed(
  attendees: readonly Attendee[],
  id: number,
  type: AttendeeType | undefined,
  reader: Reader,
): Attendee[] {
  const gone = attached(attendees, id, type, reader);
  if (gone === undefined) {
    const message = `No attendee ${type ?? ''} ${id} is attached.`;
    throw new ClioError(reader.switches.unknownMemberStatus, message);
  }
  return attendees.filter((attendee) => attendee !== gone);
}

function added(
  attendees: readonly Attendee[],
  recordId: number,
  type: AttendeeType | undefined,
  reader: Reader,
): readonly Attendee[] {
  const { state, switches, nowMs } = reader;
  if (type === undefined) throw invalidArgument('an attendee needs a type.', 422);
  const exists = type === 'Contact' ? state.contacts.has(recordId) : state.calendars.has(recordId);
  if (!exists) throw new ClioError(switches.unknownMemberStatus, `There is no ${type} ${recordId}.`);
  const isThere = attendees.some((each) => each.recordId === recordId && each.type === type);
  if (isThere && switches.attendeeAddedAgain === 'noop') return attendees;
  if (isThere && switches.attendeeAddedAgain === 'refuse') {
    throw invalidArgument('the attendee is attached already.', 422);
  }
  const rowId = nextRecordId(state, 'attendee');
  return [...attendees, { rowId, type, recordId, version: 1, createdAtMs: nowMs, updatedAtMs: nowMs }];
}

/** @throws ClioError 422 for an operation that cannot be; `unknownMemberStatus` for one about nobody. */
export function applyAttendeeOperations(
  attendees: readonly Attendee[],
  operations: readonly JsonObject[],
  reader: Reader,
): readonly Attendee[] {
  return operations.reduce<readonly Attendee[]>((list, operation) => {
    const id = toId(operation['id']);
    if (id === undefined) throw invalidArgument('an attendee needs an id.', 422);
    const type = typeOf(operation);
    if (operation['_destroy'] === true) return removed(list, id, type, reader);
    const isKnownRow = reader.switches.attendeeId === 'row' && attached(list, id, type, reader) !== undefined;
    return isKnownRow ? list : added(list, id, type, reader);
  }, attendees);
}
