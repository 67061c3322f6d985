/** The table of entities this Bullhorn knows, as the switches have it. */
import {
  personSubtypes,
  type BullhornState,
  type EntityName,
  type EntityRecord,
  type PersonSubtype,
  type RecordType,
} from '../bullhorn-state';
import type { BullhornSwitches } from '../switches';
import { appointmentAttendeeFields, appointmentFields } from './appointment-fields';
import type { EntityDefinition, FieldDefinition } from './field-definition';
import { idField, text } from './field-kinds';
import { personFields, subtypeFields } from './person-fields';

export type EntityDefinitions = ReadonlyMap<string, EntityDefinition>;

const byName = (fields: readonly FieldDefinition[]): ReadonlyMap<string, FieldDefinition> =>
  new Map(fields.map((field) => [field.name, field]));

/** What appointments refer to; its records are read only here. */
function referenceDefinition(
  name: RecordType,
  label: string,
  fields: readonly FieldDefinition[],
): EntityDefinition {
  return {
    name,
    label,
    recordType: name,
    fields: byName(fields),
    isCreatable: false,
    isUpdatable: false,
    deletion: 'none',
    isSearchable: false,
  };
}

function personDefinition(subtype: PersonSubtype, switches: BullhornSwitches): EntityDefinition {
  const isUser = subtype === 'CorporateUser';
  return {
    name: subtype,
    label: subtype,
    recordType: 'Person',
    fields: byName(subtypeFields(subtype, switches)),
    isCreatable: false,
    // docs: "CorporateUser is read-only."
    isUpdatable: !isUser,
    deletion: isUser ? 'none' : 'soft',
    isSearchable: !isUser,
  };
}

function define(switches: BullhornSwitches): EntityDefinitions {
  const definitions: readonly EntityDefinition[] = [
    {
      name: 'Appointment',
      label: 'Appointment',
      recordType: 'Appointment',
      fields: byName(appointmentFields(switches)),
      isCreatable: true,
      isUpdatable: true,
      deletion: 'soft',
      isSearchable: false,
    },
    {
      name: 'AppointmentAttendee',
      label: 'Appointment Attendee',
      recordType: 'AppointmentAttendee',
      fields: byName(appointmentAttendeeFields),
      isCreatable: true,
      isUpdatable: true,
      deletion: 'hard',
      isSearchable: false,
    },
    ...personSubtypes.map((subtype) => personDefinition(subtype, switches)),
    referenceDefinition('Person', 'Person', personFields),
    referenceDefinition('JobOrder', 'Job Order', [idField, text('title', 100)]),
    referenceDefinition('ClientCorporation', 'Client Corporation', [idField, text('name', 100)]),
    referenceDefinition('Opportunity', 'Opportunity', [idField, text('title', 100)]),
    referenceDefinition('Placement', 'Placement', [idField]),
  ];
  return new Map(definitions.map((definition) => [definition.name, definition]));
}

const known = new WeakMap<BullhornSwitches, EntityDefinitions>();

export function entityDefinitions(switches: BullhornSwitches): EntityDefinitions {
  const definitions = known.get(switches) ?? define(switches);
  known.set(switches, definitions);
  return definitions;
}

const isSubtype = (name: EntityName): name is PersonSubtype => personSubtypes.some((each) => each === name);

/** Whether a record of the entity's collection is one of its own, as a Candidate is among the persons. */
function isOfEntity(name: EntityName, record: EntityRecord): boolean {
  return !isSubtype(name) || record._subtype === name;
}

export function recordsOf(state: BullhornState, definition: EntityDefinition): EntityRecord[] {
  return [...state.records[definition.recordType].values()].filter((record) =>
    isOfEntity(definition.name, record),
  );
}

export function findRecord(
  state: BullhornState,
  definition: EntityDefinition,
  id: number,
): EntityRecord | undefined {
  const record = state.records[definition.recordType].get(id);
  return record !== undefined && isOfEntity(definition.name, record) ? record : undefined;
}
