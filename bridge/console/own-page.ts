/** Tells the requests of the console's own page from those of every other, and knows at which address it is shown. */
import type { Request, RequestHandler } from 'express';
import { AppointmentError } from '../../src/contract/failure';
import { failureResult } from '../connectors/failure-result';
import { sendServerFailure } from '../routes/failure-response';

const FOREIGN = new AppointmentError('forbidden', 'Only the console’s own page may ask for this.');

/**
 * By what a browser says of a request and no page can change (w3.org/TR/fetch-metadata). Another port of this machine
 * is the same site, so that SameSite cookies alone would let it in.
 */
const isOfAnotherPage = (request: Request, publicUrl: string): boolean => {
  const site = request.get('sec-fetch-site') ?? 'same-origin';
  const { origin } = new URL(publicUrl);
  return !['same-origin', 'none'].includes(site) || (request.get('origin') ?? origin) !== origin;
};

/** Answers 403 to what another page sends. */
export const createForeignRefusal =
  (publicUrl: () => string): RequestHandler =>
  (request, response, next) => {
    if (isOfAnotherPage(request, publicUrl())) sendServerFailure(response, failureResult(FOREIGN));
    else next();
  };

const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/** `localhost` is another origin than `127.0.0.1`, and the CRM leads back to the one that the bridge calls its own. */
export const isByAnotherName = (request: Request, publicUrl: string): boolean => {
  const asked = `http://${request.get('host') ?? ''}`;
  if (!URL.canParse(asked)) return false;
  const [seen, own] = [new URL(asked), new URL(publicUrl)];
  return (
    isLoopback(seen.hostname) &&
    isLoopback(own.hostname) &&
    seen.port === own.port &&
    seen.hostname !== own.hostname
  );
};
