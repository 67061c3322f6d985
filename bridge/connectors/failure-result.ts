/** The only translation of an error into the envelope that App Connect reads. */
import { appointmentSchema } from '../../src/contract/appointment.schema';
import { AppointmentError } from '../../src/contract/failure';
import { operations, type OperationName } from '../../src/contract/operations';
import type { FailureResult } from '../../src/contract/result.schema';

const WARNING_TTL_MS = 5_000;
const ERROR_TTL_MS = 10_000;

interface FailedOperation {
  /** Absent where the request failed before it was known what it asks for. */
  readonly operation?: OperationName | undefined;
  readonly appointmentId?: string | undefined;
}

const UNFORESEEN = new AppointmentError(
  'internal',
  'Something went wrong in the appointments service. Try again; if it persists, tell your administrator.',
);

/** Any error → a failure envelope. An error that is not of the contract's vocabulary tells the outside nothing. */
export const failureResult = (
  error: unknown,
  { operation, appointmentId }: FailedOperation = {},
): FailureResult => {
  const { code, message, retryable, details } = error instanceof AppointmentError ? error : UNFORESEEN;
  const isInvalid = code === 'invalid_request';
  const appointment = appointmentSchema.safeParse(details.appointment);
  return {
    successful: false,
    returnMessage: {
      message,
      messageType: isInvalid ? 'warning' : 'danger',
      ttl: isInvalid ? WARNING_TTL_MS : ERROR_TTL_MS,
    },
    errorCode: code,
    retryable,
    ...(details.retryAfterMs === undefined ? {} : { retryAfterMs: details.retryAfterMs }),
    ...(details.httpStatus === undefined ? {} : { httpStatus: details.httpStatus }),
    ...(appointmentId === undefined ? {} : { appointmentId }),
    ...(appointment.success ? { appointment: appointment.data } : {}),
    ...(isInvalid
      ? {
          error: operation ? operations[operation].invalidRequest : 'Invalid request',
          details: [...(details.issues ?? [])],
        }
      : {}),
  };
};
