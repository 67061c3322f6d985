/** `N/record`, for the one record type the emulator has: calendarevent. */
import type { CalendarEvent } from '../../entities';
import { isEventVisible } from '../event-visibility';
import { parseUserDate } from '../format/user-date-format';
import { requirePermission } from '../permission';
import { createAttendeeLines } from '../record/attendee-lines';
import { createBodyFields } from '../record/event-body-fields';
import type { BodyField } from '../record/event-body-fields';
import { createDraft, draftOf, saveDraft } from '../record/event-draft';
import type { EventDraft } from '../record/event-draft';
import { memberOf, nameArgument, requiredMember, requiredText } from '../script-arguments';
import type { ModuleMembers, RunContext } from '../run-context';
import { SuiteScriptFault, notEmulated } from '../suitescript-fault';

const recordType = 'calendarevent';

/** Fields that `record.submitFields` may change (Records Browser: inline-editable). */
const inlineEditable: ReadonlySet<string> = new Set(['location', 'startdate', 'status', 'title']);

export function createRecordModule(context: RunContext): ModuleMembers {
  const { governance, state, user } = context;
  return {
    load(options: unknown) {
      requireType(options, 'record.load');
      requirePermission(user, 'LIST_EVENT', 'VIEW');
      governance.charge('record.load');
      return createRecord(draftOf(findEvent(options, context, 'record.load'), context), context);
    },
    create(options: unknown) {
      requireType(options, 'record.create');
      requirePermission(user, 'LIST_EVENT', 'CREATE');
      governance.charge('record.create');
      return createRecord(createDraft(context), context);
    },
    submitFields(options: unknown) {
      const caller = 'record.submitFields';
      requireType(options, caller);
      requirePermission(user, 'LIST_EVENT', 'EDIT');
      governance.charge(caller);
      const draft = draftOf(findEvent(options, context, caller), context);
      submitValues(draft, requiredMember(options, 'values', caller), context);
      return Number(saveDraft(draft, context));
    },
    delete(options: unknown) {
      requireType(options, 'record.delete');
      requirePermission(user, 'LIST_EVENT', 'FULL');
      governance.charge('record.delete');
      const { internalId } = findEvent(options, context, 'record.delete');
      state.events.delete(internalId);
      return Number(internalId);
    },
    Type: { CALENDAR_EVENT: recordType },
  };
}

function createRecord(draft: EventDraft, context: RunContext): object {
  const fields = createBodyFields(context);
  const fieldNamed = (name: string): BodyField => {
    const field = fields.get(name);
    if (field === undefined) throw notEmulated(`the field ${name} of ${recordType}`);
    return field;
  };
  const fieldOf = (argument: unknown): BodyField => fieldNamed(nameArgument(argument, 'fieldId', 'Record'));
  const record = {
    type: recordType,
    id: draft.event === undefined ? null : Number(draft.event.internalId),
    isDynamic: false,
    getValue: (argument: unknown) => fieldOf(argument).value(draft) ?? '',
    getText: (argument: unknown) => fieldOf(argument).text(draft),
    setValue(first: unknown, second: unknown) {
      const isOptions = typeof first === 'object' && first !== null;
      writeField(fieldOf(first), draft, isOptions ? memberOf(first, 'value') : second);
      return record;
    },
    getFields: () => [...fields.keys()],
    getSublists: () => ['attendee'],
    ...createAttendeeLines(draft, context),
    save() {
      requirePermission(context.user, 'LIST_EVENT', draft.event === undefined ? 'CREATE' : 'EDIT');
      context.governance.charge('Record.save');
      return Number(saveDraft(draft, context));
    },
  };
  return record;
}

function submitValues(draft: EventDraft, values: unknown, context: RunContext): void {
  const fields = createBodyFields(context);
  for (const name of typeof values === 'object' && values !== null ? Object.keys(values) : []) {
    const field = inlineEditable.has(name) ? fields.get(name) : undefined;
    if (field === undefined) {
      throw new SuiteScriptFault(
        'INVALID_FLD_VALUE',
        `The field ${name} is not inline-editable: load and save.`,
      );
    }
    const value = memberOf(values, name);
    const date =
      name === 'startdate' && typeof value === 'string'
        ? parseUserDate(value, context.user.preferences.dateFormat)
        : undefined;
    if (date === undefined) writeField(field, draft, value);
    else draft.day = date;
  }
}

function writeField(field: BodyField, draft: EventDraft, value: unknown): void {
  if (field.write === undefined) {
    throw new SuiteScriptFault('INVALID_FLD_VALUE', 'This field of calendarevent is read-only.');
  }
  field.write(draft, value);
}

function requireType(options: unknown, caller: string): void {
  const type = requiredText(options, 'type', caller).toLowerCase();
  if (type !== recordType) throw notEmulated(`${caller} for records of the type ${type}`);
  if (memberOf(options, 'isDynamic') === true) throw notEmulated('records in dynamic mode');
}

/** A private event of others does not exist for the caller. */
function findEvent(options: unknown, { state, user }: RunContext, caller: string): CalendarEvent {
  const event = state.events.get(requiredText(options, 'id', caller));
  if (event !== undefined && isEventVisible(event, user.employeeId)) return event;
  throw new SuiteScriptFault('RCRD_DSNT_EXIST', 'That record does not exist.');
}
