/** Starts the local NetSuite account for the sandbox program and says how to reach it. */
import type { RunningVendor } from '../core/running-vendor';
import type { NetSuiteState } from './entities';
import { createNetSuiteSandbox } from './netsuite-sandbox';
import { defaultIntegrationRecord } from './oauth/integration-record';
import { seedCalendarFile } from './seed-calendar-file';
import { seedMonth } from './seed-month';

type Seed = (now: { readonly nowMs: number }) => NetSuiteState;

/** The seeded month, with the calendar of the first user from the file; `notes` are those of the last seeding. */
function seedFrom(calendarText: string): { readonly seed: Seed; notes(): readonly string[] } {
  let notes: readonly string[] = [];
  return {
    seed({ nowMs }) {
      const state = seedMonth({ nowMs });
      const [user] = state.users.values();
      if (user !== undefined) notes = seedCalendarFile({ state, user, text: calendarText, nowMs });
      return state;
    },
    notes: () => notes,
  };
}

/** @throws Error when the port is taken, or the calendar text is no iCalendar file. */
export async function startNetSuite(options: {
  readonly port: number;
  /** An iCalendar text for the calendar of the first user. */
  readonly calendarText: string | undefined;
  readonly suiteAppFolder: string;
}): Promise<RunningVendor> {
  const { port, calendarText, suiteAppFolder } = options;
  const source = calendarText === undefined ? undefined : seedFrom(calendarText);
  const { state, listen } = createNetSuiteSandbox({ suiteAppFolder, seed: source?.seed ?? seedMonth });
  const server = await listen(port);
  const { clientId, clientSecret } = defaultIntegrationRecord;
  return {
    announcement: {
      baseUrl: server.baseUrl,
      accountId: state.accountId,
      hostname: `${state.accountId.toLowerCase()}.app.netsuite.com`,
      // Here the hosts of the account (app, suitetalk.api, restlets.api) are one.
      authorizeBaseUrl: server.baseUrl,
      oauth: { clientId, clientSecret },
      users: [...state.users.values()].map(({ employeeId, preferences, token }) => ({
        id: employeeId,
        name: state.people.get(employeeId)?.name ?? '',
        ...preferences,
        token,
      })),
    },
    notes: source?.notes() ?? [],
    close: server.close,
  };
}
