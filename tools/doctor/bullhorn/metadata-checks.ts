/** What the tenant says of its Appointment, and what it takes in a new one. */
import { pathOf } from '../../../bridge/http/vendor-path';
import { needed, type Check } from '../check';
import { asAssumed, broken, eitherWay, needsSetting } from '../finding';
import {
  entityOf,
  isOk,
  markedBody,
  metaReplySchema,
  putAppointment,
  quietInstantMs,
  readEntity,
  type BullhornCase,
  type FieldMeta,
} from './bullhorn-case';

const fieldOf = ({ facts }: BullhornCase, name: string): FieldMeta | undefined =>
  needed(facts.fields, 'description of Appointment').find((field) => field.name === name);

const participants: Check<BullhornCase> = {
  id: 'participants-field',
  title: 'Appointment has attendees (in the SDK: guests)',
  settles: 'appointmentParticipants',
  run: async ({ user, facts }) => {
    const reply = await user.probe({
      method: 'GET',
      path: pathOf`/meta/${'Appointment'}`,
      query: { fields: '*', meta: 'full' },
    });
    const meta = metaReplySchema.safeParse(reply.data).data;
    if (!meta) return broken({ status: reply.status }, 'Bullhorn does not describe Appointment (meta).');
    facts.fields = meta.fields;
    const has = (name: string): boolean => meta.fields.some((field) => field.name === name);
    const observed = { attendees: has('attendees'), guests: has('guests') };
    return eitherWay(
      observed.attendees,
      observed,
      'The adapter reads AppointmentAttendee, which is in every source.',
    );
  },
};

const uuidLength: Check<BullhornCase> = {
  id: 'uuid-length',
  title: 'appointmentUUID has room for 300 characters',
  settles: 'appointmentUuidMaxLength',
  run: async (one) => {
    const maxLength = fieldOf(one, 'appointmentUUID')?.maxLength ?? 0;
    return eitherWay(maxLength === 300, { maxLength }, 'The adapter writes 113 characters at most.');
  },
};

const listed = (field: FieldMeta | undefined): readonly string[] =>
  field?.options?.map(({ value }) => String(value)) ?? [];

/** The words for a new appointment are options of the tenant. */
const options: Check<BullhornCase> = {
  id: 'appointment-options',
  title: 'The words for a new appointment are among the tenant’s options',
  run: async (one) => {
    const { type, communicationMethod } = one.settings.newAppointment;
    const words = [
      { setting: 'BULLHORN_APPOINTMENT_TYPE', word: type, among: listed(fieldOf(one, 'type')) },
      {
        setting: 'BULLHORN_COMMUNICATION_METHOD',
        word: communicationMethod,
        among: listed(fieldOf(one, 'communicationMethod')),
      },
    ];
    const observed = { type, communicationMethod };
    const unknown = words.find(({ word, among }) => among.length > 0 && !among.includes(word));
    if (!unknown) return asAssumed(observed);
    return needsSetting(
      observed,
      `${unknown.setting}=${unknown.among[0] ?? ''}`,
      `The tenant’s options are: ${unknown.among.slice(0, 12).join(', ')}.`,
    );
  },
};

const required: Check<BullhornCase> = {
  id: 'required-on-create',
  title: 'A new appointment needs a subject and no more',
  settles: 'requiredOnCreate',
  run: async (one) => {
    const dateBegin = quietInstantMs(one.nowMs());
    const subjectAlone = await putAppointment(one, { subject: one.markedTitle, dateBegin });
    const withoutSubject = await putAppointment(one, { description: one.markedTitle, dateBegin });
    const observed = {
      subjectAlone: subjectAlone.reply.status,
      withoutSubject: withoutSubject.reply.status,
    };
    return eitherWay(
      subjectAlone.id !== undefined && withoutSubject.id === undefined,
      observed,
      'The adapter writes every field that any source calls required.',
    );
  },
};

const uuidFormat: Check<BullhornCase> = {
  id: 'uuid-format',
  title: 'appointmentUUID takes the text of a key',
  run: async (one) => {
    const key = `app-connect-${one.markedTitle.replaceAll(' ', '-')}`;
    const text = await putAppointment(one, { ...markedBody(one), appointmentUUID: key });
    const observed = { text: text.reply.status };
    if (text.id !== undefined) return asAssumed(observed);
    if (one.settings.appointmentUuidFormat === 'hash') return asAssumed(observed);
    return needsSetting(observed, 'BULLHORN_APPOINTMENT_UUID_FORMAT=hash');
  },
};

type OwnerOnWrite = 'accept' | 'ignore' | 'refuse';

const ownerOnWrite = async (
  one: BullhornCase,
  ownerId: string,
): Promise<{ readonly found: OwnerOnWrite; readonly status: number }> => {
  const owner = { id: Number(ownerId) };
  const { id, reply } = await putAppointment(one, { ...markedBody(one), owner });
  if (id === undefined) return { found: 'refuse', status: reply.status };
  const read = entityOf(await readEntity(one.user, 'Appointment', id, 'id,owner(id)'))['owner'];
  const isTaken = JSON.stringify(read).includes(`"id":${owner.id}`);
  return { found: isTaken ? 'accept' : 'ignore', status: reply.status };
};

/** With the user's own id only a refusal shows; what metadata say of the field tells the rest. */
const owner: Check<BullhornCase> = {
  id: 'owner-on-write',
  title: 'The owner of a new appointment can be named',
  settles: 'ownerOnWrite',
  run: async (one) => {
    const ownerId = one.otherId ?? needed(one.facts.userId, 'user');
    const { found, status } = await ownerOnWrite(one, ownerId);
    const isReadOnly = fieldOf(one, 'owner')?.readOnly ?? false;
    const isNamed = one.settings.ownerOnCreate === 'named';
    const seenAs = found === 'accept' && one.otherId === undefined && isReadOnly ? 'ignore' : found;
    const observed = { owner: seenAs, readOnlyByMetadata: isReadOnly, status };
    if (isNamed && seenAs !== 'accept') {
      return needsSetting(
        observed,
        'BULLHORN_OWNER_ON_CREATE=session',
        'Then an appointment belongs to the user of the session.',
      );
    }
    return eitherWay(
      seenAs === 'accept',
      observed,
      'The adapter names no owner: an appointment belongs to the user of the session.',
    );
  },
};

const readOnly: Check<BullhornCase> = {
  id: 'read-only-on-write',
  title: 'A read-only field in a body is refused',
  settles: 'readOnlyOnWrite',
  run: async (one) => {
    const { reply } = await putAppointment(one, { ...markedBody(one), dateLastModified: 0 });
    return eitherWay(!isOk(reply), { status: reply.status }, 'The adapter writes no read-only field.');
  },
};

export const metadataChecks: readonly Check<BullhornCase>[] = [
  participants,
  options,
  uuidLength,
  uuidFormat,
  required,
  owner,
  readOnly,
];
