/**
 * Answers HEAD for a step of a sign-in, which express would take for a GET: scanners of links and previews ask so, and
 * what only looks must not use up a state or a code that is good once (RFC 9110 §9.2.1).
 */
import type { RequestHandler } from 'express';

export const answerHead: RequestHandler = (request, response, next) => {
  if (request.method === 'HEAD') response.status(200).end();
  else next();
};
