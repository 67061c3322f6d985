/** A NetSuite account for tests, whose users have the role of the SuiteApp, behind a port of this computer. */
import type { CalendarEvent, Preferences, User } from '../../sandbox/netsuite/entities';
import { createNetSuiteSandbox, type NetSuiteSandboxOptions } from '../../sandbox/netsuite/netsuite-sandbox';
import {
  account,
  event as ownEvent,
  lasting,
  user as administrator,
  type Account,
} from '../../tools/netsuite-account';

export const user = (employeeId: string, preferences: Preferences): User => ({
  ...administrator(employeeId, preferences),
  permissions: {
    LIST_EVENT: 'FULL',
    LIST_CALENDAR: 'VIEW',
    LIST_CONTACT: 'VIEW',
    LIST_CUSTJOB: 'VIEW',
    LIST_VENDOR: 'VIEW',
    LIST_EMPLOYEE: 'VIEW',
    LIST_FIND: 'FULL',
    ADMI_RESTWEBSERVICES: 'FULL',
  },
});

export const event = (
  internalId: string,
  organizerId: string,
  startMs: number,
  minutes: number,
  changes: Partial<CalendarEvent> = {},
): CalendarEvent =>
  ownEvent(internalId, lasting(startMs, minutes), {
    organizerId,
    ownerId: organizerId,
    lastModifiedMs: 0,
    ...changes,
  });

/** Listens on a free port of this computer; the built RESTlets inside. */
export const openNetSuite = async (named: Account, options: Omit<NetSuiteSandboxOptions, 'seed'> = {}) => {
  const sandbox = createNetSuiteSandbox({ ...options, seed: () => account(named) });
  const { baseUrl, close } = await sandbox.listen();
  const signedIn = (employeeId: string) => ({ baseUrl, token: `token-${employeeId}` });
  return { sandbox, baseUrl, close, signedIn };
};
