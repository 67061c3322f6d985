/** What the Bullhorn checks work with, and what they find out for each other. */
import { z } from 'zod';
import type { CalendarAdapter, CalendarContext } from '../../../bridge/adapters/calendar-adapter';
import type { BullhornSettings } from '../../../bridge/adapters/bullhorn/settings';
import type { VendorReply } from '../../../bridge/http/vendor-reply';
import { pathOf } from '../../../bridge/http/vendor-path';
import type { CrmTokens } from '../../../bridge/sign-in/sign-in-provider';
import type { CreatedRecords } from '../created-records';
import type { Probe } from '../probe';

/** A person who is signed in. */
export interface BullhornPerson {
  /** Made anew for each call, because it says when "now" is. */
  calendar(): CalendarContext;
  readonly probe: Probe;
}

/** Each is found by one check and used by later ones. */
export interface BullhornFacts {
  userId?: string;
  /** IANA name. */
  timeZone?: string;
  sessionExpiresMs?: number;
  fields?: readonly FieldMeta[];
}

export interface BullhornCase {
  readonly adapter: CalendarAdapter;
  readonly settings: BullhornSettings;
  readonly user: BullhornPerson;
  readonly other: BullhornPerson | undefined;
  /** CorporateUser id of the other person. */
  readonly otherId: string | undefined;
  /** Where somebody signed in by hand. */
  readonly signedIn: CrmTokens | undefined;
  /** Of the local sandbox, which says whose zone is which. */
  readonly knownTimeZone: string | undefined;
  readonly invitees: readonly string[];
  readonly isSandbox: boolean;
  readonly markedTitle: string;
  readonly created: CreatedRecords;
  readonly nowMs: () => number;
  readonly facts: BullhornFacts;
}

const fieldMetaSchema = z.object({
  name: z.string(),
  maxLength: z.number().optional().catch(undefined),
  required: z.boolean().optional().catch(undefined),
  readOnly: z.boolean().optional().catch(undefined),
  options: z
    .array(z.object({ value: z.union([z.string(), z.number()]) }))
    .optional()
    .catch(undefined),
});

export type FieldMeta = z.infer<typeof fieldMetaSchema>;

export const metaReplySchema = z.object({ fields: z.array(fieldMetaSchema) });

const rowsSchema = z.object({
  data: z.array(z.record(z.string(), z.unknown())),
  total: z.number().optional(),
});

/** The rows of an answer; none for an answer that is no list. */
export const rowsOf = (reply: VendorReply): readonly Readonly<Record<string, unknown>>[] =>
  rowsSchema.safeParse(reply.data).data?.data ?? [];

const entitySchema = z.object({ data: z.record(z.string(), z.unknown()) });

export const entityOf = (reply: VendorReply): Readonly<Record<string, unknown>> =>
  entitySchema.safeParse(reply.data).data?.data ?? {};

export const isOk = ({ status }: VendorReply): boolean => status >= 200 && status < 300;

const changeSchema = z.object({ changedEntityId: z.union([z.number(), z.string()]).transform(String) });

export const query = async (
  { probe }: BullhornPerson,
  entity: string,
  parameters: { readonly where: string; readonly fields: string; readonly count?: number },
): Promise<VendorReply> =>
  probe({
    method: 'GET',
    path: pathOf`/query/${entity}`,
    query: { orderBy: 'id', start: 0, count: 20, ...parameters },
  });

export const readEntity = async (
  { probe }: BullhornPerson,
  entity: string,
  id: string,
  fields: string,
): Promise<VendorReply> => probe({ method: 'GET', path: pathOf`/entity/${entity}/${id}`, query: { fields } });

export interface Made {
  readonly reply: VendorReply;
  /** Undefined where Bullhorn refused it. */
  readonly id: string | undefined;
}

/** Makes something that goes when its appointment does, or an appointment that is registered for deletion. */
export const putEntity = async (
  { probe }: BullhornPerson,
  entity: 'Appointment' | 'AppointmentAttendee',
  body: object,
): Promise<Made> => {
  const reply = await probe({ method: 'PUT', path: pathOf`/entity/${entity}`, body });
  return { reply, id: isOk(reply) ? changeSchema.safeParse(reply.data).data?.changedEntityId : undefined };
};

/** A month ahead, at nobody's usual hour. */
export const quietInstantMs = (nowMs: number): number =>
  Math.floor(nowMs / 3_600_000) * 3_600_000 + 31 * 86_400_000;

/** Everything that may be required, so that only what a check changes can be refused. */
export const markedBody = (one: BullhornCase): Readonly<Record<string, unknown>> => ({
  subject: one.markedTitle,
  description: one.markedTitle,
  dateBegin: quietInstantMs(one.nowMs()),
  dateEnd: quietInstantMs(one.nowMs()) + 900_000,
  isPrivate: false,
  isDeleted: false,
  ...one.settings.newAppointment,
});

export const postAppointment = async (
  { probe }: BullhornPerson,
  id: string,
  body: object,
): Promise<VendorReply> => probe({ method: 'POST', path: pathOf`/entity/Appointment/${id}`, body });

/** Its copies first, which keep a parent from being deleted. What is not there is gone. */
const removeAppointment = async (person: BullhornPerson, id: string): Promise<void> => {
  const where = `parentAppointment.id=${id} AND isDeleted=false`;
  const copies = rowsOf(await query(person, 'Appointment', { where, fields: 'id' }));
  for (const each of [...copies.map((copy) => String(copy['id'])), id]) {
    const { status } = await postAppointment(person, each, { isDeleted: true });
    if (status >= 300 && status !== 404) {
      throw new Error(`Bullhorn refused to delete a test appointment (HTTP ${status}).`);
    }
  }
};

/** Puts an appointment of this body, and has it deleted at the end. */
export const putAppointment = async (
  one: BullhornCase,
  body: Readonly<Record<string, unknown>>,
  person = one.user,
): Promise<Made> => {
  const made = await putEntity(person, 'Appointment', body);
  const { id } = made;
  if (id !== undefined) {
    one.created.add({ title: one.markedTitle, remove: async () => removeAppointment(person, id) });
  }
  return made;
};

/**
 * A marked appointment that a check needs.
 * @throws Error when Bullhorn refuses it
 */
export const requiredAppointment = async (
  one: BullhornCase,
  changes: Readonly<Record<string, unknown>> = {},
  person = one.user,
): Promise<string> => {
  const { id, reply } = await putAppointment(one, { ...markedBody(one), ...changes }, person);
  if (id === undefined) throw new Error(`Bullhorn refused a test appointment (HTTP ${reply.status}).`);
  return id;
};
