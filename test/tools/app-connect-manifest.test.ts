import { z } from 'zod';
import { createBullhornAdapter } from '../../bridge/adapters/bullhorn';
import { createClioAdapter } from '../../bridge/adapters/clio';
import { createNetSuiteAdapter } from '../../bridge/adapters/netsuite';
import { appConnectManifest } from '../../tools/app-connect-manifest';
import { platforms, type Platform } from '../../src/contract/operations';

const REDIRECT = 'https://ringcentral.github.io/ringcentral-embeddable/redirect.html';

const manifest = appConnectManifest({
  serverUrl: 'https://bridge.example',
  redirectUri: REDIRECT,
  version: '1.2.3',
  bullhornClientId: 'bullhorn-app',
  clioRegions: ['us', 'eu'],
});

/** What the documented validator checks (developers/manifest, Validation), and what the client reads for the tab. */
const platformSchema = z.object({
  name: z.string(),
  displayName: z.string(),
  environment: z.discriminatedUnion('type', [
    z.object({ type: z.literal('fixed'), url: z.url() }),
    z.object({ type: z.literal('dynamic'), urlIdentifier: z.string(), instructions: z.array(z.string()) }),
    z.object({
      type: z.literal('selectable'),
      selections: z.array(z.object({ const: z.url(), name: z.string() })).min(1),
    }),
  ]),
  auth: z.object({
    type: z.literal('oauth'),
    oauth: z.object({
      authUrl: z.url(),
      clientId: z.string().min(1),
      redirectUri: z.literal(REDIRECT),
      scope: z.string().optional(),
    }),
  }),
  settings: z.array(z.unknown()),
  contactTypes: z.array(z.object({ display: z.string(), value: z.string() })).min(1),
  override: z.array(z.unknown()).optional(),
  contactPageUrl: z.string(),
  page: z.object({
    appointment: z.object({
      supported: z.literal(true),
      title: z.string(),
      showConfirm: z.boolean(),
      filterStatus: z.object({ value: z.array(z.string()) }),
      status: z.object({ isVisible: z.boolean(), value: z.array(z.string()) }),
      titleField: z.object({ isVisible: z.literal(true), value: z.string() }),
      emailMandatoryInAttendee: z.boolean(),
      canOpenAppointmentPage: z.boolean(),
      appointmentPageUrl: z.string(),
    }),
  }),
});

type PlatformProfile = z.infer<typeof platformSchema>;

const profileOf = (platform: Platform): PlatformProfile => platformSchema.parse(manifest.platforms[platform]);
const appointmentPageOf = (platform: Platform) => profileOf(platform).page.appointment;

/** As the client builds it: values as they are, `scope` verbatim where it has an equals sign. */
const addressOpenedByClient = (platform: Platform): URL => {
  const { authUrl, clientId, redirectUri, scope } = profileOf(platform).auth.oauth;
  return new URL(
    `${authUrl}?response_type=code&client_id=${clientId}${scope ? `&${scope}` : ''}&state=platform=${platform}&redirect_uri=${encodeURIComponent(redirectUri)}`,
  );
};

const log = { warn: () => undefined };
const capabilities = {
  netsuite: createNetSuiteAdapter({ recordTimeZone: 'user', log }).capabilities,
  bullhorn: createBullhornAdapter({ log }).capabilities,
  clio: createClioAdapter().capabilities,
};

describe('the manifest', () => {
  it('names the bridge as the server, without a slash at the end', () => {
    expect(manifest).toMatchObject({
      serverUrl: 'https://bridge.example',
      redirectUri: REDIRECT,
      version: '1.2.3',
      author: { name: expect.any(String) },
    });
  });

  it('survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
  });

  it.each(platforms)('has what the validator asks of %s, under its own name', (platform) => {
    expect(profileOf(platform).name).toBe(platform);
  });

  it('has a confirm action for NetSuite only', () => {
    expect(platforms.filter((platform) => appointmentPageOf(platform).showConfirm)).toEqual(['netsuite']);
  });

  it('offers the statuses that each CRM keeps', () => {
    const filters = platforms.map((platform) => appointmentPageOf(platform).filterStatus.value);
    expect(filters).toEqual([
      ['All', 'Scheduled', 'Confirmed', 'Canceled', 'Completed'],
      ['All', 'Scheduled', 'Canceled'],
      ['All'],
    ]);
    expect(appointmentPageOf('netsuite').status).toEqual({
      isVisible: true,
      value: ['Scheduled', 'Confirmed', 'Canceled', 'Completed'],
    });
  });

  it.each(platforms)('names kinds of people by which %s invites them', (platform) => {
    const kinds = profileOf(platform).contactTypes.map(({ value }) => value);
    expect(capabilities[platform].attendeeKinds).toEqual(expect.arrayContaining(kinds));
  });

  it.each(platforms)('opens pages of %s by tokens that the client knows', (platform) => {
    const templates = [profileOf(platform).contactPageUrl, appointmentPageOf(platform).appointmentPageUrl];
    const tokens = templates.flatMap((template) => template.match(/\{[^}]*\}/g) ?? []);
    const known = ['{hostname}', '{contactId}', '{contactType}', '{thirdPartyAppointmentId}', '{atsUrl}'];
    expect(known).toEqual(expect.arrayContaining(tokens));
    expect(templates.every((template) => URL.canParse(template.replace(/[{}]/g, '')))).toBe(true);
  });

  it('has no secret', () => {
    expect(JSON.stringify(manifest)).not.toMatch(/secret/i);
  });
});

describe('the client, by the manifest', () => {
  it('goes to the bridge’s front door and comes back to its own page', () => {
    const address = addressOpenedByClient('netsuite');
    expect(address.origin + address.pathname).toBe('https://bridge.example/oauth/authorize/netsuite');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'app-connect-appointments',
      state: 'platform=netsuite',
      redirect_uri: REDIRECT,
    });
  });

  it('tells the front door the region of Clio', () => {
    expect(addressOpenedByClient('clio').searchParams.get('hostname')).toBe('app.clio.com');
  });

  it('can choose the regions of Clio that the bridge has an app for, and come back from each', () => {
    expect(manifest.platforms.clio.environment.selections).toEqual([
      { const: 'https://app.clio.com', name: 'United States' },
      { const: 'https://eu.app.clio.com', name: 'Europe' },
    ]);
    const overrides = manifest.platforms.clio.override.map(({ triggerValue, overrideObjects }) => [
      triggerValue,
      overrideObjects,
    ]);
    expect(overrides).toEqual([
      ['app.clio.com', [{ path: 'auth.oauth.scope', value: 'hostname=app.clio.com' }]],
      ['eu.app.clio.com', [{ path: 'auth.oauth.scope', value: 'hostname=eu.app.clio.com' }]],
    ]);
  });

  it('goes to Bullhorn itself with the app’s own id', () => {
    expect(profileOf('bullhorn').auth.oauth.clientId).toBe('bullhorn-app');
  });
});
