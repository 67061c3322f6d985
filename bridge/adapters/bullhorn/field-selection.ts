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

/** Selections from the one that is wanted to the one that will do. */
export type FieldChoice = { readonly name: string; readonly selections: readonly [string, string] };

export const listedAppointmentFields: FieldChoice = {
  name: 'parentAppointment',
  selections: [
    `${CONTENT},parentAppointment(id,isDeleted,dateLastModified,owner(${PERSON}))`,
    APPOINTMENT_FIELDS,
  ],
};

const attendeeFields = (person: string, appointment: string): string =>
  `id,acceptanceStatus,attendee(${person}),appointment(${appointment})`;

const attendeeFieldChoice = (appointment: string): FieldChoice => ({
  name: '_subtype',
  selections: [
    attendeeFields(`${PERSON},email,_subtype`, appointment),
    attendeeFields(`${PERSON},email`, appointment),
  ],
});

export const listedAttendeeFields = attendeeFieldChoice('id');

/** The appointment beside each of its attendees: both in one call. */
export const attendeeWithAppointmentFields = attendeeFieldChoice(APPOINTMENT_FIELDS);

/** 400 or 404 for an unknown field: the documentation says both. */
const mayBeRefusedField = (error: unknown): boolean =>
  error instanceof AppointmentError &&
  (error.details.upstream?.status === 400 || error.details.upstream?.status === 404);

export type SelectFields = <Result>(
  corpToken: string,
  choice: FieldChoice,
  read: (fields: string) => Promise<Result>,
) => Promise<Result>;

/** Remembers for each tenant what it refused, so that only its first call is made twice. */
export const createFieldSelection = (): SelectFields => {
  const refused = new Set<string>();
  return async (corpToken, { name, selections: [wanted, sufficient] }, read) => {
    const key = `${corpToken} ${name}`;
    if (refused.has(key)) return read(sufficient);
    try {
      return await read(wanted);
    } catch (error) {
      if (!mayBeRefusedField(error)) throw error;
      const result = await read(sufficient);
      refused.add(key);
      return result;
    }
  };
};
