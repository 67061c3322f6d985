import { startFakeNetSuite, type FakeNetSuite } from '../fake-netsuite';
import { callerHeaders, startServiceApp, type ServiceApp } from '../service-app';

let fake: FakeNetSuite;
let app: ServiceApp;

beforeEach(async () => {
  fake = await startFakeNetSuite();
});
afterEach(async () => {
  await app.close();
  await fake.close();
});

const figures = async (): Promise<string> => (await app.get('/metrics')).text();

describe('the health of the bridge', () => {
  it('is its version, its time zone rules and how long it has been up', async () => {
    app = await startServiceApp(fake);
    const response = await app.get('/healthz');
    expect([response.status, await response.json()]).toEqual([
      200,
      {
        ok: true,
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
        tzdata: process.versions.tz,
        uptimeSeconds: expect.any(Number),
      },
    ]);
  });

  it('is ready when every check passes', async () => {
    app = await startServiceApp(fake, { checks: { database: async () => {} } });
    const response = await app.get('/readyz');
    expect([response.status, await response.json()]).toEqual([200, { ok: true, checks: { database: 'ok' } }]);
  });

  it('names the check that fails, and nothing of why', async () => {
    const fail = async () => {
      throw new Error('password SECRET refused for postgres://SECRET');
    };
    app = await startServiceApp(fake, { checks: { database: fail, queue: async () => {} } });
    const response = await app.get('/readyz');
    expect(response.status).toBe(503);
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({ ok: false, checks: { database: 'failed', queue: 'ok' } });
    expect(text).not.toMatch(/SECRET/);
  });
});

describe('the figures of the bridge', () => {
  beforeEach(async () => {
    app = await startServiceApp(fake);
  });

  it('count requests by route, operation, platform and outcome', async () => {
    await app.get('/connectors/netsuite/appointments', callerHeaders);
    await app.get('/connectors/netsuite/appointments?startDate=x', callerHeaders);
    await app.get('/connectors/netsuite/appointments');
    await app.get('/nowhere');
    const text = await figures();
    const route = '/connectors/:platform/appointments';
    const labels = `method="GET",route="${route}",operation="listAppointments",platform="netsuite"`;
    expect(text).toContain(`bridge_requests_total{${labels},outcome="ok"} 1`);
    expect(text).toContain(`bridge_requests_total{${labels},outcome="invalid_request"} 1`);
    expect(text).toContain(`bridge_requests_total{${labels},outcome="unauthenticated"} 1`);
    expect(text).toContain(`bridge_request_duration_seconds_count{${labels}} 3`);
    expect(text).toContain('route="unmatched",operation="",platform="",outcome="http_404"} 1');
  });

  it('count the calls to a CRM by how they ended', async () => {
    await app.get('/connectors/netsuite/appointments', callerHeaders);
    fake.intercept = () => ({ status: 401 });
    await app.get('/connectors/netsuite/appointments', callerHeaders);
    const text = await figures();
    expect(text).toMatch(/bridge_vendor_calls_total\{vendor="NetSuite",method="GET",outcome="ok"\} [1-9]/);
    expect(text).toContain(
      'bridge_vendor_calls_total{vendor="NetSuite",method="GET",outcome="unauthenticated"} 1',
    );
    expect(text).toMatch(/bridge_vendor_call_duration_seconds_count\{vendor="NetSuite",method="GET"\} [1-9]/);
  });

  it('hold no id, no name and no token', async () => {
    await app.get('/connectors/netsuite/appointments/4711/refresh', callerHeaders);
    await app.get('/connectors/netsuite/contacts?name=Mallory', callerHeaders);
    await app.get('/connectors/4712/appointments', callerHeaders);
    await app.get('/4713?jwtToken=SECRET-TOKEN');
    expect(await figures()).not.toMatch(/471[123]|Mallory|TOKEN|1234567/);
  });
});
