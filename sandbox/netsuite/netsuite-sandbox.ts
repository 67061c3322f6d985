/** A NetSuite account on this computer: its calendar, its RESTlets and its REST Record API on one host. */
import path from 'node:path';

import express, { type Express } from 'express';

import { createAuthorizationCodes, type AuthorizationCodes } from '../core/authorization-codes';
import { createControlApi } from '../core/control-api';
import { createFakeClock, type FakeClock } from '../core/fake-clock';
import { faultMiddleware } from '../core/fault-middleware';
import { createFaultPlan, type FaultPlan } from '../core/fault-plan';
import { createRequestJournal, type RequestJournal } from '../core/request-journal';
import { createRouteLedger, type RouteLedger } from '../core/route-ledger';
import { listenOnLoopback, type SandboxServer } from '../core/sandbox-server';
import { concurrencyLimit } from './concurrency-limit';
import type { NetSuiteState } from './entities';
import { forgetInternalIds } from './internal-ids';
import { netSuiteFaults } from './netsuite-faults';
import {
  defaultIntegrationRecord,
  publicIntegrationRecord,
  type IntegrationRecord,
} from './oauth/integration-record';
import { createOAuthEndpoint, oauthPaths } from './oauth/oauth-endpoint';
import { createTokenStore, type Grant, type TokenStore } from './oauth/token-store';
import { answerRecordErrors, createCalendarEventEndpoint } from './rest/calendar-event-endpoint';
import { answerRestletErrors, createRestletEndpoint } from './restlet-endpoint';
import { maximumPayloadBytes } from './restlet-payload';
import { createRestletRunner, type RestletRunner } from './runtime/restlet-runner';
import { seedMonth } from './seed-month';
import { challengeUnauthorized } from './signed-in-user';
import { readSuiteAppDeployments, type RestletDeployment } from './suiteapp-objects';
import { parseSwitchChanges } from './switch-values';
import { defaultSwitches, type NetSuiteSwitches } from './switches';

export interface NetSuiteSandboxOptions {
  /** What the account holds after the start and after a reset; a month of five people when left out. */
  readonly seed?: (now: { readonly nowMs: number }) => NetSuiteState;
  readonly switches?: Partial<NetSuiteSwitches>;
  /** Stops the clock at this instant. */
  readonly frozenAtMs?: number;
  /** Holds `Objects` and `FileCabinet`; `dist/suiteapp` below the working directory when left out. */
  readonly suiteAppFolder?: string;
  /** Requests at a time; developer accounts have 5 (bridgehead_1525252812). */
  readonly concurrencyLimit?: number;
  /** The apps that may sign users in; a confidential and a public client when left out. */
  readonly integrations?: readonly IntegrationRecord[];
  /** Runs RESTlets; the emulated SuiteScript runtime when left out. */
  readonly runner?: RestletRunner;
}

export interface NetSuiteSandbox {
  readonly app: Express;
  /** The same maps for the life of the sandbox: a reset fills them anew. */
  readonly state: NetSuiteState;
  readonly clock: FakeClock;
  readonly faults: FaultPlan;
  readonly journal: RequestJournal;
  readonly ledger: RouteLedger;
  switches(): NetSuiteSwitches;
  setSwitches(changes: Partial<NetSuiteSwitches>): void;
  /** Data, tokens, switches, clock, faults, journal and deployments as after the start. */
  reset(): void;
  /** Port 0, the default, takes a free one. */
  listen(port?: number): Promise<SandboxServer>;
}

function refill<T>(target: Map<string, T>, source: ReadonlyMap<string, T>): void {
  target.clear();
  forgetInternalIds(target);
  for (const [id, record] of source) target.set(id, record);
}

type AppParts = Pick<
  NetSuiteSandbox,
  'state' | 'clock' | 'faults' | 'journal' | 'ledger' | 'reset' | 'switches'
> & {
  readonly setSwitches: NetSuiteSandbox['setSwitches'];
  readonly deployments: () => readonly RestletDeployment[];
  readonly runner: RestletRunner;
  readonly maximumRequests: number;
  readonly integrations: readonly IntegrationRecord[];
  readonly codes: AuthorizationCodes<Grant>;
  readonly tokens: TokenStore;
};

function createApp(parts: AppParts): Express {
  const { state, journal, faults, switches } = parts;
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(
    '/_sandbox',
    createControlApi({
      ...parts,
      switches: { get: switches, patch: (changes) => parts.setSwitches(parseSwitchChanges(changes)) },
      stateSummary: () => ({
        accountId: state.accountId,
        people: state.people.size,
        users: state.users.size,
        events: state.events.size,
      }),
    }),
  );
  app.use(journal.middleware);
  app.use(concurrencyLimit({ maximum: parts.maximumRequests }));
  app.use(
    faultMiddleware({
      plan: faults,
      vendor: netSuiteFaults,
      onFault: (response, kind) => journal.note(response, { fault: kind }),
    }),
  );
  app.use(createOAuthEndpoint(parts));
  app.use(express.raw({ type: () => true, limit: maximumPayloadBytes }));
  app.use(createRestletEndpoint(parts));
  app.use(createCalendarEventEndpoint(parts));
  app.use((request, response) => {
    response.status(404).type('text').send(`This sandbox has no ${request.path}.`);
  });
  app.use(challengeUnauthorized(state.accountId), answerRestletErrors, answerRecordErrors);
  return app;
}

export function createNetSuiteSandbox(options: NetSuiteSandboxOptions = {}): NetSuiteSandbox {
  const clock = createFakeClock(options);
  const seed = options.seed ?? seedMonth;
  const state = seed({ nowMs: clock.nowMs() });
  const initialSwitches = { ...defaultSwitches, ...options.switches };
  const suiteAppFolder = options.suiteAppFolder ?? path.resolve('dist', 'suiteapp');
  const faults = createFaultPlan();
  const journal = createRequestJournal({ clock, secretPaths: oauthPaths });
  const ledger = createRouteLedger();
  let currentSwitches: NetSuiteSwitches = initialSwitches;
  let deployments: readonly RestletDeployment[] | undefined;
  const switches = (): NetSuiteSwitches => currentSwitches;
  const codes = createAuthorizationCodes<Grant>({ clock });
  const tokens = createTokenStore({ state, clock, switches });

  const sandbox = {
    state,
    clock,
    faults,
    journal,
    ledger,
    switches,
    setSwitches(changes: Partial<NetSuiteSwitches>): void {
      currentSwitches = { ...currentSwitches, ...changes };
    },
    reset(): void {
      if (options.frozenAtMs === undefined) clock.useRealTime();
      else clock.set(options.frozenAtMs);
      const fresh = seed({ nowMs: clock.nowMs() });
      refill(state.people, fresh.people);
      refill(state.users, fresh.users);
      refill(state.events, fresh.events);
      codes.clear();
      tokens.clear();
      currentSwitches = initialSwitches;
      deployments = undefined;
      faults.clear();
      journal.clear();
    },
  };
  const app = createApp({
    ...sandbox,
    deployments: () => (deployments ??= readSuiteAppDeployments(suiteAppFolder)),
    runner: options.runner ?? createRestletRunner({ state, switches, clock }),
    maximumRequests: options.concurrencyLimit ?? 5,
    integrations: options.integrations ?? [defaultIntegrationRecord, publicIntegrationRecord],
    codes,
    tokens,
  });
  return { ...sandbox, app, listen: (port) => listenOnLoopback(app, port) };
}
