/** Connecting a CRM from the console: through the bridge's front door as App Connect's client does, and back to a cookie. */
import { randomBytes } from 'node:crypto';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { AppointmentError } from '../../src/contract/failure';
import { platforms, type Platform } from '../../src/contract/operations';
import { failureResult } from '../connectors/failure-result';
import { answerHead } from '../routes/answer-head';
import { createBrowserKeyCookie } from '../routes/browser-key-cookie';
import { sendServerFailure } from '../routes/failure-response';
import { queryText } from '../routes/query-text';
import type { SignInLimit } from '../routes/sign-in-limit';
import { ATTEMPT_LIFETIME_MS } from '../sessions/front-door';
import type { SessionServices } from '../sessions/session-services';
import type { ConsoleCookies } from './console-cookies';

export interface ConsoleSignInOptions extends Pick<SessionServices, 'frontDoor' | 'clientSignIn'> {
  readonly cookies: ConsoleCookies;
  /** Address of the bridge as browsers see it, without a slash at the end. */
  readonly publicUrl: () => string;
  /** Refuses what another page sends. */
  readonly refuseForeign: RequestHandler;
  readonly signInLimit: SignInLimit;
}

const ATTEMPT_BYTES = 32;

/** Where the front door hands a sign-in over to the console. */
export const consoleRedirectUri = (publicUrl: string): string => `${publicUrl}/console/connected`;

const platformNamed = (name: unknown): Platform | undefined => platforms.find((one) => one === name);

/** As the client's sign-in form would; a CRM that needs neither is asked with neither. */
const placeOf = (request: Request) => {
  const username = queryText(request, 'username');
  return { hostname: queryText(request, 'hostname'), ...(username === '' ? {} : { username }) };
};

const answerPage = (response: Response, error: AppointmentError): void =>
  sendServerFailure(response, failureResult(error));

const createConnect = (options: ConsoleSignInOptions): RequestHandler => {
  const { frontDoor, publicUrl } = options;
  const keyCookies = {
    oauth: createBrowserKeyCookie({ lifetimeMs: ATTEMPT_LIFETIME_MS, publicUrl, folder: '/oauth' }),
    console: createBrowserKeyCookie({ lifetimeMs: ATTEMPT_LIFETIME_MS, publicUrl, folder: '/console' }),
  };
  return async (request, response) => {
    try {
      const platform = platformNamed(request.params['platform']);
      if (!platform) throw new AppointmentError('not_found', 'This bridge has no connection to that CRM.');
      // The front door ties the CRM's redirect to this browser, and this the hand-over after it: with a code of
      // somebody else's sign-in nobody is to find themselves in somebody else's calendar.
      const attempt = randomBytes(ATTEMPT_BYTES).toString('base64url');
      const { url, state, browserKey } = await frontDoor.enter({
        platform,
        place: placeOf(request),
        clientRedirectUri: consoleRedirectUri(publicUrl()),
        clientState: new URLSearchParams({ platform, attempt }).toString(),
      });
      keyCookies.oauth.set(response, state, browserKey);
      keyCookies.console.set(response, attempt, attempt);
      response.json({ authorizeUrl: url });
    } catch (error) {
      if (!(error instanceof AppointmentError)) throw error;
      answerPage(response, error);
    }
  };
};

/** What `createConnect` gave the front door to give back. */
interface HandedOver {
  readonly platform: Platform | undefined;
  readonly attempt: string;
}

const readState = (request: Request): HandedOver => {
  const state = new URLSearchParams(queryText(request, 'state'));
  return { platform: platformNamed(state.get('platform')), attempt: state.get('attempt') ?? '' };
};

const createConnected = (options: ConsoleSignInOptions): RequestHandler => {
  const { clientSignIn, cookies, publicUrl } = options;
  const keyCookie = createBrowserKeyCookie({
    lifetimeMs: ATTEMPT_LIFETIME_MS,
    publicUrl,
    folder: '/console',
  });
  /** @throws AppointmentError saying why nobody is signed in; invalid_request where this browser did not begin */
  const signIn = async (request: Request, response: Response, { platform, attempt }: HandedOver) => {
    if (!platform || attempt === '' || keyCookie.read(request, attempt) !== attempt) {
      throw new AppointmentError('invalid_request', 'This sign-in did not begin in this browser.');
    }
    keyCookie.clear(response, attempt);
    const { jwtToken } = await clientSignIn.complete({
      platform,
      place: { hostname: '' },
      redirectUri: consoleRedirectUri(publicUrl()),
      callback: new URLSearchParams({ code: queryText(request, 'code') }),
    });
    cookies.set(response, platform, jwtToken);
  };

  return async (request, response) => {
    const handedOver = readState(request);
    const tab = handedOver.platform ? `#${handedOver.platform}` : '';
    const page = `${publicUrl()}/console/`;
    try {
      await signIn(request, response, handedOver);
      response.redirect(page + tab);
    } catch (error) {
      if (!(error instanceof AppointmentError)) throw error;
      response.redirect(`${page}?problem=${error.code}${tab}`);
    }
  };
};

export const createConsoleSignIn = (options: ConsoleSignInOptions): Router => {
  const router = Router();
  const { publicUrl, refuseForeign, signInLimit } = options;
  const leadBack = (response: Response, error: AppointmentError): void =>
    response.redirect(`${publicUrl()}/console/?problem=${error.code}`);
  router.post('/console/connect/:platform', refuseForeign, signInLimit(answerPage), createConnect(options));
  router.get('/console/connected', answerHead, signInLimit(leadBack), createConnected(options));
  return router;
};
