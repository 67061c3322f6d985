/** Tells a person, or the program that starts the sandbox, where this Clio is and who can sign in. */
import type { ClioState } from './entities';
import type { DeveloperApp } from './oauth/developer-app';
import { regionHostnames } from './region';
import { userName } from './users/user-resource';

export interface ClioDescription {
  readonly baseUrl: string;
  /** The host this sandbox stands in for. */
  readonly hostname: string;
  /** The developer app's credentials; its authorize, token and deauthorize URLs are below `baseUrl`/oauth. */
  readonly oauth: Pick<DeveloperApp, 'clientId' | 'clientSecret'>;
  readonly users: readonly {
    readonly id: number;
    readonly name: string;
    /** Olson name. */
    readonly timeZone: string;
    /** Access token that does not expire. */
    readonly token: string;
  }[];
}

export function describeClio(options: {
  readonly state: ClioState;
  readonly developerApp: DeveloperApp;
  /** Where it listens, without a slash at the end. */
  readonly baseUrl: string;
}): ClioDescription {
  const { state, developerApp, baseUrl } = options;
  const { clientId, clientSecret } = developerApp;
  const seeded = [...state.grants].filter(([, grant]) => grant.expiresAtMs === null);
  return {
    baseUrl,
    hostname: regionHostnames[state.region],
    oauth: { clientId, clientSecret },
    users: seeded.flatMap(([token, { userId }]) => {
      const user = state.users.get(userId);
      return user === undefined
        ? []
        : [{ id: user.id, name: userName(user), timeZone: user.timeZone, token }];
    }),
  };
}
