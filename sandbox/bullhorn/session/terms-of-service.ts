/** Who has accepted the terms of service, and the log-ins that wait for it (bullhorn.github.io, Getting Started). */
import { randomUUID } from 'node:crypto';

export interface TermsOfService {
  isAcceptedBy(userId: number): boolean;
  /** Stands for a user who has given the right password; works once. */
  issueTicket(userId: number): string;
  /** The user behind the ticket, who has accepted from now on; `undefined` for a ticket that is unknown or used. */
  accept(ticket: string): number | undefined;
  clear(): void;
}

export function createTermsOfService(): TermsOfService {
  const acceptedBy = new Set<number>();
  const tickets = new Map<string, number>();
  return {
    isAcceptedBy: (userId) => acceptedBy.has(userId),
    issueTicket(userId) {
      const ticket = randomUUID();
      tickets.set(ticket, userId);
      return ticket;
    },
    accept(ticket) {
      const userId = tickets.get(ticket);
      tickets.delete(ticket);
      if (userId !== undefined) acceptedBy.add(userId);
      return userId;
    },
    clear() {
      acceptedBy.clear();
      tickets.clear();
    },
  };
}
