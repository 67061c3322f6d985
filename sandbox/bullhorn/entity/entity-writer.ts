/** Creates, updates and deletes records, and answers with the envelope of a change (docs: PUT, POST, DELETE /entity). */
import type { JsonObject } from '../../core/json-value';
import { apiError, entityNotFound, permissionError, persistError } from '../bullhorn-error';
import type { EntityRecord } from '../bullhorn-state';
import { nextEntityId } from '../entity-ids';
import { findRecord } from '../metadata/entity-definitions';
import type { EntityDefinition } from '../metadata/field-definition';
import type { RestCall } from '../rest-context';
import { checkAttendee } from './attendee-rules';
import { checkRequiredFields, withCreationDefaults } from './creation-defaults';
import { readEntityBody, type FieldValues } from './entity-body';
import { copiesOf, createInviteeCopy, deleteInviteeCopy, updateInviteeCopies } from './invitee-copies';

/** The keys beside changedEntityId and changeType were seen, not documented (BH-PHP tests/Mocks). */
export interface ChangeEnvelope {
  readonly changedEntityType: string;
  readonly changedEntityId: number;
  readonly changeType: 'INSERT' | 'UPDATE' | 'DELETE';
  /** What was sent; empty for a DELETE. */
  readonly data: JsonObject;
}

function envelope(
  definition: EntityDefinition,
  changedEntityId: number,
  changeType: ChangeEnvelope['changeType'],
  data: JsonObject,
): ChangeEnvelope {
  return { changedEntityType: definition.name, changedEntityId, changeType, data };
}

const notAllowed = (operation: string, definition: EntityDefinition): Error =>
  apiError(405, 'errors.methodNotAllowed', `Entity ${definition.name} does not support ${operation}.`);

/** @throws BullhornError 404 for what is not there or out of reach, shape 3 for what may be read but not changed. */
function changeableRecord(
  call: RestCall,
  definition: EntityDefinition,
  id: number,
  action: 'UPDATE' | 'DELETE',
): EntityRecord {
  const status = call.switches.entitlementErrorStatus;
  const operation = action === 'UPDATE' ? 'Update' : 'Delete';
  if (!call.access.may(definition.name, action)) throw permissionError(status, operation, definition.name);
  const record = findRecord(call.state, definition, id);
  if (record === undefined || call.access.view(definition, record) === undefined) {
    throw entityNotFound(`${definition.name} ${id}`);
  }
  if (!call.access.reaches(action, definition, record)) {
    throw permissionError(status, operation, definition.name);
  }
  return record;
}

/** "To delete an entity with children, explicitly delete all the children before attempting to delete the root." */
function checkChildren(call: RestCall, definition: EntityDefinition, record: EntityRecord): void {
  if (definition.name !== 'Appointment' || call.switches.deleteWithChildren === 'accept') return;
  if (copiesOf(call.state, record.id).every(({ isDeleted }) => isDeleted === true)) return;
  throw persistError(definition.name, [
    {
      propertyName: 'childAppointments',
      type: 'HAS_CHILDREN',
      detailMessage: 'Delete the child appointments before their parent.',
    },
  ]);
}

export function createEntity(call: RestCall, definition: EntityDefinition, body: JsonObject): ChangeEnvelope {
  const { state, switches, nowMs } = call;
  if (!call.access.may(definition.name, 'CREATE')) {
    throw permissionError(switches.entitlementErrorStatus, 'Create', definition.name);
  }
  if (!definition.isCreatable) throw notAllowed('PUT', definition);
  const values = readEntityBody(body, definition, call);
  checkRequiredFields(definition.name, values, call);
  if (definition.name === 'AppointmentAttendee') checkAttendee(values, call);
  const records = state.records[definition.recordType];
  const record: EntityRecord = {
    ...withCreationDefaults(definition.name, values, call),
    id: nextEntityId(records),
  };
  records.set(record.id, record);
  if (definition.name === 'AppointmentAttendee' && switches.inviteeCopies === 'created') {
    createInviteeCopy(state, record, nowMs);
  }
  return envelope(definition, record.id, 'INSERT', body);
}

function changesOf(values: FieldValues, definition: EntityDefinition, nowMs: number): FieldValues {
  return definition.fields.has('dateLastModified') ? { ...values, dateLastModified: nowMs } : values;
}

export function updateEntity(
  call: RestCall,
  definition: EntityDefinition,
  id: number,
  body: JsonObject,
): ChangeEnvelope {
  const { state, switches } = call;
  const record = changeableRecord(call, definition, id, 'UPDATE');
  if (!definition.isUpdatable) throw notAllowed('POST', definition);
  if (Object.keys(body).length === 0 && switches.emptyUpdate === 'refuse') {
    throw persistError(definition.name, [
      { propertyName: null, type: 'EMPTY_UPDATE', detailMessage: 'There is nothing to update.' },
    ]);
  }
  const values = readEntityBody(body, definition, call, id);
  if (definition.name === 'AppointmentAttendee') checkAttendee(values, call);
  if (values['isDeleted'] === true && switches.deleteWithChildren === 'refuse-both') {
    checkChildren(call, definition, record);
  }
  const changes = changesOf(values, definition, call.nowMs);
  state.records[definition.recordType].set(id, { ...record, ...changes, id });
  if (definition.name === 'Appointment' && switches.inviteeCopies === 'created') {
    updateInviteeCopies(state, id, changes);
  }
  return envelope(definition, id, 'UPDATE', body);
}

export function deleteEntity(call: RestCall, definition: EntityDefinition, id: number): ChangeEnvelope {
  const { state, switches, nowMs } = call;
  const record = changeableRecord(call, definition, id, 'DELETE');
  const records = state.records[definition.recordType];
  if (definition.deletion === 'none') throw notAllowed('DELETE', definition);
  if (definition.deletion === 'hard') {
    records.delete(id);
    if (switches.inviteeCopies === 'created') deleteInviteeCopy(state, record, nowMs);
  } else {
    checkChildren(call, definition, record);
    records.set(id, { ...record, isDeleted: true, dateLastModified: nowMs });
  }
  return envelope(definition, id, 'DELETE', {});
}
