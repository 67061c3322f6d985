/** The end of the line: addresses that nobody serves, and requests that failed before an operation could answer. */
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { z } from 'zod';
import { AppointmentError } from '../../src/contract/failure';
import { failureResult } from '../connectors/failure-result';
import { sendServerFailure } from './failure-response';
import { RequestRefused } from './request-refused';

/** What express and body-parser throw for a request of the caller's making (http-errors). */
const httpErrorSchema = z.object({ status: z.number().int().min(400).max(499), type: z.string().optional() });

const messagesByType: Readonly<Record<string, string>> = {
  'entity.too.large': 'The request is too large: 256 KB is the most.',
  'entity.parse.failed': 'The body is not valid JSON.',
  'encoding.unsupported': 'The body is compressed in a way that is not supported.',
  'charset.unsupported': 'Send the body as UTF-8.',
  'request.aborted': 'The request was broken off.',
};

const MALFORMED = 'The address is malformed: a % in it must be followed by two hexadecimal digits.';

const refusalOf = (error: unknown): RequestRefused | undefined => {
  if (error instanceof RequestRefused) return error;
  const known = httpErrorSchema.safeParse(error).data;
  return known && new RequestRefused(known.status, messagesByType[known.type ?? ''] ?? MALFORMED);
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
