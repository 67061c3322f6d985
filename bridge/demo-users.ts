/** Who is signed in from the start, in the sandbox only: everybody whom the local CRMs know. */
import type { Platform } from '../src/contract/operations';
import type { SandboxReady } from './sandbox-process';
import { sessionIdOf } from './sessions/open-session';
import type { Session } from './sessions/session-store';

export interface DemoUser {
  readonly platform: Platform;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly session: Session;
}

type SandboxUser = SandboxReady['netsuite']['users'][number];

interface Account {
  readonly hostname: string;
  readonly restUrl?: string;
  /** Before the token, in the credential. */
  readonly scheme: string;
}

const demoUsers = (
  platform: Platform,
  users: readonly SandboxUser[],
  { hostname, restUrl, scheme }: Account,
): readonly DemoUser[] =>
  users.map(({ id, name, timeZone, token }) => ({
    platform,
    name,
    timeZone,
    session: {
      // Apart from the session of the same person who really signs in, and out.
      id: `demo-${sessionIdOf(platform, { id, hostname }, { restUrl })}`,
      platform,
      userId: id,
      userName: name,
      hostname,
      timeZone,
      place: { hostname },
      // The sandbox's own tokens, which do not end and cannot be renewed.
      tokens: {
        accessToken: token,
        credential: scheme + token,
        expiresAtMs: Number.MAX_SAFE_INTEGER,
        restUrl,
      },
    },
  }));

export const demoUsersOf = ({ netsuite, bullhorn, clio }: SandboxReady): readonly DemoUser[] => [
  ...demoUsers('netsuite', netsuite.users, { hostname: netsuite.hostname, scheme: 'Bearer ' }),
  ...demoUsers('bullhorn', bullhorn.users, {
    hostname: new URL(bullhorn.baseUrl).host,
    restUrl: bullhorn.restUrl,
    scheme: '',
  }),
  ...demoUsers('clio', clio.users, { hostname: clio.hostname, scheme: 'Bearer ' }),
];
