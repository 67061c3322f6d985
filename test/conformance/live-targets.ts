/**
 * Real accounts to run the suite against, named by the environment: `CONFORMANCE_NETSUITE`, `CONFORMANCE_BULLHORN` and
 * `CONFORMANCE_CLIO` hold an account as JSON (`liveAccountSchema`). The suite makes appointments there, invites the three
 * people, and cancels what it has made: a CRM that keeps what is cancelled keeps those.
 */
import { z } from 'zod';
import type { CalendarAdapter } from '../../bridge/adapters/calendar-adapter';
import { createConnector } from '../../bridge/connectors/create-connector';
import type { ConformanceAccount, LiveTarget } from './conformance-target';
import { createPatientConnector } from './patient-connector';
import { silentLog } from './silent-log';

const personSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  email: z.string(),
});

const liveAccountSchema = z.strictObject({
  /** As the server's own user rows are: `{"id":"358001-clio","hostname":"app.clio.com"}`. */
  user: z.strictObject({
    id: z.string(),
    hostname: z.string().optional(),
    timezoneName: z.string().optional(),
    platformAdditionalInfo: z.strictObject({ restUrl: z.string() }).optional(),
  }),
  /** `Bearer …`, or the BhRestToken. */
  authHeader: z.string(),
  /** IANA name of the user's zone. */
  timeZone: z.string(),
  /** Three people who may be invited, as the CRM shows them. */
  people: z.tuple([personSchema, personSchema, personSchema]),
  /** An id that nobody has. */
  unknownId: z.string(),
});

export interface LiveTargetOptions extends Pick<LiveTarget, 'name' | 'platform' | 'facts'> {
  readonly createAdapter: () => CalendarAdapter;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The account that the environment names for this platform; none where it names none.
 * @throws ZodError that says what of the account is missing or wrong
 */
export const liveTargets = (options: LiveTargetOptions): readonly LiveTarget[] => {
  const { name, platform, facts, createAdapter, env } = options;
  const text = env[`CONFORMANCE_${platform.toUpperCase()}`];
  if (!text) return [];
  const { user, authHeader, timeZone, people, unknownId } = liveAccountSchema.parse(JSON.parse(text));
  const adapter = createAdapter();
  const account: Omit<ConformanceAccount, 'nowMs'> = {
    connector: createPatientConnector(createConnector({ platform, adapter, log: silentLog })),
    capabilities: adapter.capabilities,
    call: { user, authHeader },
    timeZone,
    people,
    unknownId,
    close: async () => undefined,
  };
  return [{ kind: 'live', name, platform, facts, open: async () => ({ ...account, nowMs: Date.now() }) }];
};
