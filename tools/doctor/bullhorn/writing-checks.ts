/** How the tenant takes changes: attendees, copies for invited users, deletions, other people's appointments. */
import { z } from 'zod';
import { pathOf } from '../../../bridge/http/vendor-path';
import { needed, type Check } from '../check';
import { adapts, asAssumed, eitherWay, needsSetting, notObservable, skipped } from '../finding';
import {
  entityOf,
  isOk,
  postAppointment,
  putAppointment,
  markedBody,
  putEntity,
  query,
  readEntity,
  requiredAppointment,
  rowsOf,
  type BullhornCase,
} from './bullhorn-case';

const invite = async (one: BullhornCase, appointmentId: string, personId: string) =>
  putEntity(one.user, 'AppointmentAttendee', {
    appointment: { id: Number(appointmentId) },
    attendee: { id: Number(personId) },
  });

const lead: Check<BullhornCase> = {
  id: 'lead-as-attendee',
  title: 'A Lead cannot be an attendee',
  settles: 'leadAsAttendee',
  run: async (one) => {
    const ids = one.invitees.filter((id) => /^[1-9]\d*$/.test(id));
    const leads =
      ids.length > 0
        ? rowsOf(await query(one.user, 'Lead', { where: `id IN (${ids.join(',')})`, fields: 'id' }))
        : one.isSandbox
          ? rowsOf(await query(one.user, 'Lead', { where: 'id>0', fields: 'id', count: 1 }))
          : [];
    const leadId = leads[0]?.['id'];
    if (typeof leadId !== 'number') return skipped('Name a Lead who may be invited: --invitee <id>.');
    const { id, reply } = await invite(one, await requiredAppointment(one), String(leadId));
    const observed = { status: reply.status };
    const isTaken = id !== undefined;
    if (!isTaken && one.settings.leadAttendees === 'link') {
      return needsSetting(observed, 'BULLHORN_LEAD_ATTENDEES=link-or-reference');
    }
    return eitherWay(
      !isTaken,
      observed,
      'A Lead is invited like everybody, and is the appointment’s lead as well.',
    );
  },
};

const twice: Check<BullhornCase> = {
  id: 'duplicate-attendee',
  title: 'The same person can be invited twice',
  settles: 'duplicateAttendee',
  run: async (one) => {
    const userId = needed(one.facts.userId, 'user');
    const id = await requiredAppointment(one);
    await invite(one, id, userId);
    const { reply } = await invite(one, id, userId);
    return eitherWay(isOk(reply), { status: reply.status }, 'The adapter adds only who is not there yet.');
  },
};

const copiesByRest: Check<BullhornCase> = {
  id: 'copies-by-rest',
  title: 'To invite a colleague by REST makes no copy for them',
  settles: 'inviteeCopies',
  run: async (one) => {
    if (one.otherId === undefined) return skipped('Give the session of a second user: --other-user.');
    const id = await requiredAppointment(one);
    await invite(one, id, one.otherId);
    const where = `parentAppointment.id=${id}`;
    const copies = rowsOf(await query(one.user, 'Appointment', { where, fields: 'id' })).length;
    return eitherWay(
      copies === 0,
      { copies },
      'The adapter lists an appointment once, and cancels the copies with it.',
    );
  },
};

/** Of appointments that somebody made on Bullhorn's own pages. */
const copiesByPages: Check<BullhornCase> = {
  id: 'copies-by-pages',
  title: 'Colleagues invited on Bullhorn’s own pages have copies',
  run: async (one) => {
    const userId = needed(one.facts.userId, 'user');
    const links = rowsOf(
      await query(one.user, 'AppointmentAttendee', {
        where: `appointment.owner.id=${userId} AND appointment.isDeleted=false AND attendee.id<>${userId}`,
        fields: 'id,appointment(id,subject),attendee(id)',
        count: 100,
      }),
    );
    const invited = links.filter((link) => !JSON.stringify(link).includes(one.markedTitle));
    const copies = rowsOf(
      await query(one.user, 'Appointment', {
        where: `parentAppointment.owner.id=${userId} AND isDeleted=false`,
        fields: 'id',
        count: 1,
      }),
    ).length;
    const observed = { invited: invited.length, copies: copies > 0 };
    if (copies > 0) {
      return one.settings.inviteesHaveCopies
        ? asAssumed(observed)
        : adapts(observed, 'BULLHORN_INVITEES_HAVE_COPIES=false costs a call that is not needed here.');
    }
    return notObservable(
      'The user has no copy of an appointment. If colleagues miss appointments they are invited to, set BULLHORN_INVITEES_HAVE_COPIES=false.',
      observed,
    );
  },
};

const parents: Check<BullhornCase> = {
  id: 'delete-with-children',
  title: 'DELETE of an appointment with copies is refused',
  settles: 'deleteWithChildren',
  run: async (one) => {
    const parentId = await requiredAppointment(one);
    const { id: childId } = await putAppointment(one, {
      ...markedBody(one),
      parentAppointment: { id: Number(parentId) },
    });
    if (childId === undefined) {
      return notObservable('Bullhorn makes no copy by REST. The adapter cancels copies before their parent.');
    }
    const path = pathOf`/entity/Appointment/${parentId}`;
    const deleted = await one.user.probe({ method: 'DELETE', path });
    const posted = isOk(deleted) ? deleted : await postAppointment(one.user, parentId, { isDeleted: true });
    const observed = { delete: deleted.status, isDeleted: posted.status };
    return eitherWay(
      !isOk(deleted) && isOk(posted),
      observed,
      'The adapter cancels the copies before their parent.',
    );
  },
};

const emptyUpdate: Check<BullhornCase> = {
  id: 'empty-update',
  title: 'An empty change is accepted',
  settles: 'emptyUpdate',
  run: async (one) => {
    const { status } = await postAppointment(one.user, await requiredAppointment(one), {});
    return eitherWay(status === 200, { status }, 'The adapter sends no empty change.');
  },
};

const entitlementsSchema = z.array(z.string());

/** An empty record of a kind that the user may not make: it is refused for that, or at least for being empty. */
const entitlementError: Check<BullhornCase> = {
  id: 'entitlement-error',
  title: 'What the user may not do is a 400',
  settles: 'entitlementErrorStatus',
  run: async ({ user }) => {
    const copes = 'The adapter knows a refusal by its words, and by a 403.';
    for (const entity of ['Lead', 'ClientContact', 'Candidate', 'ClientCorporation']) {
      const held = await user.probe({ method: 'GET', path: pathOf`/entitlements/${entity}` });
      const words = entitlementsSchema.safeParse(held.data).data;
      if (words === undefined || words.some((word) => word.startsWith('CREATE'))) continue;
      const { status } = await user.probe({ method: 'PUT', path: pathOf`/entity/${entity}`, body: {} });
      return eitherWay(status === 400, { entity, status }, copes);
    }
    return notObservable(`The user may do everything that could be tried. ${copes}`);
  },
};

/** Told apart from what is out of reach by an appointment of the same owner that is not private. */
const privacy: Check<BullhornCase> = {
  id: 'private-appointments',
  title: 'Private appointments of others are not there',
  settles: 'privateAppointments',
  run: async (one) => {
    const copes =
      'The adapter shows what Bullhorn shows: nothing, or the time under the words that Bullhorn puts there.';
    if (!one.other) return notObservable(`It takes a second user: --other-user. ${copes}`);
    const fields = 'id,subject,isPrivate';
    const open = await requiredAppointment(one, {}, one.other);
    const isInReach = isOk(await readEntity(one.user, 'Appointment', open, fields));
    if (!isInReach) return notObservable(`The second user’s appointments are out of reach. ${copes}`);
    const hidden = await requiredAppointment(one, { isPrivate: true }, one.other);
    const reply = await readEntity(one.user, 'Appointment', hidden, fields);
    if (!isOk(reply)) return asAssumed({ status: reply.status });
    const { subject } = entityOf(reply);
    if (subject === one.markedTitle) return notObservable(`The user may read private appointments. ${copes}`);
    return adapts({ masked: true }, copes);
  },
};

export const writingChecks: readonly Check<BullhornCase>[] = [
  lead,
  twice,
  copiesByRest,
  copiesByPages,
  parents,
  emptyUpdate,
  entitlementError,
  privacy,
];
