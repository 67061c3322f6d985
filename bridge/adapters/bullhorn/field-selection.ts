/** Which fields are asked for, and what to ask for where a tenant refuses one: an unknown field fails the whole call. */
import { AppointmentError } from '../../../src/contract/failure';
import { createLruCache } from '../../lru-cache';

const PERSON = 'id,firstName,lastName';

/** To-many fields are left out: `attendees` in the documentation is `guests` in the SDK (bullhorn-clio.md §1.2). */
const CONTENT = [
  'id,subject,description,dateBegin,dateEnd,isDeleted,isAllDay,location,dateLastModified',
  `owner(${PERSON}),candidateReference(${PERSON}),clientContactReference(${PERSON}),lead(${PERSON})`,
].join(',');

/** Of an appointment alone; whose copy it is as far as its id. */
export const APPOINTMENT_FIELDS = `${CONTENT},parentAppointment(id)`;

export interface FieldChoice {
  /** By which it is remembered what the tenant refuses. */
  readonly name: string;
  /** What is wanted, and what will do instead: each asks for less than the one before. */
  readonly selections: readonly [string, ...string[]];
}

/** Without the parent's `isDeleted`, copies of a deleted parent are shown as scheduled. */
export const listedAppointmentFields: FieldChoice = {
  name: 'parentAppointment',
  selections: [
    `${CONTENT},parentAppointment(id,isDeleted,dateLastModified,owner(${PERSON}))`,
    `${CONTENT},parentAppointment(id,isDeleted,dateLastModified)`,
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

const FOUND_PERSON = `${PERSON},name,email,phone,mobile,isDeleted`;

/** People with their companies, as far as the tenant has that field for their kind. */
export const foundPersonFields = {
  Candidate: { name: 'Candidate', selections: [FOUND_PERSON] },
  ClientContact: {
    name: 'clientCorporation',
    selections: [`${FOUND_PERSON},clientCorporation(id,name)`, FOUND_PERSON],
  },
  Lead: { name: 'companyName', selections: [`${FOUND_PERSON},companyName`, FOUND_PERSON] },
} as const satisfies Record<string, FieldChoice>;

/**
 * Whether the error for an unknown field names that field, nobody could verify: any refusal may be of one, and a stray
 * one is forgotten after this.
 */
const REMEMBERED_MS = 10 * 60_000;
/** Tenants, times the choices of each. */
const MAX_REMEMBERED = 5000;

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

interface FieldSelectionOptions {
  readonly nowMs?: (() => number) | undefined;
}

/** Remembers for each tenant what it refused, so that not every call is made twice. */
export const createFieldSelection = ({ nowMs = Date.now }: FieldSelectionOptions = {}): SelectFields => {
  /** How many selections of a choice are known to be refused. */
  const refused = createLruCache<number>({ maxEntries: MAX_REMEMBERED, ttlMs: REMEMBERED_MS });

  return async (corpToken, { name, selections }, read) => {
    const key = `${corpToken} ${name}`;
    const known = refused.get(key, nowMs()) ?? 0;
    const readFrom = async (index: number): Promise<Awaited<ReturnType<typeof read>>> => {
      try {
        const result = await read(selections[index] ?? selections[0]);
        if (index > known) refused.set(key, index, nowMs());
        return result;
      } catch (error) {
        if (index + 1 >= selections.length || !mayBeRefusedField(error)) throw error;
        return readFrom(index + 1);
      }
    };
    return readFrom(known);
  };
};
