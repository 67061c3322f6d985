/** That one incoming request has one deadline, whichever route it comes by and however often it is tried. */
import { createServer, type Server } from 'node:http';
import express, { type RequestHandler } from 'express';
import { createClioAdapter } from '../../../bridge/adapters/clio';
import type { Connector, ConnectorCall } from '../../../bridge/connectors/connector';
import { failureResult } from '../../../bridge/connectors/failure-result';
import type { Deadline } from '../../../bridge/http/deadline';
import { createClientGuard } from '../../../bridge/routes/client-guard';
import { createClientRoutes } from '../../../bridge/routes/client-routes';
import { createServerRoutes } from '../../../bridge/routes/server-routes';
import { operationNames } from '../../../bridge/routes/operation-calls';
import { operations } from '../../../src/contract/operations';
import { AppointmentError } from '../../../src/contract/failure';
import { OLGA } from '../running-app';

const LIMIT_MS = 25_000;

let server: Server;
let deadlines: (Deadline | undefined)[];

/** Every call is refused for its sign-in; notes until when its caller waits. */
const refusingConnector = (): Connector => {
  const refuse = async ({ deadline }: ConnectorCall) => {
    deadlines.push(deadline);
    return failureResult(new AppointmentError('unauthenticated', 'Connect again.'));
  };
  return {
    capabilities: createClioAdapter().capabilities,
    listAppointments: refuse,
    createAppointment: refuse,
    updateAppointment: refuse,
    setAppointmentStatus: refuse,
    refreshAppointment: refuse,
    confirmAppointment: refuse,
    cancelAppointment: refuse,
    findContactWithName: refuse,
  };
};

const serve = async (routes: RequestHandler): Promise<string> => {
  server = createServer(express().use(routes));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
};

const bodies: Readonly<Record<string, object>> = {
  createAppointment: { title: 'Demo', startTimeUtc: '2026-07-20T22:00:00Z', durationMinutes: 30 },
  updateAppointment: { title: 'Renamed' },
  setAppointmentStatus: { status: 'cancelled' },
};

const ask = async (baseUrl: string, name: (typeof operationNames)[number], prefix = ''): Promise<void> => {
  const { method, clientPath, serverPath } = operations[name];
  const path = (prefix ? serverPath : clientPath).replace(':appointmentId', '1');
  const body = bodies[name];
  const response = await fetch(`${baseUrl}${prefix}${path}?name=Ada`, {
    method,
    headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  await response.text();
};

const expectRequestDeadline = (deadline: Deadline | undefined): void => {
  const remainingMs = deadline?.remainingMs() ?? NaN;
  expect(remainingMs).toBeGreaterThan(0);
  expect(remainingMs).toBeLessThanOrEqual(LIMIT_MS);
};

beforeEach(() => {
  deadlines = [];
});
afterEach(() => {
  jest.restoreAllMocks();
  server.closeAllConnections();
  server.close();
});

describe.each(operationNames)('the deadline of %s', (name) => {
  it('is one for the client’s request: the credential, its renewal, and both tries', async () => {
    const note = (deadline: Deadline | undefined): void => void deadlines.push(deadline);
    const routes = createClientRoutes({
      connectors: { netsuite: refusingConnector() },
      guard: createClientGuard(async () => ({ session: OLGA })),
      credentials: {
        credentialFor: async (session, deadline) => {
          note(deadline);
          return session;
        },
        replaceRefused: async (session, deadline) => {
          note(deadline);
          return session;
        },
      },
    });
    await ask(await serve(routes), name);
    expect(deadlines).toHaveLength(4);
    expect(new Set(deadlines).size).toBe(1);
    expectRequestDeadline(deadlines[0]);
  });

  it('runs from the client’s arrival, not from when it is known who it is', async () => {
    const now = jest.spyOn(performance, 'now').mockReturnValue(1000);
    const routes = createClientRoutes({
      connectors: { netsuite: refusingConnector() },
      guard: createClientGuard(async () => {
        now.mockReturnValue(5000);
        return { session: OLGA };
      }),
      credentials: { credentialFor: async (session) => session, replaceRefused: async () => undefined },
    });
    await ask(await serve(routes), name);
    expect(deadlines.map((deadline) => deadline?.remainingMs())).toEqual([LIMIT_MS - 4000]);
  });

  it('is that of another server’s request', async () => {
    const routes = createServerRoutes({ connectors: { netsuite: refusingConnector() }, apiKey: undefined });
    await ask(await serve(routes), name, '/connectors/netsuite');
    expect(deadlines).toHaveLength(1);
    expectRequestDeadline(deadlines[0]);
  });
});
