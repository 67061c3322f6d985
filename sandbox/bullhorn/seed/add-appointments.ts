/** Puts appointments and attendees into a state as if they had been there before, for seeds and tests. */
import type { BullhornState, EntityRecord, FieldValue } from '../bullhorn-state';
import { nextEntityId } from '../entity-ids';

export interface AppointmentEntry {
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly dateBegin: number;
  readonly dateEnd: number;
  /** Every other field of Appointment; to-one associations as ids. */
  readonly [field: string]: FieldValue;
}

export interface AppointmentDraft extends AppointmentEntry {
  /** Id of a CorporateUser. */
  readonly owner: number;
}

export interface AttendeeDraft {
  readonly appointment: number;
  /** Id of a Candidate, ClientContact or CorporateUser. */
  readonly attendee: number;
  readonly acceptanceStatus: -1 | 0 | 1 | 2 | null;
}

/** What a row that was entered in the application looks like (sdk-rest testdata, appointment-data.txt). */
const emptyAppointment = {
  appointmentUUID: null,
  candidateReference: null,
  clientContactReference: null,
  communicationMethod: 'Phone',
  description: '',
  isAllDay: false,
  isDeleted: false,
  isPrivate: false,
  jobOrder: null,
  lead: null,
  location: '',
  migrateGUID: null,
  notificationMinutes: 30,
  opportunity: null,
  parentAppointment: null,
  placement: null,
  recurrenceDayBits: 0,
  recurrenceFrequency: 0,
  recurrenceMax: null,
  recurrenceMonthBits: 0,
  recurrenceStyle: '',
  recurrenceType: ' ',
  showTimeAs: 'busy',
  timeZoneID: null,
  type: 'Meeting',
} as const;

export function addAppointment(state: BullhornState, draft: AppointmentDraft): EntityRecord {
  const dateAdded = draft['dateAdded'] ?? draft.dateBegin - 14 * 86_400_000;
  const record: EntityRecord = {
    ...emptyAppointment,
    dateLastModified: dateAdded,
    ...draft,
    dateAdded,
    id: nextEntityId(state.records.Appointment),
  };
  state.records.Appointment.set(record.id, record);
  return record;
}

export function addAttendee(state: BullhornState, draft: AttendeeDraft): EntityRecord {
  const record: EntityRecord = {
    ...draft,
    migrateGUID: null,
    id: nextEntityId(state.records.AppointmentAttendee),
  };
  state.records.AppointmentAttendee.set(record.id, record);
  return record;
}

/** Many appointments of half an hour, one after the other, for tests of paging and speed. Gives their ids. */
export function addAppointments(
  state: BullhornState,
  options: {
    readonly owner: number;
    readonly count: number;
    /** Epoch milliseconds. */
    readonly firstBeginMs: number;
    /** From one begin to the next; 60 when left out. */
    readonly stepMinutes?: number;
    /** Invited to each of them. */
    readonly attendees?: readonly number[];
  },
): number[] {
  const stepMs = (options.stepMinutes ?? 60) * 60_000;
  return Array.from({ length: options.count }, (_, index) => {
    const dateBegin = options.firstBeginMs + index * stepMs;
    const { id } = addAppointment(state, {
      owner: options.owner,
      subject: `Screening ${index + 1}`,
      dateBegin,
      dateEnd: dateBegin + 1_800_000,
    });
    for (const attendee of options.attendees ?? []) {
      addAttendee(state, { appointment: id, attendee, acceptanceStatus: 0 });
    }
    return id;
  });
}
