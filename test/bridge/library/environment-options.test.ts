import { environmentOptions } from '../../../bridge/library/environment-options';

describe('the connectors’ settings from the environment', () => {
  it('are those of the calls to the CRMs, and nothing of the server around', () => {
    expect(
      environmentOptions({
        PORT: 'a pipe',
        LOG_LEVEL: 'chatty',
        BRIDGE_SECRET: 'short',
        NETSUITE_RESTLET_BASE_URL: 'http://127.0.0.1:1/',
        NETSUITE_ACCOUNT_CONCURRENCY: '20',
        BULLHORN_REST_BASE_URL: 'http://127.0.0.1:2',
        CLIO_BASE_URL: 'http://127.0.0.1:3',
      }),
    ).toMatchObject({
      netsuite: { restletBaseUrl: 'http://127.0.0.1:1', recordTimeZone: 'user', accountConcurrency: 20 },
      bullhorn: { bullhornRestBaseUrl: 'http://127.0.0.1:2' },
      clio: { clioBaseUrl: 'http://127.0.0.1:3' },
    });
  });

  it('are refused in production unless it is said twice', () => {
    const env = { NODE_ENV: 'production', CLIO_BASE_URL: 'https://elsewhere.example' };
    expect(() => environmentOptions(env)).toThrow(/ALLOW_VENDOR_URL_OVERRIDE/);
    expect(environmentOptions({ ...env, ALLOW_VENDOR_URL_OVERRIDE: '1' })).toMatchObject({
      clio: { clioBaseUrl: 'https://elsewhere.example' },
    });
  });
});
