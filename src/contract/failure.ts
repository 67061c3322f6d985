/** What can go wrong, in one closed vocabulary: every layer throws this one error, every edge translates it once. */

interface FailureKind {
  /** Would the same request succeed later, unchanged? */
  readonly retryable: boolean;
  /** Status of the server-to-server routes. The App Connect client reads failures only from a 200. */
  readonly httpStatus: number;
}

export const failureKinds = {
  invalid_request: { retryable: false, httpStatus: 400 },
  unauthenticated: { retryable: false, httpStatus: 401 },
  forbidden: { retryable: false, httpStatus: 403 },
  not_found: { retryable: false, httpStatus: 404 },
  conflict: { retryable: false, httpStatus: 409 },
  unsupported: { retryable: false, httpStatus: 422 },
  rate_limited: { retryable: true, httpStatus: 429 },
  upstream_unavailable: { retryable: true, httpStatus: 503 },
  upstream_invalid: { retryable: false, httpStatus: 502 },
  ambiguous_write: { retryable: false, httpStatus: 502 },
  partial_write: { retryable: true, httpStatus: 207 },
  internal: { retryable: false, httpStatus: 500 },
} as const satisfies Record<string, FailureKind>;

export type FailureCode = keyof typeof failureKinds;

/** A complaint about one field of a request: where (`contacts.0.id`) and what. */
export interface FieldIssue {
  readonly path: string;
  readonly message: string;
}

export interface FailureDetails {
  /** Which parts of the request are wrong. */
  readonly issues?: readonly FieldIssue[];
  /** How long the vendor asks to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** The appointment as it now is in the CRM, where a write was done in part or met a conflict. */
  readonly appointment?: object;
  /** What the vendor answered: a status and its own error code, never its payload. */
  readonly upstream?: { readonly status?: number; readonly code?: string };
  /** For servers, where it says more than the status of the code: 412 for a conflict, 422 for an invalid request, 401 for a write that was refused midway. */
  readonly httpStatus?: number;
  /** Where it differs from the code's: a conflict with a request that still runs is over when that is. */
  readonly retryable?: boolean;
}

/** `message` is for the person at the screen: what failed, for which thing, what to do next. */
export class AppointmentError extends Error {
  override readonly name = 'AppointmentError';
  readonly code: FailureCode;
  readonly details: FailureDetails;

  constructor(
    code: FailureCode,
    message: string,
    options: { readonly cause?: unknown; readonly details?: FailureDetails } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }

  get retryable(): boolean {
    return this.details.retryable ?? failureKinds[this.code].retryable;
  }
}
