/** The sublist `attendee` of the calendar event record (netsuite.md §1.3). */
import type { EventAttendee } from '../../entities';
import type { RunContext } from '../run-context';
import { memberOf, requiredMember, requiredText, textOf } from '../script-arguments';
import { eventLabels } from '../search/event-row';
import { SuiteScriptFault } from '../suitescript-fault';
import type { EventDraft } from './event-draft';

const sublistId = 'attendee';
const lineFields = ['attendee', 'response', 'attendance'] as const;
const responses = ['ACCEPTED', 'DECLINED', 'TENTATIVE', 'NO_RESPONSE'] as const;
const attendances = ['REQUIRED', 'OPTIONAL'] as const;

export function createAttendeeLines(draft: EventDraft, { state, switches }: RunContext) {
  const valueOf = (options: unknown): string => {
    const line = draft.attendees[lineIndex(options)];
    if (line === undefined) return '';
    const field = fieldOf(options);
    if (field === 'attendee') return line.personId;
    if (field === 'attendance') return line.attendance;
    return line.response === 'NO_RESPONSE' ? switches.noResponse : line.response;
  };
  return {
    getLineCount(options: unknown) {
      return memberOf(options, 'sublistId') === sublistId ? draft.attendees.length : -1;
    },
    getSublistValue(options: unknown) {
      requireSublist(options);
      return valueOf(options);
    },
    getSublistText(options: unknown) {
      requireSublist(options);
      const value = valueOf(options);
      if (fieldOf(options) === 'attendee') return state.people.get(value)?.name ?? '';
      return eventLabels[value] ?? value;
    },
    setSublistValue(options: unknown) {
      requireSublist(options);
      const index = lineIndex(options);
      if (index > draft.attendees.length) {
        throw new SuiteScriptFault('INVALID_SUBLIST_OPERATION', 'Lines are added one after the other.');
      }
      const line = draft.attendees[index] ?? {
        personId: '',
        response: 'NO_RESPONSE',
        attendance: 'REQUIRED',
      };
      draft.attendees[index] = changeLine(line, fieldOf(options), memberOf(options, 'value'));
    },
    removeLine(options: unknown) {
      requireSublist(options);
      draft.attendees.splice(lineIndex(options), 1);
    },
  };
}

function changeLine(line: EventAttendee, field: (typeof lineFields)[number], value: unknown): EventAttendee {
  if (field === 'attendee') return { ...line, personId: textOf(value, field) };
  if (field === 'attendance') {
    return { ...line, attendance: attendances.find((known) => known === value) ?? line.attendance };
  }
  const response = value === 'NORESPONSE' ? 'NO_RESPONSE' : responses.find((known) => known === value);
  return { ...line, response: response ?? line.response };
}

function requireSublist(options: unknown): void {
  const given = requiredText(options, 'sublistId', 'Record');
  if (given !== sublistId) {
    throw new SuiteScriptFault(
      'SSS_INVALID_SUBLIST',
      `${given} is not a sublist of this record, or not emulated.`,
    );
  }
}

function fieldOf(options: unknown): (typeof lineFields)[number] {
  const given = requiredText(options, 'fieldId', 'Record');
  const field = lineFields.find((known) => known === given);
  if (field === undefined) {
    throw new SuiteScriptFault(
      'SSS_INVALID_SUBLIST_OPERATION',
      `The sublist has no emulated field ${given}.`,
    );
  }
  return field;
}

function lineIndex(options: unknown): number {
  return Number(requiredMember(options, 'line', 'Record'));
}
