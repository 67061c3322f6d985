/** The page to look at: what App Connect's Event tab shows, in a browser, through the bridge's public routes. */
import { Router, type RequestHandler } from 'express';
import type { Connectors } from '../connectors/create-connectors';
import type { SignInLimit } from '../routes/sign-in-limit';
import type { SessionServices } from '../sessions/session-services';
import { createConsoleCookies } from './console-cookies';
import { createConsolePage, type ConsolePageOptions } from './console-page';
import { createConsoleSession } from './console-session';
import { createConsoleSignIn } from './console-sign-in';
import { createConsoleState, type ConsoleStateOptions } from './console-state';
import { createForeignRefusal } from './own-page';

/** What the settings decide. */
export type ConsoleSettings = Pick<ConsoleStateOptions, 'mode'> & Pick<ConsolePageOptions, 'pageFolder'>;

export interface ConsoleOptions extends ConsoleSettings {
  readonly connectors: Connectors;
  readonly sessions: SessionServices;
  /** Address of the bridge as browsers see it, without a slash at the end. */
  readonly publicUrl: () => string;
  readonly signInLimit: SignInLimit;
}

export interface Console {
  /** The page, and what it asks of the bridge beside the public routes. */
  readonly routes: Router;
  /** To be put before the public routes: signs the page's requests in. */
  readonly session: RequestHandler;
}

export const createConsole = (options: ConsoleOptions): Console => {
  const { mode, pageFolder, connectors, sessions, publicUrl, signInLimit } = options;
  const cookies = createConsoleCookies({ publicUrl });
  const refuseForeign = createForeignRefusal(publicUrl);
  const routes = Router();
  routes.use(createConsolePage({ pageFolder, publicUrl }));
  routes.get('/console/state', refuseForeign, createConsoleState({ ...sessions, mode, connectors, cookies }));
  routes.use(createConsoleSignIn({ ...sessions, cookies, publicUrl, refuseForeign, signInLimit }));
  return { routes, session: createConsoleSession({ cookies, refuseForeign }) };
};
