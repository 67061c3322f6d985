import { readConfig } from '../../bridge/config';
import type { SandboxReady } from '../../bridge/sandbox-process';
import { connectorOptionsOf, signInOptionsOf } from '../../bridge/vendor-options';

const users = [{ id: '1', name: 'Olga', timeZone: 'Europe/Paris', token: 'T' }];
const oauth = { clientId: 'local', clientSecret: 'local secret' };

const sandbox: SandboxReady = {
  type: 'sandbox-ready',
  netsuite: { baseUrl: 'http://127.0.0.1:1', hostname: '1234567.app.netsuite.com', users, oauth },
  bullhorn: {
    baseUrl: 'http://127.0.0.1:2',
    restUrl: 'http://127.0.0.1:2/rest-services/e999/',
    loginInfoUrl: 'http://127.0.0.1:2/rest-services/loginInfo',
    users,
    oauth: null,
  },
  clio: { baseUrl: 'http://127.0.0.1:3', hostname: 'app.clio.com', users, oauth },
  notes: [],
};

const live = readConfig({
  BRIDGE_SECRET: 'a secret of thirty-two characters or more',
  NETSUITE_CLIENT_ID: 'id',
  NETSUITE_CLIENT_SECRET: 'secret',
  NETSUITE_REST_BASE_URL: 'https://proxy.example',
  CLIO_AU_CLIENT_ID: 'au',
  CLIO_AU_CLIENT_SECRET: 'au secret',
});

describe('where the calls of each CRM go', () => {
  it('is the sandbox where there is one, whatever else is set', () => {
    const options = JSON.stringify([connectorOptionsOf(live, sandbox), signInOptionsOf(live, sandbox)]);
    expect(options).toContain('http://127.0.0.1:1');
    expect(options).not.toMatch(/proxy\.example|"id"|au secret/);
  });

  it('is as the settings say where there is none', () => {
    expect(connectorOptionsOf(live).netsuite.restBaseUrl).toBe('https://proxy.example');
    expect(signInOptionsOf(live)).toEqual({
      netsuite: { clientId: 'id', clientSecret: 'secret', restBaseUrl: 'https://proxy.example' },
      bullhorn: undefined,
      clio: { apps: expect.objectContaining({ au: { clientId: 'au', clientSecret: 'au secret' } }) },
    });
  });

  it('leaves out the sign-in at a CRM that the bridge is not registered with', () => {
    const { netsuite, bullhorn, clio } = signInOptionsOf(live, sandbox);
    expect([netsuite?.clientId, bullhorn, clio?.apps.us?.clientId]).toEqual(['local', undefined, 'local']);
    expect(signInOptionsOf(readConfig({ BRIDGE_MODE: 'live' }))).toEqual({});
  });
});
