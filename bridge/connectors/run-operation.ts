/** Runs one operation on behalf of a user: the only place where an error becomes a result. */
import { AppointmentError } from '../../src/contract/failure';
import type { OperationName, Platform } from '../../src/contract/operations';
import type { FailureResult } from '../../src/contract/result.schema';
import { isKnownTimeZone } from '../../src/contract/time/intl-zone-clock';
import type { CalendarContext } from '../adapters/calendar-adapter';
import type { ConnectorCall } from './connector';
import { failureResult } from './failure-result';
import { createRequestDeadline } from './request-deadline';

/** A logger of constant titles and ids; pino's fits. */
export interface ConnectorLog {
  warn(ids: object, title: string): void;
  error(ids: object, title: string): void;
}

interface RunnerOptions {
  readonly platform: Platform;
  readonly log: ConnectorLog;
  readonly nowMs: () => number;
}

/** Takes the operation's name, the call, and what to do; gives what that gives, or a failure. */
export type RunOperation = <Result>(
  operation: OperationName,
  call: ConnectorCall & { readonly appointmentId?: unknown },
  act: (context: CalendarContext) => Promise<Result>,
) => Promise<Result | FailureResult>;

const contextOf = (call: ConnectorCall, platform: Platform, nowMs: number): CalendarContext => {
  const { user, authHeader, signal, longListTurn, deadline = createRequestDeadline() } = call;
  const suffix = `-${platform}`;
  const timeZone = user.timezoneName ?? '';
  return {
    credential: authHeader,
    hostname: user.hostname ?? '',
    restUrl: user.platformAdditionalInfo?.restUrl ?? undefined,
    userId: user.id.endsWith(suffix) ? user.id.slice(0, -suffix.length) : user.id,
    timeZone: timeZone !== '' && isKnownTimeZone(timeZone) ? timeZone : undefined,
    signal,
    deadline,
    longListTurn,
    nowMs,
  };
};

export const createOperationRunner = ({ platform, log, nowMs }: RunnerOptions): RunOperation => {
  /** A malformed request is the caller's affair; everything else is worth a line. */
  const report = (operation: OperationName, error: unknown): void => {
    if (!(error instanceof AppointmentError)) {
      log.error({ platform, operation, err: error }, 'appointment operation failed unexpectedly');
    } else if (error.code !== 'invalid_request') {
      const { code, details } = error;
      log.warn({ platform, operation, code, upstream: details.upstream }, 'appointment operation failed');
    }
  };

  return async (operation, call, act) => {
    try {
      return await act(contextOf(call, platform, nowMs()));
    } catch (error) {
      report(operation, error);
      const { appointmentId } = call;
      return failureResult(error, {
        operation,
        appointmentId: typeof appointmentId === 'string' ? appointmentId : undefined,
      });
    }
  };
};
