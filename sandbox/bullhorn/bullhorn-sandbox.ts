/** A Bullhorn corporation on this computer: its OAuth server and its REST API for appointments on one host. */
import express, { type ErrorRequestHandler, type Express } from 'express';

import { createControlApi } from '../core/control-api';
import { createFakeClock, type FakeClock } from '../core/fake-clock';
import { faultMiddleware } from '../core/fault-middleware';
import { createFaultPlan, type FaultPlan } from '../core/fault-plan';
import { isJsonObject } from '../core/json-value';
import { createRequestJournal, type RequestJournal } from '../core/request-journal';
import { createRouteLedger, type RouteLedger } from '../core/route-ledger';
import { listenOnLoopback, type SandboxServer } from '../core/sandbox-server';
import { apiError, badRequest, BullhornError, entityNotFound, internalErrorBody } from './bullhorn-error';
import { bullhornFaults } from './bullhorn-faults';
import { recordTypes, type BullhornState } from './bullhorn-state';
import { createDescriptionEndpoint } from './description-endpoint';
import { createEntityEndpoint } from './entity/entity-endpoint';
import { forgetEntityIds } from './entity-ids';
import { createQueryEndpoint } from './query/query-endpoint';
import { createRateLimit, type RateLimit } from './rate-limit';
import { createSearchEndpoint } from './search/search-endpoint';
import { seedMonth } from './seed/seed-month';
import { createAuthorizeEndpoint } from './session/authorize-endpoint';
import { createLoginEndpoint } from './session/login-endpoint';
import { createLoginInfoEndpoint } from './session/login-info-endpoint';
import { createOtherDataCenter } from './session/other-data-center';
import { createSignIn } from './session/rest-token';
import { createSessionEndpoint } from './session/session-endpoint';
import { createSessionTable, type SessionTable } from './session/session-table';
import { createTermsOfService, type TermsOfService } from './session/terms-of-service';
import { createTokenEndpoint } from './session/token-endpoint';
import { createTokenStore, type TokenStore } from './session/token-store';
import { parseSwitchChanges } from './switch-values';
import { defaultSwitches, type BullhornSwitches } from './switches';

export interface BullhornSandboxOptions {
  /** What the corporation holds after the start and after a reset; three recruiters' months when left out. */
  readonly seed?: (context: { readonly nowMs: number; readonly switches: BullhornSwitches }) => BullhornState;
  readonly switches?: Partial<BullhornSwitches>;
  /** Stops the clock at this instant. */
  readonly frozenAtMs?: number;
  /** 1,500 when left out (kb.bullhorn.com, API usage limits). */
  readonly callsPerMinute?: number;
  /** Sessions at a time, those of the seeded users included; 50 when left out (the same page). */
  readonly maximumSessions?: number;
}

export interface BullhornSandbox {
  readonly app: Express;
  /** The same maps for the life of the sandbox: a reset fills them anew. */
  readonly state: BullhornState;
  readonly clock: FakeClock;
  readonly faults: FaultPlan;
  readonly journal: RequestJournal;
  readonly ledger: RouteLedger;
  switches(): BullhornSwitches;
  setSwitches(changes: Partial<BullhornSwitches>): void;
  /** Data, sessions, tokens, switches, clock, faults and journal as after the start. */
  reset(): void;
  /** Port 0, the default, takes a free one. */
  listen(port?: number): Promise<SandboxServer>;
}

type AppParts = Omit<BullhornSandbox, 'app' | 'listen'> & {
  readonly tokens: TokenStore;
  readonly sessions: SessionTable;
  readonly terms: TermsOfService;
  readonly rateLimit: RateLimit;
};

/** Where passwords, codes and tokens are in the body. */
const secretPaths = /\/(?:oauth\/|rest-services\/login)/i;

/** What Express and its body parser throw for a request they cannot read carries a status of 4xx. */
function unreadableRequest(error: unknown): BullhornError | undefined {
  if (error instanceof SyntaxError) return badRequest('The body is not valid JSON.');
  const status = isJsonObject(error) ? error['status'] : undefined;
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  return apiError(status, 'errors.badRequest', 'The request could not be read.');
}

const answerErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  const known = error instanceof BullhornError ? error : unreadableRequest(error);
  if (known !== undefined) return void response.status(known.status).json(known.body);
  response.status(500).json(internalErrorBody);
};

function refill<K, V>(target: Map<K, V>, source: ReadonlyMap<K, V>): void {
  target.clear();
  for (const [key, value] of source) target.set(key, value);
}

function refillState(target: BullhornState, source: BullhornState): void {
  for (const recordType of recordTypes) {
    refill(target.records[recordType], source.records[recordType]);
    forgetEntityIds(target.records[recordType]);
  }
  refill(target.users, source.users);
  refill(target.oauthClients, source.oauthClients);
}

function controlApi(parts: AppParts): express.Router {
  const { state, sessions, switches } = parts;
  return createControlApi({
    ...parts,
    switches: { get: switches, patch: (changes) => parts.setSwitches(parseSwitchChanges(changes)) },
    stateSummary: () => ({
      corpToken: state.corpToken,
      appointments: state.records.Appointment.size,
      appointmentAttendees: state.records.AppointmentAttendee.size,
      people: state.records.Person.size,
      users: state.users.size,
      sessions: sessions.activeCount(),
    }),
  });
}

function createApp(parts: AppParts): Express {
  const { state, sessions, tokens, terms, journal, faults, switches, ledger, clock } = parts;
  const signedIn = createSignIn({ state, sessions, faults, switches });
  const context = { state, switches, clock, ledger, signedIn };
  const app = express();
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing');
  app.use('/_sandbox', controlApi(parts));
  app.use(journal.middleware);
  app.use('/rest-services', parts.rateLimit.middleware);
  app.use(
    faultMiddleware({
      plan: faults,
      vendor: bullhornFaults,
      onFault: (response, kind) => journal.note(response, { fault: kind }),
    }),
  );
  app.use(createOtherDataCenter(ledger));
  app.use(createAuthorizeEndpoint({ state, tokens, terms, switches, ledger }));
  app.use(createTokenEndpoint({ state, tokens, switches, ledger }));
  app.use(createLoginInfoEndpoint(context));
  app.use(createLoginEndpoint({ ...context, tokens, sessions, faults }));
  app.use(createSessionEndpoint({ ...context, sessions }));
  app.use(express.json({ type: () => true, limit: '10mb' }));
  app.use(createQueryEndpoint(context));
  app.use(createSearchEndpoint(context));
  app.use(createEntityEndpoint(context));
  app.use(createDescriptionEndpoint(context));
  app.use((request) => {
    throw entityNotFound(`${request.method} ${request.path}`);
  });
  app.use(answerErrors);
  return app;
}

export function createBullhornSandbox(options: BullhornSandboxOptions = {}): BullhornSandbox {
  const clock = createFakeClock(options);
  const initialSwitches = { ...defaultSwitches, ...options.switches };
  let currentSwitches: BullhornSwitches = initialSwitches;
  const switches = (): BullhornSwitches => currentSwitches;
  const seed = options.seed ?? seedMonth;
  const state = seed({ nowMs: clock.nowMs(), switches: initialSwitches });
  const faults = createFaultPlan();
  const journal = createRequestJournal({ clock, secretPaths });
  const ledger = createRouteLedger();
  const tokens = createTokenStore(clock);
  const terms = createTermsOfService();
  const sessions = createSessionTable({ clock, maximumSessions: options.maximumSessions ?? 50, switches });
  const rateLimit = createRateLimit({ clock, callsPerMinute: options.callsPerMinute ?? 1500, switches });
  const openReadySessions = (): void => state.users.forEach((user) => sessions.openReady(user));
  openReadySessions();

  const sandbox = {
    state,
    clock,
    faults,
    journal,
    ledger,
    switches,
    setSwitches(changes: Partial<BullhornSwitches>): void {
      const { allDayMidnight } = currentSwitches;
      currentSwitches = { ...currentSwitches, ...changes };
      // What Bullhorn's pages made before is otherwise then: only a new seed can show it.
      if (currentSwitches.allDayMidnight !== allDayMidnight) {
        refillState(state, seed({ nowMs: clock.nowMs(), switches: currentSwitches }));
      }
    },
    reset(): void {
      if (options.frozenAtMs === undefined) clock.useRealTime();
      else clock.set(options.frozenAtMs);
      currentSwitches = initialSwitches;
      refillState(state, seed({ nowMs: clock.nowMs(), switches: initialSwitches }));
      tokens.clear();
      terms.clear();
      sessions.clear();
      rateLimit.clear();
      openReadySessions();
      faults.clear();
      journal.clear();
    },
  };
  const app = createApp({ ...sandbox, tokens, sessions, terms, rateLimit });
  return { ...sandbox, app, listen: (port) => listenOnLoopback(app, port) };
}
