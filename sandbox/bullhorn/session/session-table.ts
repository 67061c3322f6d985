/** The REST sessions: who is behind a BhRestToken and until when, and how many there may be. */
import { randomUUID } from 'node:crypto';

import type { BullhornUser } from '../bullhorn-state';
import type { BullhornSwitches } from '../switches';

export interface RestSession {
  readonly restToken: string;
  readonly userId: number;
  readonly expiresAtMs: number;
  readonly ttlMinutes: number;
}

export interface SessionTable {
  /** `undefined` when there are as many sessions as there may be, and none makes room. */
  open(userId: number, ttlMinutes: number | undefined): RestSession | undefined;
  /** Signs in a seeded user with the token the seed gives; it lasts a year, so that nobody has to log in again. */
  openReady(user: BullhornUser): void;
  /** The session that has not expired; counts as a use of it. */
  use(restToken: string): RestSession | undefined;
  end(restToken: string): void;
  activeCount(): number;
  clear(): void;
}

const minuteMs = 60_000;
const readyTtlMinutes = 365 * 24 * 60;

export function createSessionTable(options: {
  readonly clock: { nowMs(): number };
  /** kb.bullhorn.com, API usage limits: 50. */
  readonly maximumSessions: number;
  readonly switches: () => BullhornSwitches;
}): SessionTable {
  const { clock, maximumSessions, switches } = options;
  /** In the order in which they were opened. */
  const sessions = new Map<string, RestSession>();

  function store(restToken: string, userId: number, ttlMinutes: number): RestSession {
    const expiresAtMs = clock.nowMs() + ttlMinutes * minuteMs;
    const session = { restToken, userId, expiresAtMs, ttlMinutes };
    sessions.set(restToken, session);
    return session;
  }

  function dropExpired(): void {
    for (const { restToken, expiresAtMs } of sessions.values()) {
      if (expiresAtMs <= clock.nowMs()) sessions.delete(restToken);
    }
  }

  return {
    open(userId, ttlMinutes) {
      dropExpired();
      const { sessionsBeyondLimit, maximumTtlMinutes, defaultTtlMinutes } = switches();
      const [oldest] = sessions.keys();
      if (sessions.size >= maximumSessions) {
        if (sessionsBeyondLimit === 'refuse' || oldest === undefined) return undefined;
        sessions.delete(oldest);
      }
      return store(randomUUID(), userId, Math.min(ttlMinutes ?? defaultTtlMinutes, maximumTtlMinutes));
    },
    openReady: (user) => void store(user.restToken, user.id, readyTtlMinutes),
    use(restToken) {
      dropExpired();
      const session = sessions.get(restToken);
      if (session === undefined || !switches().sessionSlides) return session;
      return store(restToken, session.userId, session.ttlMinutes);
    },
    end: (restToken) => void sessions.delete(restToken),
    activeCount() {
      dropExpired();
      return sessions.size;
    },
    clear: () => sessions.clear(),
  };
}
