/**
 * Refuses an address with a bare `#`. No request line may hold one (RFC 9112 §3.2), and express would drop what follows
 * it: a `POST /appointments/#7/confirm` would create an appointment.
 */
import type { RequestHandler } from 'express';
import { RequestRefused } from './request-refused';

export const refuseFragment: RequestHandler = (request, _response, next) => {
  if (request.originalUrl.includes('#')) {
    throw new RequestRefused(400, 'The address is malformed: a # in it must be written as %23.');
  }
  next();
};
