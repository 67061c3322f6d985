import express from 'express';

import { createControlApi } from '../../../sandbox/core/control-api';
import { createFakeClock } from '../../../sandbox/core/fake-clock';
import { createFaultPlan } from '../../../sandbox/core/fault-plan';
import { createRequestJournal } from '../../../sandbox/core/request-journal';
import { createRouteLedger } from '../../../sandbox/core/route-ledger';
import { SandboxRequestError } from '../../../sandbox/core/sandbox-request-error';
import { listenOnLoopback, type SandboxServer } from '../../../sandbox/core/sandbox-server';

describe('the control API of a sandbox', () => {
  const clock = createFakeClock({ frozenAtMs: 1000 });
  const faults = createFaultPlan();
  const journal = createRequestJournal({ clock });
  const ledger = createRouteLedger();
  let switches: object = { colour: 'red' };
  let resets = 0;
  let server: SandboxServer;

  beforeAll(async () => {
    const app = express();
    app.use(
      '/_sandbox',
      createControlApi({
        clock,
        faults,
        journal,
        ledger,
        switches: {
          get: () => switches,
          patch(changes) {
            if (typeof changes !== 'object' || changes === null || !('colour' in changes)) {
              throw new SandboxRequestError('There is no switch like that.');
            }
            switches = changes;
          },
        },
        reset: () => (resets += 1),
        stateSummary: () => ({ events: 3 }),
      }),
    );
    app.use(journal.middleware);
    ledger.register(
      app,
      { method: 'get', path: '/things', status: 'implemented', provenance: 'documented', source: 'page 1' },
      (_request, response) => {
        journal.note(response, { units: 15 });
        response.json([]);
      },
    );
    server = await listenOnLoopback(app);
  });

  afterAll(() => server.close());

  async function call(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; json: unknown }> {
    const response = await fetch(`${server.baseUrl}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json() };
  }

  it('sets, moves and releases the clock', async () => {
    expect(await call('POST', '/_sandbox/clock', { nowMs: 5000 })).toEqual({
      status: 200,
      json: { nowMs: 5000 },
    });
    expect((await call('POST', '/_sandbox/clock', { advanceMs: 60_000 })).json).toEqual({ nowMs: 65_000 });
    expect(clock.nowMs()).toBe(65_000);
    await call('POST', '/_sandbox/clock', { real: true });
    expect(clock.nowMs()).toBeGreaterThan(1_700_000_000_000);
  });

  it('says what a clock command looks like when it gets another', async () => {
    const { status, json } = await call('POST', '/_sandbox/clock', { faster: true });
    expect(status).toBe(400);
    expect(json).toEqual({ error: expect.stringContaining('"advanceMs"') });
  });

  it('plans and clears faults', async () => {
    const added = await call('POST', '/_sandbox/faults', { fault: '429', path: '/things', times: 'always' });
    expect(added).toEqual({
      status: 201,
      json: { faults: [{ fault: '429', path: '/things', times: 'always', left: 'always' }] },
    });
    expect((await call('DELETE', '/_sandbox/faults')).json).toEqual({ faults: [] });
  });

  it.each([
    ['POST', '/_sandbox/faults', { fault: 'flood' }, 400],
    ['PATCH', '/_sandbox/switches', { size: 1 }, 400],
    ['POST', '/_sandbox/faults', '{', 400],
    ['GET', '/_sandbox/weather', undefined, 404],
  ])('refuses %s %s with a reason', async (method, path, body, status) => {
    const reply = await call(method, path, body);
    expect(reply).toEqual({ status, json: { error: expect.any(String) } });
  });

  it('reads and changes switches', async () => {
    await call('PATCH', '/_sandbox/switches', { colour: 'blue' });
    expect((await call('GET', '/_sandbox/switches')).json).toEqual({ colour: 'blue' });
  });

  it('shows what was asked without values of the query, and forgets it', async () => {
    await call('GET', '/things?token=secret&page=0');
    const { json } = await call('GET', '/_sandbox/journal');
    expect(json).toEqual({
      counts: { 'GET /things': 1 },
      entries: [
        expect.objectContaining({
          method: 'GET',
          path: '/things',
          queryKeys: ['token', 'page'],
          status: 200,
          notes: { units: 15 },
        }),
      ],
    });
    expect(JSON.stringify(json)).not.toContain('secret');
    expect((await call('DELETE', '/_sandbox/journal')).json).toEqual({ counts: {}, entries: [] });
  });

  it('lists the routes with their provenance, sums up the state and resets', async () => {
    expect((await call('GET', '/_sandbox/ledger')).json).toMatchObject({ routes: [{ path: '/things' }] });
    expect((await call('GET', '/_sandbox/state')).json).toEqual({ events: 3 });
    await call('POST', '/_sandbox/reset');
    expect(resets).toBe(1);
  });
});
