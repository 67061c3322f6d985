/** What a new Appointment or AppointmentAttendee must come with, and what the server adds (docs: entityref). */
import { persistError } from '../bullhorn-error';
import type { EntityName } from '../bullhorn-state';
import type { RestCall } from '../rest-context';
import type { BullhornSwitches } from '../switches';
import type { FieldValues } from './entity-body';

const halfHourMs = 1_800_000;
const quarterHourMs = 900_000;

const requiredBySwitch: Readonly<Record<BullhornSwitches['requiredOnCreate'], readonly string[]>> = {
  subject: ['subject'],
  documented: ['subject', 'type', 'communicationMethod', 'notificationMinutes', 'isDeleted', 'isPrivate'],
  none: [],
};

/** The mandatory fields of an Appointment that have no default. */
export function requiredOfAppointment(switches: BullhornSwitches): readonly string[] {
  return requiredBySwitch[switches.requiredOnCreate];
}

function requiredFields(entity: EntityName, switches: BullhornSwitches): readonly string[] {
  if (entity === 'AppointmentAttendee') return ['appointment', 'attendee'];
  return entity === 'Appointment' ? requiredOfAppointment(switches) : [];
}

/** @throws BullhornError 400 in shape 2 that names each mandatory field that is not there. */
export function checkRequiredFields(entity: EntityName, values: FieldValues, call: RestCall): void {
  const missing = requiredFields(entity, call.switches).filter((name) => values[name] === undefined);
  if (missing.length === 0) return;
  throw persistError(
    entity,
    missing.map((propertyName) => ({
      propertyName,
      type: 'REQUIRED_VALUE_MISSING',
      detailMessage: `${propertyName} is required.`,
    })),
  );
}

/** "Current time rounded up to next half hour, or 15 minutes before dateEnd if it is provided." */
function defaultDateBegin({ dateEnd }: FieldValues, nowMs: number): number {
  return typeof dateEnd === 'number' ? dateEnd - quarterHourMs : Math.ceil(nowMs / halfHourMs) * halfHourMs;
}

function newAppointment(values: FieldValues, call: RestCall): FieldValues {
  const { user, nowMs } = call;
  const dateBegin =
    typeof values['dateBegin'] === 'number' ? values['dateBegin'] : defaultDateBegin(values, nowMs);
  return {
    subject: '',
    description: '',
    location: '',
    type: '',
    communicationMethod: '',
    notificationMinutes: 0,
    isDeleted: false,
    isPrivate: false,
    owner: user.id,
    dateAdded: nowMs,
    dateEnd: dateBegin + quarterHourMs,
    ...values,
    dateBegin,
    dateLastModified: nowMs,
  };
}

/** The values of the body and beside them those of the server. */
export function withCreationDefaults(entity: EntityName, values: FieldValues, call: RestCall): FieldValues {
  if (entity === 'Appointment') return newAppointment(values, call);
  return entity === 'AppointmentAttendee' ? { acceptanceStatus: 0, ...values } : values;
}
