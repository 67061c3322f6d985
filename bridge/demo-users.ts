/** Who is signed in from the start, in the sandbox only: everybody whom the local CRMs know. */
import type { Platform } from '../src/contract/operations';
import type { SandboxReady } from './sandbox-process';
import type { Session } from './sessions/session-store';

export interface DemoUser {
  readonly platform: Platform;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly session: Session;
}

type SandboxUser = SandboxReady['netsuite']['users'][number];

const demoUsers = (
  platform: Platform,
  users: readonly SandboxUser[],
  more: Pick<Session, 'hostname' | 'platformAdditionalInfo'> & { readonly scheme: string },
): readonly DemoUser[] =>
  users.map(({ id, name, timeZone, token }) => ({
    platform,
    name,
    timeZone,
    session: {
      id: `${id}-${platform}`,
      platform,
      hostname: more.hostname,
      timezoneName: timeZone,
      platformAdditionalInfo: more.platformAdditionalInfo,
      authHeader: more.scheme + token,
    },
  }));

export const demoUsersOf = ({ netsuite, bullhorn, clio }: SandboxReady): readonly DemoUser[] => [
  ...demoUsers('netsuite', netsuite.users, { hostname: netsuite.hostname, scheme: 'Bearer ' }),
  ...demoUsers('bullhorn', bullhorn.users, {
    hostname: new URL(bullhorn.baseUrl).host,
    platformAdditionalInfo: { restUrl: bullhorn.restUrl },
    scheme: '',
  }),
  ...demoUsers('clio', clio.users, { hostname: clio.hostname, scheme: 'Bearer ' }),
];
