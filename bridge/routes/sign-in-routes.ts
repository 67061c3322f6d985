/** Connecting to a CRM and disconnecting, as App Connect's client does it (app-connect.md §2). */
import { Router, type RequestHandler, type Response } from 'express';
import { AppointmentError } from '../../src/contract/failure';
import { failureResult } from '../connectors/failure-result';
import type { SessionServices } from '../sessions/session-services';
import { answerHead } from './answer-head';
import type { ClientGuard } from './client-guard';
import { readCaughtRedirect } from './read-caught-redirect';
import type { SignInLimit } from './sign-in-limit';

export interface SignInRoutesOptions extends Pick<
  SessionServices,
  'clientSignIn' | 'credentials' | 'signOut'
> {
  readonly guard: ClientGuard;
  readonly signInLimit: SignInLimit;
}

const NOTICE_TTL_MS = 3_000;

const CONNECTED = { message: 'Connected.', messageType: 'success', ttl: NOTICE_TTL_MS } as const;
const DISCONNECTED = { message: 'Disconnected.', messageType: 'success', ttl: NOTICE_TTL_MS } as const;

const NO_API_KEYS = {
  message: 'This CRM is connected by signing in to it, not with an API key. Use Connect.',
  messageType: 'warning',
  ttl: NOTICE_TTL_MS,
} as const;

/** The client shows the message of a 200 without a token, and of nothing else. */
const answerNoToken = (response: Response, error: AppointmentError): void => {
  response.json({ returnMessage: failureResult(error).returnMessage });
};

const createOAuthCallback =
  ({ clientSignIn }: Pick<SignInRoutesOptions, 'clientSignIn'>): RequestHandler =>
  async (request, response) => {
    const redirect = readCaughtRedirect(request.query);
    if (typeof redirect === 'string') {
      response.status(400).type('text/plain').send(redirect);
      return;
    }
    try {
      const { platform } = redirect;
      if (!platform) throw new AppointmentError('unsupported', 'This bridge has no connection to that CRM.');
      response.json({
        ...(await clientSignIn.complete({ ...redirect, platform })),
        returnMessage: CONNECTED,
      });
    } catch (error) {
      if (!(error instanceof AppointmentError)) throw error;
      answerNoToken(response, error);
    }
  };

export const createSignInRoutes = (options: SignInRoutesOptions): Router => {
  const { guard, credentials, signOut, signInLimit } = options;
  const router = Router();
  router.get('/oauth-callback', answerHead, signInLimit(answerNoToken), createOAuthCallback(options));
  router.post('/apiKeyLogin', (_request, response) => {
    response.status(400).json({ successful: false, returnMessage: NO_API_KEYS });
  });
  // Sign-ins that an administrator prepares for everybody: there are none here.
  router.get('/oauthManagedAuthState', (_request, response) => {
    response.json({ isAdmin: false, hasAccountOAuth: false, hasPendingOAuth: false });
  });
  router.get('/apiKeyManagedAuthState', (_request, response) => {
    response.json({
      hasManagedAuth: false,
      allRequiredFieldsSatisfied: false,
      visibleFieldConsts: null,
      missingRequiredFieldConsts: [],
      fallbackToManualAuth: false,
    });
  });
  router.get(
    '/authValidation',
    guard(async (session, _request, response) => {
      try {
        await credentials.credentialFor(session);
      } catch (error) {
        // Its client signs the user out for any failure here: one that passes is none.
        if (!(error instanceof AppointmentError) || !error.retryable) throw error;
      }
      response.json({ successful: true });
    }),
  );
  router.post(
    '/unAuthorize',
    guard(async (session, _request, response) => {
      await signOut(session);
      // App Connect's server answers the message itself; its client reads `returnMessage`.
      response.json({ ...DISCONNECTED, returnMessage: DISCONNECTED });
    }),
  );
  return router;
};
