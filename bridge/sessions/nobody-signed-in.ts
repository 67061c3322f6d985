/** What stands for the sessions of a bridge without a secret to sign tokens with: there are none. */
import type { SessionServices } from './session-services';

export const nobodySignedIn = {
  authenticate: async () => undefined,
  credentials: {
    credentialFor: async (session) => session,
    replaceRefused: async () => undefined,
  },
} as const satisfies Pick<SessionServices, 'authenticate' | 'credentials'>;
