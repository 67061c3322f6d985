/** The interface of every CRM's calendar; the connectors know no more of a CRM than this. */
import type { AppointmentStatus } from '../../src/contract/appointment-status';
import type { Appointment, Contact } from '../../src/contract/appointment.schema';
import type { AppointmentPatch, CreateInput } from '../../src/contract/change.schema';
import type { AppointmentRange } from '../../src/contract/range.schema';
import type { Deadline } from '../http/deadline';
import type { LongListTurn } from '../http/long-list';
import type { IdRule } from './appointment-id';

/** What a CRM can do, as data: for callers that ask before they offer, and for the conformance tests. */
export interface CalendarCapabilities {
  readonly appointmentId: IdRule;
  readonly confirm: 'native' | 'unsupported';
  /** A cancelled appointment stays with a status; it is hidden, and can still be read by its id; or it is gone. */
  readonly cancel: 'status' | 'soft-delete' | 'delete';
  /** Statuses that are kept apart; others are stored as the nearest of them. */
  readonly statuses: readonly AppointmentStatus[];
  /** Kinds of attendees, as the CRM's pages name them. */
  readonly attendeeKinds: readonly string[];
  readonly location: boolean;
  /** May an appointment end on a later day than it starts? */
  readonly crossesMidnight: boolean;
}

/** On whose behalf, and where. */
export interface CalendarContext {
  /** Value of the CRM's own credential: `Bearer …`, or Bullhorn's BhRestToken. */
  readonly credential: string;
  /** Host of the user's CRM pages; empty where nobody named one. */
  readonly hostname: string;
  /** Bullhorn's session URL. */
  readonly restUrl?: string | undefined;
  /** The CRM's id of the user; empty where nobody named one. */
  readonly userId: string;
  /** IANA name of the zone in which the caller's days are meant; the CRM user's own where absent. */
  readonly timeZone?: string | undefined;
  /** Ends reading when the caller is gone. */
  readonly signal?: AbortSignal | undefined;
  /** Until when the caller waits: one for all calls of the operation. */
  readonly deadline?: Deadline | undefined;
  /** Taken before a long list is read on. */
  readonly longListTurn?: LongListTurn | undefined;
  readonly nowMs: number;
}

export interface AppointmentList {
  /** By start, ascending; descending for `range: 'past'`. */
  readonly appointments: readonly Appointment[];
  /** Rows of the CRM that could not be read: appointments, and where they are rows of their own, attendees. */
  readonly skipped: number;
}

export interface SavedAppointment {
  readonly appointmentId: string;
  readonly appointment: Appointment;
  /** What the user should know although it was saved; complete sentences. */
  readonly warning?: string;
  /** An earlier request with the same key made it, and this one sent nothing. */
  readonly wasMadeBefore?: boolean;
}

export interface FoundContacts {
  readonly contacts: readonly Contact[];
  /** The CRM has more matches than it gave. */
  readonly hasMore: boolean;
}

export interface CreateOptions {
  /** The same key means the same appointment, whichever user's: letters, digits, `.`, `_` and `-`. */
  readonly idempotencyKey: string;
  /** A request with this key has been sent before: look for what it made before anything is sent. */
  readonly mayExist?: boolean | undefined;
}

export interface ChangeOptions {
  /** Nothing is changed unless the appointment, read right before, is still of this version; undefined for any. */
  readonly ifVersion?: string | undefined;
  /** An earlier request may have done it: what already is as wanted is a success, of whichever version it is by then. */
  readonly mayBeDone?: boolean | undefined;
}

export interface CancelOptions extends ChangeOptions {
  /** Of a repeating appointment: the chosen occurrence alone (the default), or all of it. */
  readonly scope?: 'occurrence' | 'series' | undefined;
}

/**
 * Every operation throws AppointmentError and nothing else; a failure is never an empty list. A write whose answer is
 * lost is looked for: `ambiguous_write` says that it could not be found, nor be known never to come.
 */
export interface CalendarAdapter {
  readonly capabilities: CalendarCapabilities;
  listAppointments(context: CalendarContext, range: AppointmentRange): Promise<AppointmentList>;
  getAppointment(context: CalendarContext, id: string): Promise<Appointment>;
  createAppointment(
    context: CalendarContext,
    input: CreateInput,
    options: CreateOptions,
  ): Promise<SavedAppointment>;
  updateAppointment(
    context: CalendarContext,
    id: string,
    patch: AppointmentPatch,
    options?: ChangeOptions,
  ): Promise<SavedAppointment>;
  confirmAppointment(
    context: CalendarContext,
    id: string,
    options?: ChangeOptions,
  ): Promise<SavedAppointment>;
  cancelAppointment(context: CalendarContext, id: string, options?: CancelOptions): Promise<SavedAppointment>;
  findContacts(context: CalendarContext, name: string): Promise<FoundContacts>;
}
