/** Lets a test in another process drive an emulator: its clock, faults, switches and journal, as JSON over HTTP. */
import express, { type ErrorRequestHandler, type Router } from 'express';

import type { FakeClock } from './fake-clock';
import type { FaultPlan } from './fault-plan';
import { parseFaultRule } from './fault-rule';
import { isJsonObject } from './json-value';
import type { RequestJournal } from './request-journal';
import type { RouteLedger } from './route-ledger';
import { SandboxRequestError } from './sandbox-request-error';

export interface ControlApiOptions {
  readonly clock: FakeClock;
  readonly faults: FaultPlan;
  readonly journal: RequestJournal;
  readonly ledger: RouteLedger;
  readonly switches: {
    get(): object;
    /** @throws SandboxRequestError for a switch or a value that does not exist. */
    patch(changes: unknown): void;
  };
  /** Back to the state after the start. */
  reset(): void;
  /** How many of what the emulator holds. */
  stateSummary(): Readonly<Record<string, string | number>>;
}

function moveClock(clock: FakeClock, command: unknown): void {
  if (isJsonObject(command)) {
    if (command['real'] === true) return clock.useRealTime();
    if (typeof command['nowMs'] === 'number') return clock.set(command['nowMs']);
    if (typeof command['advanceMs'] === 'number') return clock.advance(command['advanceMs']);
  }
  throw new SandboxRequestError('The clock takes {"nowMs":…}, {"advanceMs":…} or {"real":true}.');
}

const answerRequestErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const isUnreadableJson = error instanceof SyntaxError;
  if (!(error instanceof SandboxRequestError) && !isUnreadableJson) return next(error);
  response.status(400).json({ error: isUnreadableJson ? 'The body is not JSON.' : error.message });
};

/** The routes below `/_sandbox`. They are no vendor's, so they are neither in the ledger nor in the journal. */
export function createControlApi(options: ControlApiOptions): Router {
  const { clock, faults, journal, ledger, switches } = options;
  const router = express.Router();
  router.use(express.json());
  router.post('/reset', (_request, response) => {
    options.reset();
    response.json(options.stateSummary());
  });
  router.get('/faults', (_request, response) => void response.json({ faults: faults.pending() }));
  router.post('/faults', (request, response) => {
    faults.add(parseFaultRule(request.body));
    response.status(201).json({ faults: faults.pending() });
  });
  router.delete('/faults', (_request, response) => {
    faults.clear();
    response.json({ faults: faults.pending() });
  });
  router.get('/clock', (_request, response) => void response.json({ nowMs: clock.nowMs() }));
  router.post('/clock', (request, response) => {
    moveClock(clock, request.body);
    response.json({ nowMs: clock.nowMs() });
  });
  router.get('/switches', (_request, response) => void response.json(switches.get()));
  router.patch('/switches', (request, response) => {
    switches.patch(request.body);
    response.json(switches.get());
  });
  router.get('/journal', (_request, response) => {
    response.json({ counts: journal.counts(), entries: journal.entries() });
  });
  router.delete('/journal', (_request, response) => {
    journal.clear();
    response.json({ counts: journal.counts(), entries: journal.entries() });
  });
  router.get('/ledger', (_request, response) => void response.json({ routes: ledger.entries() }));
  router.get('/state', (_request, response) => void response.json(options.stateSummary()));
  router.use((request, response) => {
    response.status(404).json({ error: `The sandbox has no ${request.method} ${request.originalUrl}.` });
  });
  router.use(answerRequestErrors);
  return router;
}
