/**
 * What App Connect's client calls for its other features. Answered so that it goes on: empty where there is nothing to
 * show, a sentence where its user asks for something that this connector does not do.
 */
import { Router, type RequestHandler } from 'express';

const NOT_IMPLEMENTED_TTL_MS = 5_000;

const answer =
  (body: object): RequestHandler =>
  (_request, response) => {
    response.json(body);
  };

const notImplemented = (feature: string): RequestHandler =>
  answer({
    successful: false,
    returnMessage: {
      message: `${feature}: not implemented by this connector.`,
      messageType: 'warning',
      ttl: NOT_IMPLEMENTED_TTL_MS,
    },
  });

/** By the first part of the path: whatever comes below it, and whatever the method. */
const otherFeatures = {
  '/contact': 'Contacts by phone number',
  '/callLog': 'Call logs',
  '/messageLog': 'Message logs',
  '/callDisposition': 'Call dispositions',
  '/accountData': 'Account data',
  '/licenseStatus': 'Licences',
  '/plugin': 'Plugins',
  '/ringcentral': 'Reports',
  '/debug': 'Debug reports',
} as const satisfies Record<string, string>;

export const createOtherFeatureRoutes = (): Router => {
  const router = Router();
  router.get('/isAlive', (_request, response) => {
    response.type('text/plain').send('OK');
  });
  router.get('/releaseNotes', answer({}));
  // Settings that an administrator gave everybody beforehand.
  router.get('/user/preloadSettings', answer({}));
  router.get('/calldown', answer({ successful: true, items: [] }));
  router.all('/calldown{/*rest}', notImplemented('Call-down lists'));
  // The client takes a 403 for "this user is no administrator", as App Connect's server says it.
  router.all('/admin{/*rest}', (_request, response) => {
    response.status(403).type('text/plain').send('Admin validation failed');
  });
  for (const [path, feature] of Object.entries(otherFeatures)) {
    router.all(`${path}{/*rest}`, notImplemented(feature));
  }
  return router;
};
