/** Failures over HTTP: the same envelope everywhere, a status by who reads it. */
import type { Response } from 'express';
import { failureKinds, type FailureCode } from '../../src/contract/failure';
import type { FailureResult } from '../../src/contract/result.schema';

const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(failureKinds, code);

const setRetryAfter = (response: Response, { retryAfterMs }: FailureResult): void => {
  if (retryAfterMs !== undefined) response.set('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
};

const usualStatus = ({ errorCode }: FailureResult): number =>
  failureKinds[isFailureCode(errorCode) ? errorCode : 'internal'].httpStatus;

/** For servers: the status says what kind of failure it is, unless `status` says it better; then the body has it too. */
export const sendServerFailure = (
  response: Response,
  failure: FailureResult,
  status: number = failure.httpStatus ?? usualStatus(failure),
): void => {
  setRetryAfter(response, failure);
  response
    .status(status)
    .json(status === usualStatus(failure) ? failure : { ...failure, httpStatus: status });
};

/**
 * For the App Connect client, which reads messages only from a 200. The one exception: it clears its CRM session on
 * exactly 401 with this code (app-connect.md §1.1).
 */
export const sendClientFailure = (response: Response, failure: FailureResult): void => {
  setRetryAfter(response, failure);
  if (failure.errorCode === 'unauthenticated') {
    response.status(401).json({ ...failure, errorCode: 'CRM_SESSION_REVOKED' });
  } else {
    response.status(200).json(failure);
  }
};
