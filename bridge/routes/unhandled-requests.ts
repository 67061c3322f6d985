/** The end of the line: addresses that nobody serves, and requests that failed before an operation could answer. */
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { z } from 'zod';
import { AppointmentError } from '../../src/contract/failure';
import { failureResult } from '../connectors/failure-result';
import { sendServerFailure } from './failure-response';
import { RequestRefused } from './request-refused';

/** What express and its static files throw for a request of the caller's making (http-errors). */
const httpErrorSchema = z.object({ status: z.number().int().min(400).max(499) });

const MALFORMED = 'The address is malformed: a % in it must be followed by two hexadecimal digits.';
/** A range or a condition that a file does not meet, for example. */
const NOT_SO = 'The request cannot be answered with these headers.';

const refusalOf = (error: unknown): RequestRefused | undefined => {
  if (error instanceof RequestRefused) return error;
  const known = httpErrorSchema.safeParse(error).data;
  return known && new RequestRefused(known.status, error instanceof URIError ? MALFORMED : NOT_SO);
};

export const answerUnknownRoute: RequestHandler = (_request, response) => {
  const error = new AppointmentError('not_found', 'There is nothing at this address.');
  sendServerFailure(response, failureResult(error));
};

/** No stack and no text of an unforeseen error goes out. */
export const createErrorHandler =
  (log: { error(ids: object, title: string): void }): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const refusal = refusalOf(error);
    if (!refusal) log.error({ err: error }, 'request failed unexpectedly');
    sendServerFailure(
      response,
      failureResult(refusal ? new AppointmentError('invalid_request', refusal.message) : error),
      refusal?.status,
    );
  };
