/** Which fields are asked for, and what to ask for where a tenant refuses one: an unknown field fails the whole call. */
import { AppointmentError } from '../../../src/contract/failure';

const PERSON = 'id,firstName,lastName';

/** To-many fields are left out: `attendees` in the documentation is `guests` in the SDK (bullhorn-clio.md §1.2). */
const CONTENT = [
  'id,subject,description,dateBegin,dateEnd,isDeleted,isAllDay,location,dateLastModified',
  `owner(${PERSON}),candidateReference(${PERSON}),clientContactReference(${PERSON}),lead(${PERSON})`,
].join(',');

/** Of an appointment alone; whose copy it is as far as its id. */
export const APPOINTMENT_FIELDS = `${CONTENT},parentAppointment(id)`;

export interface FieldChoice {
  /** By which it is remembered that the tenant refuses what is wanted. */
  readonly name: string;
  readonly wanted: string;
  /** What will do; absent where there is nothing to leave out. */
  readonly sufficient?: string;
}

export const listedAppointmentFields: FieldChoice = {
  name: 'parentAppointment',
  wanted: `${CONTENT},parentAppointment(id,isDeleted,dateLastModified,owner(${PERSON}))`,
  sufficient: APPOINTMENT_FIELDS,
};

const attendeeFields = (person: string, appointment: string): string =>
  `id,acceptanceStatus,attendee(${person}),appointment(${appointment})`;

const attendeeFieldChoice = (appointment: string): FieldChoice => ({
  name: '_subtype',
  wanted: attendeeFields(`${PERSON},email,_subtype`, appointment),
  sufficient: attendeeFields(`${PERSON},email`, appointment),
});

export const listedAttendeeFields = attendeeFieldChoice('id');

/** The appointment beside each of its attendees: both in one call. */
export const attendeeWithAppointmentFields = attendeeFieldChoice(APPOINTMENT_FIELDS);

const FOUND_PERSON = `${PERSON},name,email,phone,mobile,isDeleted`;

/** People with their companies, as far as the tenant has that field for their kind. */
export const foundPersonFields = {
  Candidate: { name: 'Candidate', wanted: FOUND_PERSON },
  ClientContact: {
    name: 'clientCorporation',
    wanted: `${FOUND_PERSON},clientCorporation(id,name)`,
    sufficient: FOUND_PERSON,
  },
  Lead: { name: 'companyName', wanted: `${FOUND_PERSON},companyName`, sufficient: FOUND_PERSON },
} as const satisfies Record<string, FieldChoice>;

/** An unknown field is answered with 400 or 404: the documentation says both. */
const mayBeRefusedField = (error: unknown): boolean =>
  error instanceof AppointmentError &&
  error.details.upstream !== undefined &&
  (error.code === 'invalid_request' || error.code === 'not_found');

export type SelectFields = <Result>(
  corpToken: string,
  choice: FieldChoice,
  read: (fields: string) => Promise<Result>,
) => Promise<Result>;

/** Remembers for each tenant what it refused, so that only its first call is made twice. */
export const createFieldSelection = (): SelectFields => {
  const refused = new Set<string>();
  return async (corpToken, { name, wanted, sufficient }, read) => {
    const key = `${corpToken} ${name}`;
    if (sufficient !== undefined && refused.has(key)) return read(sufficient);
    try {
      return await read(wanted);
    } catch (error) {
      if (sufficient === undefined || !mayBeRefusedField(error)) throw error;
      const result = await read(sufficient);
      refused.add(key);
      return result;
    }
  };
};
