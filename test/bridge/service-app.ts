/** The bridge without sign-in in front of the fake NetSuite: all that its service routes and those for servers need. */
import { createServer } from 'node:http';
import { createApp } from '../../bridge/app';
import { createConnectors } from '../../bridge/connectors/create-connectors';
import { createMetrics } from '../../bridge/metrics';
import type { Readiness } from '../../bridge/readiness';
import type { FakeNetSuite } from './fake-netsuite';

export interface ServiceApp {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

const log = { info: () => {}, warn: () => {}, error: () => {} };

/** Headers of a server that acts for a user of NetSuite. */
export const callerHeaders = {
  authorization: 'Bearer CRM-TOKEN',
  'x-crm-hostname': '1234567.app.netsuite.com',
  'x-crm-user-id': '5',
};

export const startServiceApp = async (fake: FakeNetSuite, readiness?: Readiness): Promise<ServiceApp> => {
  const metrics = createMetrics();
  const netsuite = { restletBaseUrl: fake.baseUrl, restBaseUrl: fake.baseUrl, recordTimeZone: 'user' };
  const app = createApp({
    connectors: createConnectors({
      netsuite,
      bullhorn: {},
      clio: {},
      log,
      onVendorCall: metrics.countVendorCall,
    }),
    sessions: undefined,
    publicUrl: () => 'http://bridge.example',
    apiKey: undefined,
    metrics,
    ...(readiness ? { readiness } : {}),
    log,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    get: (path, headers = {}) => fetch(`http://127.0.0.1:${port}${path}`, { headers }),
    close: async () => {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};
