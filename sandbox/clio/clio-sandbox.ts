/** A law firm's Clio on this computer: calendars, calendar entries, contacts and users of the Manage API v4. */
import express, { type Express } from 'express';

import { createControlApi } from '../core/control-api';
import { createFakeClock, type FakeClock } from '../core/fake-clock';
import { faultMiddleware } from '../core/fault-middleware';
import { createFaultPlan, type FaultPlan } from '../core/fault-plan';
import { createRequestJournal, type RequestJournal } from '../core/request-journal';
import { createRouteLedger, type RouteLedger } from '../core/route-ledger';
import { appConnectRedirectUri } from '../core/redirect-uri';
import { listenOnLoopback, type SandboxServer } from '../core/sandbox-server';
import { createApiEndpoint } from './api/api-endpoint';
import { createRateLimit, type RateLimit } from './api/rate-limit';
import { clioFaults } from './clio-faults';
import type { ClioState, Region } from './entities';
import type { DeveloperApp } from './oauth/developer-app';
import { createOAuthEndpoint } from './oauth/oauth-endpoint';
import { adoptRecordIds } from './record-ids';
import { seedMonth } from './seed/seed-month';
import { parseSwitchChanges } from './switch-values';
import { defaultSwitches, type ClioSwitches } from './switches';

export interface ClioSandboxOptions {
  /** `us` when left out. */
  readonly region?: Region;
  /** What the firm has after the start and after a reset; a month of three people when left out. */
  readonly seed?: (now: { readonly nowMs: number; readonly region: Region }) => ClioState;
  readonly switches?: Partial<ClioSwitches>;
  /** Stops the clock at this instant. */
  readonly frozenAtMs?: number;
  /** The app that may sign users in. */
  readonly developerApp?: DeveloperApp;
}

export interface ClioSandbox {
  readonly app: Express;
  /** The same maps for the life of the sandbox: a reset fills them anew. */
  readonly state: ClioState;
  readonly clock: FakeClock;
  readonly faults: FaultPlan;
  readonly journal: RequestJournal;
  readonly ledger: RouteLedger;
  readonly developerApp: DeveloperApp;
  switches(): ClioSwitches;
  setSwitches(changes: Partial<ClioSwitches>): void;
  /** Data, tokens, switches, clock, faults, rate limits and journal as after the start. */
  reset(): void;
  /** Port 0, the default, takes a free one. */
  listen(port?: number): Promise<SandboxServer>;
}

/** The credentials a local client can use when the sandbox was given no other. */
export const defaultDeveloperApp = {
  clientId: 'clio-sandbox-client',
  clientSecret: 'clio-sandbox-secret',
  redirectUris: [appConnectRedirectUri],
} as const satisfies DeveloperApp;

function refill<Key, Item>(target: Map<Key, Item>, source: ReadonlyMap<Key, Item>): void {
  target.clear();
  for (const [key, item] of source) target.set(key, item);
}

function refillState(state: ClioState, fresh: ClioState): void {
  refill(state.users, fresh.users);
  refill(state.calendars, fresh.calendars);
  refill(state.contacts, fresh.contacts);
  refill(state.matters, fresh.matters);
  refill(state.eventTypes, fresh.eventTypes);
  refill(state.calendarEntries, fresh.calendarEntries);
  refill(state.grants, fresh.grants);
  refill(state.authorizationCodes, fresh.authorizationCodes);
  adoptRecordIds(state, fresh);
}

type AppParts = Omit<ClioSandbox, 'app' | 'listen'> & {
  readonly rateLimit: RateLimit;
};

function createApp(parts: AppParts): Express {
  const { state, journal, faults, switches, rateLimit } = parts;
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(
    '/_sandbox',
    createControlApi({
      ...parts,
      switches: { get: switches, patch: (changes) => parts.setSwitches(parseSwitchChanges(changes)) },
      stateSummary: () => ({
        region: state.region,
        users: state.users.size,
        calendars: state.calendars.size,
        contacts: state.contacts.size,
        calendarEntries: state.calendarEntries.size,
      }),
    }),
  );
  app.use(journal.middleware);
  app.use('/api/v4', rateLimit.middleware);
  app.use(
    faultMiddleware({
      plan: faults,
      vendor: clioFaults(switches),
      onFault(response, kind) {
        journal.note(response, { fault: kind });
        if (kind === 'limitExceeded') rateLimit.markExceeded(response);
      },
    }),
  );
  app.use(createOAuthEndpoint(parts));
  app.use(createApiEndpoint(parts));
  app.use((request, response) => {
    response.status(404).type('text').send(`This sandbox has no ${request.path}.`);
  });
  return app;
}

export function createClioSandbox(options: ClioSandboxOptions = {}): ClioSandbox {
  const clock = createFakeClock(options);
  const region = options.region ?? 'us';
  const seed = options.seed ?? seedMonth;
  const state = seed({ nowMs: clock.nowMs(), region });
  const initialSwitches = { ...defaultSwitches, ...options.switches };
  const faults = createFaultPlan();
  const journal = createRequestJournal({ clock, secretPaths: /^\/oauth\//i });
  const ledger = createRouteLedger();
  let currentSwitches: ClioSwitches = initialSwitches;
  const switches = (): ClioSwitches => currentSwitches;
  const rateLimit = createRateLimit({ clock, switches });

  const sandbox = {
    state,
    clock,
    faults,
    journal,
    ledger,
    developerApp: options.developerApp ?? defaultDeveloperApp,
    switches,
    setSwitches(changes: Partial<ClioSwitches>): void {
      currentSwitches = { ...currentSwitches, ...changes };
    },
    reset(): void {
      if (options.frozenAtMs === undefined) clock.useRealTime();
      else clock.set(options.frozenAtMs);
      refillState(state, seed({ nowMs: clock.nowMs(), region }));
      currentSwitches = initialSwitches;
      rateLimit.clear();
      faults.clear();
      journal.clear();
    },
  };
  const app = createApp({ ...sandbox, rateLimit });
  return { ...sandbox, app, listen: (port) => listenOnLoopback(app, port) };
}
