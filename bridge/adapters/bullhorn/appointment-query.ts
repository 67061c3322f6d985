/** The `where` clauses of queries (rest-api-docs, Query): made of digits and of our own words only. Pure. */
import type { TimeWindow } from '../../../src/contract/time/day-range';

const DAY_MS = 86_400_000;
/** Between the midnights of two zones there are 26 hours at most. */
const ALL_DAY_MARGIN_MS = 2 * DAY_MS;

const anyOf = (field: string, ids: readonly string[]): string => `${field} IN (${ids.join(',')})`;

/**
 * What runs in a stretch of time: what starts before its end, and ends after its start or starts in it (without
 * length). All-day appointments with a margin, because the midnights they are stored with may be those of another zone.
 */
const within = ({ fromMs, toMs }: TimeWindow, prefix = ''): string => {
  const begin = `${prefix}dateBegin`;
  const end = `${prefix}dateEnd`;
  const timed = `${begin}<${toMs} AND (${end}>${fromMs} OR ${begin}>=${fromMs})`;
  const wide = `${begin}<${toMs + ALL_DAY_MARGIN_MS} AND ${end}>${fromMs - ALL_DAY_MARGIN_MS}`;
  return `((${timed}) OR (${prefix}isAllDay=true AND ${wide}))`;
};

export interface AppointmentFilter {
  readonly window: TimeWindow;
  /** Only those that this CorporateUser owns or attends. */
  readonly user?: Participation | undefined;
  /** Only those that are about this person, or that the person attends. */
  readonly contact?: Participation | undefined;
}

export interface Participation {
  readonly personId: string;
  readonly attendedIds: readonly string[];
}

const oneOf = (ways: readonly string[]): string =>
  ways.length > 1 ? `(${ways.join(' OR ')})` : ways.join('');

const ofUser = ({ personId, attendedIds }: Participation): string =>
  oneOf([`owner.id=${personId}`, ...(attendedIds.length > 0 ? [anyOf('id', attendedIds)] : [])]);

const ofContact = ({ personId, attendedIds }: Participation): string =>
  oneOf([
    `candidateReference.id=${personId}`,
    `clientContactReference.id=${personId}`,
    `lead.id=${personId}`,
    ...(attendedIds.length > 0 ? [anyOf('id', attendedIds), anyOf('parentAppointment.id', attendedIds)] : []),
  ]);

export const appointmentsWhere = ({ window, user, contact }: AppointmentFilter): string =>
  [
    'isDeleted=false',
    ...(user ? [ofUser(user)] : []),
    ...(contact ? [ofContact(contact)] : []),
    within(window),
  ].join(' AND ');

/** The links of one person to the appointments of a stretch of time. */
export const attendedWhere = (personId: string, window: TimeWindow): string =>
  `attendee.id=${personId} AND appointment.isDeleted=false AND ${within(window, 'appointment.')}`;

/** Of one appointment, or of any of several lists of them: lists, because one alone may be too long for a database. */
export const attendeesWhere = (...appointmentIds: readonly (readonly string[])[]): string =>
  appointmentIds
    .map((ids) => (ids.length === 1 ? `appointment.id=${ids.join('')}` : anyOf('appointment.id', ids)))
    .join(' OR ');

export const childrenWhere = (parentId: string): string =>
  `parentAppointment.id=${parentId} AND isDeleted=false`;

/** What a request to create may have made before. */
export const madeBeforeWhere = (appointmentUuid: string): string => `appointmentUUID='${appointmentUuid}'`;
