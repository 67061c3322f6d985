/** The one limit of requests at a time that RESTlets and web services of an account share (bridgehead_1525252812). */
import type { RequestHandler } from 'express';

import { concurrencyExceeded } from './netsuite-faults';

/** A request counts until its answer is out or its connection is gone. */
export function concurrencyLimit(options: { readonly maximum: number }): RequestHandler {
  let running = 0;
  return (request, response, next) => {
    if (running >= options.maximum) {
      const refusal = concurrencyExceeded(request);
      response.status(refusal.status).type(refusal.contentType ?? 'application/json');
      response.send(JSON.stringify(refusal.body));
      return;
    }
    running += 1;
    response.once('close', () => {
      running -= 1;
    });
    next();
  };
}
