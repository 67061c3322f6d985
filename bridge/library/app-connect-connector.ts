/** The appointment functions of App Connect's connector interface, as a server built on `@app-connect/core` calls them. */
import type {
  ContactSearchResult,
  FailureResult,
  ListResult,
  RecordResult,
} from '../../src/contract/result.schema';

/** Core's row of a user (its models/userModel), as far as appointments need it; a Sequelize instance fits. */
export interface AppConnectUser {
  /** `<user id in the CRM>-<platform>`. */
  readonly id: string;
  readonly hostname?: string | null | undefined;
  /** An IANA name, a Rails name (Clio), or empty (Bullhorn). */
  readonly timezoneName?: string | null | undefined;
  /** Hours, minutes or `-07:00`, by CRM; core's column is a text. */
  readonly timezoneOffset?: string | number | null | undefined;
  /** Bullhorn: `restUrl`, `bhRestToken`, and `id`, that of the CorporateUser. */
  readonly platformAdditionalInfo?: object | null | undefined;
}

export interface AppConnectCall {
  readonly user: AppConnectUser;
  /** `Bearer <accessToken>`, as core builds it. */
  readonly authHeader: string;
  /** Core's, for its low-code connector; not used. */
  readonly proxyConfig?: unknown;
}

export interface AppConnectAppointmentCall extends AppConnectCall {
  readonly appointmentId: string | number;
}

/** As core calls it, without; for servers that call it themselves. */
interface AppConnectKeyed {
  /**
   * The same key with the same request gets the first answer. Default: the `Idempotency-Key` header of the request that
   * core handles, behind `acceptClientBodies()`.
   */
  readonly idempotencyKey?: string | undefined;
}

export type AppConnectCreateCall = AppConnectCall & AppConnectKeyed & { readonly payload?: unknown };

export interface AppConnectChangeCall extends AppConnectAppointmentCall, AppConnectKeyed {
  /**
   * `version` of the appointment as its editor saw it: another one is not changed, and the failure (`conflict`) shows it.
   * Default: the `If-Match` header, likewise.
   */
  readonly ifVersion?: string | undefined;
}

export interface AppConnectFailure extends FailureResult {
  /** Makes core answer 401 CRM_SESSION_REVOKED, upon which the client asks its user to connect again. */
  readonly isRevokeUserSession?: true;
}

/** Core puts the id of the request beside it. */
export type AppConnectRecord = Omit<RecordResult, 'appointmentId'>;

/** Core's handler gives it to the client as `contact`. */
export interface AppConnectContacts extends Omit<ContactSearchResult, 'contact'> {
  readonly matchedContactInfo: ContactSearchResult['contact'];
}

/**
 * No function throws or rejects: core would turn a thrown 404 into "Authorization error, log out" (app-connect.md
 * §1.4). Bodies come from outside, whatever their declared type: core's MCP tools pass by its own schemas.
 */
export interface AppConnectConnector {
  /** `range` has `startDate` and `endDate`, or `startTime` and `endTime`; each a day or an ISO-8601 instant. */
  listAppointments(
    call: AppConnectCall & { readonly range?: unknown },
  ): Promise<ListResult | AppConnectFailure>;
  createAppointment(call: AppConnectCreateCall): Promise<RecordResult | AppConnectFailure>;
  updateAppointment(
    call: AppConnectChangeCall & { readonly patchBody?: unknown },
  ): Promise<AppConnectRecord | AppConnectFailure>;
  refreshAppointment(call: AppConnectAppointmentCall): Promise<AppConnectRecord | AppConnectFailure>;
  confirmAppointment(call: AppConnectChangeCall): Promise<AppConnectRecord | AppConnectFailure>;
  cancelAppointment(call: AppConnectChangeCall): Promise<AppConnectRecord | AppConnectFailure>;
  findContactWithName(
    call: AppConnectCall & { readonly name: unknown },
  ): Promise<AppConnectContacts | AppConnectFailure>;
}
