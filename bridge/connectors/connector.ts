/** App Connect's connector interface (its docs, "interfaces"): what its server calls, and what it gets back. */
import type {
  ContactSearchResult,
  FailureResult,
  ListResult,
  RecordResult,
} from '../../src/contract/result.schema';
import type { CalendarCapabilities } from '../adapters/calendar-adapter';
import type { Deadline } from '../http/deadline';
import type { LongListTurn } from '../http/long-list';

/** The part of App Connect's user that the operations need; its server's own user rows fit. */
export interface ConnectorUser {
  /** `<user id in the CRM>-<platform>`, as App Connect builds it; the CRM's id alone will do. */
  readonly id: string;
  readonly hostname?: string | null | undefined;
  /** IANA name; a name that is none (Clio's users carry Rails names) is passed over. */
  readonly timezoneName?: string | null | undefined;
  readonly platformAdditionalInfo?: { readonly restUrl?: string | null | undefined } | null | undefined;
}

/** Who asks: the user and the value of the CRM's credential, like `Bearer …`. */
export interface ConnectorCall {
  readonly user: ConnectorUser;
  readonly authHeader: string;
  /** Ends reading when the caller is gone. */
  readonly signal?: AbortSignal | undefined;
  /** Until when the caller waits. Default: 25 seconds from the call. */
  readonly deadline?: Deadline | undefined;
  /** Taken before a long list is read on. Default: it is read at once. */
  readonly longListTurn?: LongListTurn | undefined;
}

/** Ids and bodies come from outside, whatever their declared type: each function checks its own. */
export interface AppointmentCall extends ConnectorCall {
  readonly appointmentId: unknown;
}

/**
 * The same key again, with the same request, gets the first answer; with another request it is refused. Keys are the
 * user's own, and are kept for 24 hours.
 */
interface Keyed {
  readonly idempotencyKey?: string | undefined;
}

/** A call that changes an appointment. */
export interface ChangeCall extends AppointmentCall, Keyed {
  /** `version` of the appointment as the caller saw it: of another one nothing is changed, and the failure shows it. */
  readonly ifVersion?: string | undefined;
}

/** No function throws or rejects; a failure is a result. */
export interface Connector {
  /** What the CRM can do, for callers that ask before they offer. */
  readonly capabilities: CalendarCapabilities;
  listAppointments(call: ConnectorCall & { readonly range?: unknown }): Promise<ListResult | FailureResult>;
  createAppointment(
    call: ConnectorCall & Keyed & { readonly payload: unknown },
  ): Promise<RecordResult | FailureResult>;
  updateAppointment(
    call: ChangeCall & { readonly patchBody: unknown },
  ): Promise<RecordResult | FailureResult>;
  setAppointmentStatus(
    call: ChangeCall & { readonly statusBody: unknown },
  ): Promise<RecordResult | FailureResult>;
  refreshAppointment(call: AppointmentCall): Promise<RecordResult | FailureResult>;
  confirmAppointment(call: ChangeCall): Promise<RecordResult | FailureResult>;
  cancelAppointment(call: ChangeCall): Promise<RecordResult | FailureResult>;
  findContactWithName(
    call: ConnectorCall & { readonly name: unknown },
  ): Promise<ContactSearchResult | FailureResult>;
}

export type ConnectorResult = ListResult | RecordResult | ContactSearchResult | FailureResult;
