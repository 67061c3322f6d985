/** Starts the local NetSuite account for the sandbox program and says how to reach it. */
import { createNetSuiteSandbox } from './netsuite-sandbox';
import { seedCalendarFile } from './seed-calendar-file';

/** What the sandbox program needs to know of any vendor's emulator. */
export interface RunningVendor {
  /** How to reach it and as whom: part of the message that the sandbox is ready. */
  readonly announcement: object;
  /** For people, about the data it was given. */
  readonly notes: readonly string[];
  close(): Promise<void>;
}

/**
 * @throws Error when the port is taken, or the seed is no iCalendar file.
 */
export async function startNetSuite(options: {
  readonly port: number;
  /** An iCalendar text for the calendar of the first user. */
  readonly seedText: string | undefined;
  readonly suiteAppFolder: string;
}): Promise<RunningVendor> {
  const { port, seedText, suiteAppFolder } = options;
  const sandbox = createNetSuiteSandbox({ suiteAppFolder });
  const { state, clock } = sandbox;
  const [user] = state.users.values();
  const notes =
    seedText === undefined || user === undefined
      ? []
      : seedCalendarFile({ state, user, text: seedText, nowMs: clock.nowMs() });
  const server = await sandbox.listen(port);
  return {
    announcement: {
      baseUrl: server.baseUrl,
      accountId: state.accountId,
      hostname: `${state.accountId.toLowerCase()}.app.netsuite.com`,
      users: [...state.users.values()].map(({ employeeId, preferences, token }) => ({
        id: employeeId,
        name: state.people.get(employeeId)?.name ?? '',
        ...preferences,
        token,
      })),
    },
    notes,
    close: server.close,
  };
}
