/**
 * Lets the console's page call the public routes: what the cookie of the named CRM holds becomes the request's bearer
 * token, and the answer tells which calls the CRM got for it.
 */
import type { Request, RequestHandler, Response } from 'express';
import { AppointmentError } from '../../src/contract/failure';
import { platforms, type Platform } from '../../src/contract/operations';
import { failureResult } from '../connectors/failure-result';
import { withCallTrail, type CallTrail } from '../http/call-trail';
import { foundNobody } from '../routes/client-guard';
import { CONSOLE_HEADER } from '../routes/console-header';
import { sendServerFailure } from '../routes/failure-response';
import { routePattern } from '../routes/route-pattern';
import type { ConsoleCookies } from './console-cookies';
import { serverTimingOf } from './server-timing';

export interface ConsoleSessionOptions {
  readonly cookies: ConsoleCookies;
  /** Refuses what another page sends. */
  readonly refuseForeign: RequestHandler;
}

const UNKNOWN_PLATFORM = new AppointmentError(
  'invalid_request',
  `${CONSOLE_HEADER} must be one of ${platforms.join(', ')}.`,
);

const RENEWED_TOKEN = 'x-refreshed-jwt-token';

const isSignedOut = (request: Request, response: Response): boolean =>
  foundNobody(response) || (routePattern(request) === '/unAuthorize' && response.statusCode === 200);

/**
 * Runs right before the headers of an answer go out. Node calls `writeHead` for every answer, also for one that is
 * written in pieces and never comes to express's `send`.
 */
const beforeHeaders = (response: Response, act: () => void): void => {
  response.writeHead = new Proxy(response.writeHead, {
    apply: (writeHead, self, given): unknown => {
      act();
      return Reflect.apply(writeHead, self, given);
    },
  });
};

export const createConsoleSession = ({ cookies, refuseForeign }: ConsoleSessionOptions): RequestHandler => {
  /** The page is never shown a token. */
  const keepToken = (request: Request, response: Response, platform: Platform): void => {
    const renewed = response.get(RENEWED_TOKEN);
    response.removeHeader(RENEWED_TOKEN);
    if (isSignedOut(request, response)) cookies.clear(response, platform);
    else if (renewed !== undefined) cookies.set(response, platform, renewed);
  };
  const tellCalls = (response: Response, trail: CallTrail): void => {
    const timing = serverTimingOf(trail);
    if (timing !== '') response.set('Server-Timing', timing);
  };

  return (request, response, next) => {
    const named = request.get(CONSOLE_HEADER);
    if (named === undefined) {
      next();
      return;
    }
    void refuseForeign(request, response, () => {
      const platform = platforms.find((one) => one === named);
      if (!platform) {
        sendServerFailure(response, failureResult(UNKNOWN_PLATFORM));
        return;
      }
      request.headers.authorization = `Bearer ${cookies.read(request, platform)}`;
      withCallTrail((trail) => {
        beforeHeaders(response, () => {
          keepToken(request, response, platform);
          tellCalls(response, trail);
        });
        next();
      });
    });
  };
};
