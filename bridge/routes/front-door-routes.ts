/** The bridge's own front door to the CRMs: the manifest's `authUrl`, and where the CRMs send the browser back to. */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { AppointmentError, failureKinds } from '../../src/contract/failure';
import { platforms } from '../../src/contract/operations';
import { ATTEMPT_LIFETIME_MS, type FrontDoor } from '../sessions/front-door';
import { answerHead } from './answer-head';
import { createBrowserKeyCookie } from './browser-key-cookie';
import { queryText } from './query-text';
import type { SignInLimit } from './sign-in-limit';

export interface FrontDoorRoutesOptions {
  readonly frontDoor: FrontDoor;
  /** Address of the bridge as browsers see it. */
  readonly publicUrl: () => string;
  readonly signInLimit: SignInLimit;
}

/** A person looks at this window: what fails here is a sentence. */
const answerInWords = (response: Response, error: AppointmentError): void => {
  response.status(failureKinds[error.code].httpStatus).type('text/plain').send(error.message);
};

const forPeople =
  (handle: (request: Request, response: Response) => Promise<void>): RequestHandler =>
  async (request, response) => {
    try {
      await handle(request, response);
    } catch (error) {
      if (!(error instanceof AppointmentError)) throw error;
      answerInWords(response, error);
    }
  };

const platformIn = ({ params }: Request) => {
  const platform = platforms.find((one) => one === params['platform']);
  if (platform) return platform;
  throw new AppointmentError('not_found', 'This bridge has no connection to that CRM.');
};

export const createFrontDoorRoutes = (options: FrontDoorRoutesOptions): Router => {
  const { frontDoor, publicUrl, signInLimit } = options;
  const cookie = createBrowserKeyCookie({ lifetimeMs: ATTEMPT_LIFETIME_MS, publicUrl, folder: '/oauth' });
  const router = Router();
  router.get(
    '/oauth/authorize/:platform',
    answerHead,
    signInLimit(answerInWords),
    forPeople(async (request, response) => {
      const platform = platformIn(request);
      const username = queryText(request, 'username');
      const { url, state, browserKey } = await frontDoor.enter({
        platform,
        place: { hostname: queryText(request, 'hostname'), ...(username === '' ? {} : { username }) },
        clientRedirectUri: queryText(request, 'redirect_uri'),
        clientState: queryText(request, 'state') || `platform=${platform}`,
      });
      cookie.set(response, state, browserKey);
      response.redirect(url);
    }),
  );
  router.get(
    '/oauth/redirect',
    answerHead,
    signInLimit(answerInWords),
    forPeople(async (request, response) => {
      const callback = new URL(request.originalUrl, publicUrl()).searchParams;
      const url = await frontDoor.leave(callback, (state) => cookie.read(request, state));
      cookie.clear(response, callback.get('state') ?? '');
      response.redirect(url);
    }),
  );
  return router;
};
