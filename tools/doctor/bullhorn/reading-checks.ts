/** How the tenant reads: unknown fields, long addresses, wide pages, deleted rows, letters, words. */
import { z } from 'zod';
import { pathOf } from '../../../bridge/http/vendor-path';
import { listedAppointmentFields } from '../../../bridge/adapters/bullhorn/field-selection';
import { needed, type Check } from '../check';
import { asAssumed, broken, eitherWay, notObservable } from '../finding';
import {
  isOk,
  postAppointment,
  query,
  requiredAppointment,
  rowsOf,
  type BullhornCase,
} from './bullhorn-case';

const LONG_URL = 7600;
const MAX_PAGE = 500;
/** The lower cap that was seen (github.com/jonathanraftery/bullhorn-rest-client issue 6). */
const LOWEST_CAP = 200;

const unknownField: Check<BullhornCase> = {
  id: 'unknown-field',
  title: 'An unknown field is a 400',
  settles: 'unknownFieldStatus',
  run: async ({ user }) => {
    const { status } = await query(user, 'Appointment', { where: 'id>0', fields: 'id,appConnectDoctor' });
    if (status < 300) return broken({ status }, 'Bullhorn answers an unknown field as if it were there.');
    return eitherWay(
      status === 400,
      { status },
      'The adapter takes 400 and 404 for a field that is not there.',
    );
  },
};

const longUrl: Check<BullhornCase> = {
  id: 'long-url',
  title: 'An address of more than 7,500 characters is a 414',
  settles: 'longUrlStatus',
  run: async ({ user }) => {
    const where = `id IN (${Array.from({ length: LONG_URL / 2 }, () => '1').join(',')})`;
    const { status } = await query(user, 'Appointment', { where, fields: 'id' });
    return eitherWay(status === 414, { status }, 'The adapter asks by POST, which has no such limit.');
  },
};

const totalSchema = z.object({ total: z.number() });

const widePages: Check<BullhornCase> = {
  id: 'wide-pages',
  title: 'A page has 500 rows, however much is selected',
  settles: 'wideSelectionCap',
  run: async ({ user }) => {
    const reply = await user.probe({
      method: 'POST',
      path: pathOf`/query/${'Appointment'}`,
      query: {
        fields: listedAppointmentFields.selections[0],
        start: 0,
        count: MAX_PAGE,
        showTotalMatched: true,
      },
      body: { where: 'id>0' },
    });
    const total = totalSchema.safeParse(reply.data).data?.total;
    const rows = rowsOf(reply).length;
    const observed = { rows, total: total ?? 'not told' };
    if (!isOk(reply)) return broken({ status: reply.status }, 'Bullhorn refuses the fields of a list.');
    if (total !== undefined && rows < Math.min(total, MAX_PAGE)) {
      return eitherWay(false, observed, 'The adapter goes on after as many rows as really came.');
    }
    if (rows > LOWEST_CAP) return asAssumed(observed);
    return notObservable(
      'The user sees too few appointments to fill a page. The adapter goes on after as many rows as really came.',
      observed,
    );
  },
};

const deletedRows: Check<BullhornCase> = {
  id: 'deleted-rows',
  title: 'A query shows deleted appointments unless told otherwise',
  settles: 'queryHidesDeleted',
  run: async (one) => {
    const id = await requiredAppointment(one);
    await postAppointment(one.user, id, { isDeleted: true });
    const rows = rowsOf(await query(one.user, 'Appointment', { where: `id=${id}`, fields: 'id,isDeleted' }));
    return eitherWay(
      rows.length === 1,
      { shown: rows.length === 1 },
      'A cancelled appointment then counts as gone; the adapter asks for isDeleted=false in any case.',
    );
  },
};

const letters: Check<BullhornCase> = {
  id: 'text-comparison',
  title: 'Text is compared without regard to upper and lower case',
  settles: 'textComparison',
  run: async (one) => {
    const appointmentUUID = `app-connect-Case-${one.markedTitle.slice(-6)}`;
    await requiredAppointment(one, { appointmentUUID });
    const where = `appointmentUUID='${appointmentUUID.toUpperCase()}'`;
    const rows = rowsOf(await query(one.user, 'Appointment', { where, fields: 'id' }));
    return eitherWay(
      rows.length > 0,
      { ignoresCase: rows.length > 0 },
      'The adapter looks for a key as it was written and compares what it finds once more.',
    );
  },
};

/** `isDeleted:0` fits everybody, the other word nobody: together they find somebody only if OR joins them. */
const operator: Check<BullhornCase> = {
  id: 'search-operator',
  title: 'Search words without an operator are joined by OR',
  settles: 'luceneDefaultOperator',
  run: async ({ user }) => {
    const { status, data } = await query(user, 'Candidate', { where: 'id>0', fields: 'id', count: 1 });
    const id = rowsOf({ status, data, headers: {} })[0]?.['id'];
    if (typeof id !== 'number')
      return notObservable('There is no candidate to look for. The adapter writes AND and OR.');
    const reply = await user.probe({
      method: 'POST',
      path: pathOf`/search/${'Candidate'}`,
      query: { fields: 'id', start: 0, count: 5 },
      body: { query: `id:${id} lastName:qzxappconnectdoctor` },
    });
    if (!isOk(reply)) return broken({ status: reply.status }, 'Bullhorn refuses a search.');
    const isOr = rowsOf(reply).length > 0;
    return eitherWay(isOr, { operator: isOr ? 'OR' : 'AND' }, 'The adapter writes AND and OR itself.');
  },
};

/** Somebody always attends an appointment to which the user was added. */
const subtype: Check<BullhornCase> = {
  id: 'person-subtype',
  title: 'What kind of person attends is told when asked for',
  settles: 'personSubtype',
  run: async (one) => {
    const userId = needed(one.facts.userId, 'user');
    const id = await requiredAppointment(one);
    await one.user.probe({
      method: 'PUT',
      path: '/entity/AppointmentAttendee',
      body: { appointment: { id: Number(id) }, attendee: { id: Number(userId) } },
    });
    const ask = async (person: string) =>
      query(one.user, 'AppointmentAttendee', {
        where: `appointment.id=${id}`,
        fields: `id,attendee(${person})`,
      });
    const shows = (text: unknown): boolean => JSON.stringify(text).includes('_subtype');
    const named = await ask('id,_subtype');
    const isSelectable = isOk(named) && shows(named.data);
    const isAlways = shows((await ask('id,firstName')).data);
    const found = isAlways ? 'always' : isSelectable ? 'selected' : 'not-selectable';
    return eitherWay(
      found === 'selected',
      { _subtype: found, status: named.status },
      'The adapter asks without where it is refused, and takes the kind from whom the appointment refers to.',
    );
  },
};

export const readingChecks: readonly Check<BullhornCase>[] = [
  unknownField,
  longUrl,
  widePages,
  deletedRows,
  letters,
  operator,
  subtype,
];
