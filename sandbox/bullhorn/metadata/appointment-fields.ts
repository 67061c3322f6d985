/** The fields of Appointment and AppointmentAttendee (docs: entityref; sdk-rest appointment-meta-data.txt). */
import type { BullhornState, EntityRecord } from '../bullhorn-state';
import type { BullhornSwitches } from '../switches';
import type { FieldDefinition, ToManyField } from './field-definition';
import { flag, idField, integer, pointingAt, text, timestamp, toMany, toOne } from './field-kinds';

const nameFields = ['id', 'firstName', 'lastName'] as const;
const personFields = ['id', '_subtype'] as const;
const notNull = { isNotNull: true } as const;

/** Live metadata lists these choices; a tenant can configure others. */
const appointmentTypes = [
  'Meeting',
  'Interview',
  'Interview in-house',
  'Client Visit',
  'Lunch',
  'Dinner',
  'Personal',
  'Other',
  'Internal Interview',
  '1st Interview',
  '2nd Interview',
  '3rd Interview',
] as const;

const communicationMethods = ['Phone', 'Onsite Appointment', 'Offsite Appointment'] as const;

function attendeesOf(state: BullhornState, appointment: EntityRecord): EntityRecord[] {
  return pointingAt(state.records.AppointmentAttendee, 'appointment', appointment.id);
}

const attendees = toMany('attendees', 'AppointmentAttendee', ['id'], attendeesOf);

/** The SDK has persons here, where the documentation has links to persons. */
const guests = toMany('guests', 'Person', personFields, (state, appointment) =>
  attendeesOf(state, appointment).flatMap(({ attendee }) => {
    const person = typeof attendee === 'number' ? state.records.Person.get(attendee) : undefined;
    return person === undefined ? [] : [person];
  }),
);

const participants: Readonly<Record<BullhornSwitches['appointmentParticipants'], ToManyField>> = {
  attendees,
  guests,
};

export function appointmentFields(switches: BullhornSwitches): readonly FieldDefinition[] {
  return [
    idField,
    text('appointmentUUID', switches.appointmentUuidMaxLength),
    participants[switches.appointmentParticipants],
    toOne('candidateReference', 'Candidate', nameFields),
    toMany('childAppointments', 'Appointment', ['id'], (state, appointment) =>
      pointingAt(state.records.Appointment, 'parentAppointment', appointment.id),
    ),
    toOne('clientContactReference', 'ClientContact', nameFields),
    text('communicationMethod', 30, { ...notNull, options: communicationMethods }),
    timestamp('dateAdded', notNull),
    timestamp('dateBegin', notNull),
    timestamp('dateEnd', notNull),
    timestamp('dateLastModified', { isReadOnly: true }),
    text('description', 2_147_483_647, notNull),
    flag('isAllDay'),
    flag('isDeleted', notNull),
    flag('isPrivate', notNull),
    toOne('jobOrder', 'JobOrder', ['id', 'title']),
    toOne('lead', 'Lead', ['id']),
    text('location', 100, notNull),
    text('migrateGUID', 36),
    integer('notificationMinutes', notNull),
    toOne('opportunity', 'Opportunity', ['id']),
    toOne('owner', 'Person', personFields, notNull),
    toOne('parentAppointment', 'Appointment', ['id']),
    toOne('placement', 'Placement', ['id']),
    integer('recurrenceDayBits'),
    integer('recurrenceFrequency'),
    integer('recurrenceMax'),
    integer('recurrenceMonthBits'),
    text('recurrenceStyle', 10),
    text('recurrenceType', 1),
    text('showTimeAs', 15),
    text('subject', 100, notNull),
    text('timeZoneID', 50),
    text('type', 30, { ...notNull, options: appointmentTypes }),
  ];
}

export const appointmentAttendeeFields: readonly FieldDefinition[] = [
  idField,
  // Not null in the documentation, whose description has null for "has not responded".
  integer('acceptanceStatus'),
  toOne('appointment', 'Appointment', ['id'], notNull),
  toOne('attendee', 'Person', personFields, notNull),
  text('migrateGUID', 36),
];
