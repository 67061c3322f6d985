import { startFakeNetSuite, type FakeNetSuite } from '../fake-netsuite';
import { startApp, type RunningApp } from '../running-app';

let netsuite: FakeNetSuite;
let app: RunningApp;

beforeAll(async () => {
  netsuite = await startFakeNetSuite();
  app = await startApp(netsuite);
});
afterAll(async () => {
  await app.close();
  await netsuite.close();
});

describe('what this connector does not do', () => {
  it.each([
    ['GET', '/contact?phoneNumber=%2B16505550100'],
    ['POST', '/contact'],
    ['GET', '/callLog?sessionIds=1'],
    ['POST', '/callLog'],
    ['PATCH', '/callLog'],
    ['POST', '/callLog/cacheNote'],
    ['POST', '/messageLog'],
    ['PUT', '/callDisposition'],
    ['GET', '/accountData'],
    ['GET', '/licenseStatus'],
    ['POST', '/calldown'],
    ['DELETE', '/calldown/1'],
    ['GET', '/ringcentral/admin/report'],
    ['GET', '/debug/report/url'],
    ['POST', '/plugin/register'],
  ])('is answered with a sentence: %s %s', async (method, path) => {
    const { status, body, text } = await app.asClient(method, path, { body: { note: 'x' } });
    expect([status, body]).toEqual([
      200,
      {
        successful: false,
        returnMessage: {
          message: expect.stringContaining('not implemented by this connector'),
          messageType: 'warning',
          ttl: expect.any(Number),
        },
      },
    ]);
    expect(text).not.toContain('authorize CRM platform');
  });

  it('has no administrators, in the words of App Connect’s server', async () => {
    for (const [method, path] of [
      ['GET', '/admin/settings'],
      ['POST', '/admin/settings'],
      ['GET', '/admin/managedAuth'],
      ['POST', '/admin/userMapping'],
      ['GET', '/admin/serverLoggingSettings'],
    ] as const) {
      const { status, text } = await app.asClient(method, path);
      expect([status, text]).toEqual([403, 'Admin validation failed']);
    }
  });

  it('is empty where there is nothing to show', async () => {
    expect((await app.asClient('GET', '/releaseNotes')).body).toEqual({});
    expect((await app.asClient('GET', '/calldown?status=All')).body).toEqual({ successful: true, items: [] });
    expect((await app.send('GET', '/isAlive')).text).toBe('OK');
  });
});

describe('what a connector can do', () => {
  it.each(['netsuite', 'bullhorn', 'clio'])(
    'is, for %s, appointments and finding people by name',
    async (platform) => {
      const { status, body } = await app.send('GET', `/implementedInterfaces?platform=${platform}`);
      expect(status).toBe(200);
      const interfaces: Record<string, unknown> = Object(body);
      const able = Object.keys(interfaces).filter((name) => interfaces[name] === true);
      expect(able).toEqual(
        expect.arrayContaining([
          'getAuthType',
          'getOauthInfo',
          'listAppointments',
          'createAppointment',
          'updateAppointment',
          'refreshAppointment',
          'confirmAppointment',
          'cancelAppointment',
          'findContactWithName',
          'unAuthorize',
        ]),
      );
      expect(interfaces).toMatchObject({
        createCallLog: false,
        createMessageLog: false,
        getLicenseStatus: false,
      });
    },
  );

  it('is not known of a CRM that is none of ours, or of none at all', async () => {
    const unknown = await app.send('GET', '/implementedInterfaces?platform=pipedrive');
    expect([unknown.status, unknown.body]).toEqual([400, { error: expect.any(String) }]);
    const none = await app.send('GET', '/implementedInterfaces');
    expect([none.status, none.text]).toEqual([400, 'Please provide platform.']);
    expect(unknown.text + none.text).not.toContain('authorize CRM platform');
  });
});
