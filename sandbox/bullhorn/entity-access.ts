/** What a user may read and change: entitlements, the reach of their levels, private appointments (docs: Entitlements). */
import {
  personSubtypes,
  type BullhornState,
  type BullhornUser,
  type EntityName,
  type EntityRecord,
  type Entitlement,
} from './bullhorn-state';
import type { EntityDefinition } from './metadata/field-definition';
import type { BullhornSwitches } from './switches';

type Action = 'READ' | 'UPDATE' | 'DELETE';

/** "READ_CORPORATE implies READ_DEPARTMENT", … */
const implied: Readonly<Record<Entitlement, readonly Entitlement[]>> = {
  CREATE: [],
  READ: [],
  READ_PRIVATE: [],
  READ_DEPARTMENT: ['READ'],
  READ_CORPORATE: ['READ_DEPARTMENT'],
  UPDATE: ['READ'],
  UPDATE_DEPARTMENT: ['UPDATE', 'READ_DEPARTMENT'],
  UPDATE_CORPORATE: ['UPDATE_DEPARTMENT', 'READ_CORPORATE'],
  DELETE: ['READ'],
  DELETE_DEPARTMENT: ['DELETE', 'READ_DEPARTMENT'],
  DELETE_CORPORATE: ['DELETE_DEPARTMENT', 'READ_CORPORATE'],
};

/** Everything the user may do with an entity, what is implied included. */
export function entitlementsOf(user: BullhornUser, entity: EntityName): ReadonlySet<Entitlement> {
  const held = new Set<Entitlement>();
  const add = (entitlement: Entitlement): void => {
    if (held.has(entitlement)) return;
    held.add(entitlement);
    implied[entitlement].forEach(add);
  };
  user.entitlements[entity]?.forEach(add);
  return held;
}

export interface EntityAccess {
  may(entity: EntityName, entitlement: Entitlement): boolean;
  /** Whether this record is within the user's reach. */
  reaches(action: Action, definition: EntityDefinition, record: EntityRecord): boolean;
  /** The record as this user sees it; `undefined` when it is not there for them. */
  view(definition: EntityDefinition, record: EntityRecord): EntityRecord | undefined;
}

/** What "the appointment details" of a private appointment are is not documented: everything but when and whose. */
const maskedDetails = {
  subject: '',
  description: '',
  location: '',
  candidateReference: null,
  clientContactReference: null,
  lead: null,
  jobOrder: null,
} as const;

/** A Person is under the entitlements of its kind. */
function governingEntity(definition: EntityDefinition, record: EntityRecord): EntityName {
  if (definition.name !== 'Person') return definition.name;
  return personSubtypes.find((subtype) => subtype === record._subtype) ?? 'Person';
}

/**
 * Levels and privacy are applied to appointments and their attendees; for every other entity READ reads all records.
 */
export function createEntityAccess(context: {
  readonly state: BullhornState;
  readonly user: BullhornUser;
  readonly switches: BullhornSwitches;
}): EntityAccess {
  const { state, user, switches } = context;
  const invitedTo = new Set(
    [...state.records.AppointmentAttendee.values()]
      .filter(({ attendee }) => attendee === user.id)
      .map(({ appointment }) => appointment),
  );

  const isTheirs = (appointment: EntityRecord): boolean =>
    appointment.owner === user.id || invitedTo.has(appointment.id);

  const departmentOf = ({ owner }: EntityRecord): string | undefined =>
    typeof owner === 'number' ? state.users.get(owner)?.department : undefined;

  function appointmentOf(definition: EntityDefinition, record: EntityRecord): EntityRecord | undefined {
    if (definition.name === 'Appointment') return record;
    const { appointment } = record;
    return definition.name === 'AppointmentAttendee' && typeof appointment === 'number'
      ? state.records.Appointment.get(appointment)
      : undefined;
  }

  function reaches(action: Action, definition: EntityDefinition, record: EntityRecord): boolean {
    const held = entitlementsOf(user, governingEntity(definition, record));
    if (!held.has(action)) return false;
    const appointment = appointmentOf(definition, record);
    if (appointment === undefined || isTheirs(appointment) || held.has(`${action}_CORPORATE`)) return true;
    return held.has(`${action}_DEPARTMENT`) && departmentOf(appointment) === user.department;
  }

  function isWithheld(definition: EntityDefinition, record: EntityRecord): boolean {
    const appointment = appointmentOf(definition, record);
    if (appointment?.isPrivate !== true || isTheirs(appointment)) return false;
    return !entitlementsOf(user, 'Appointment').has('READ_PRIVATE');
  }

  return {
    may: (entity, entitlement) => entitlementsOf(user, entity).has(entitlement),
    reaches,
    view(definition, record) {
      if (!reaches('READ', definition, record)) return undefined;
      if (!isWithheld(definition, record)) return record;
      const isMasked = definition.name === 'Appointment' && switches.privateAppointments === 'masked';
      return isMasked ? { ...record, ...maskedDetails } : undefined;
    },
  };
}
