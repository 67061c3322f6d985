/** All that App Connect's client calls on its `serverUrl`. */
import { Router } from 'express';
import type { Connectors } from '../connectors/create-connectors';
import { nobodySignedIn } from '../sessions/nobody-signed-in';
import type { SessionServices } from '../sessions/session-services';
import { createClientGuard } from './client-guard';
import { createClientRoutes } from './client-routes';
import { createFrontDoorRoutes, type FrontDoorRoutesOptions } from './front-door-routes';
import { createInterfaceRoutes } from './interface-routes';
import { createOtherFeatureRoutes } from './other-feature-routes';
import { createSignInRoutes } from './sign-in-routes';
import type { SignInLimit } from './sign-in-limit';
import { createUserRoutes } from './user-routes';

export interface AppConnectRoutesOptions extends Pick<FrontDoorRoutesOptions, 'publicUrl'> {
  readonly connectors: Connectors;
  /** Undefined: there is no secret to sign tokens with, and nobody is signed in. */
  readonly sessions: SessionServices | undefined;
  readonly signInLimit: SignInLimit;
}

export const createAppConnectRoutes = (options: AppConnectRoutesOptions): Router => {
  const { connectors, sessions, publicUrl, signInLimit } = options;
  const { authenticate, credentials } = sessions ?? nobodySignedIn;
  const guard = createClientGuard(authenticate);
  const router = Router();
  router.use(createClientRoutes({ connectors, guard, credentials }));
  router.use(createInterfaceRoutes({ connectors }));
  if (sessions) {
    router.use(createSignInRoutes({ ...sessions, guard, signInLimit }));
    router.use(createFrontDoorRoutes({ frontDoor: sessions.frontDoor, publicUrl, signInLimit }));
    router.use(createUserRoutes({ ...sessions, guard }));
  }
  router.use(createOtherFeatureRoutes());
  return router;
};
