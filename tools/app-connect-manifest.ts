/**
 * The manifest by which App Connect's client knows this bridge, to be pasted into the developer console. Its fields:
 * ringcentral.github.io/rc-unified-crm-extension/developers/manifest, /auth and /regional-services; `page.appointment` is
 * not documented there and is what the client reads (app-connect.md §1.5).
 */
import { createBullhornAdapter } from '../bridge/adapters/bullhorn';
import type { CalendarCapabilities } from '../bridge/adapters/calendar-adapter';
import { createClioAdapter } from '../bridge/adapters/clio';
import { createNetSuiteAdapter } from '../bridge/adapters/netsuite';
import { hostnamesByRegion, type ClioRegion } from '../bridge/sign-in/clio/region';
import type { AppointmentStatus } from '../src/contract/appointment-status';
import type { Platform } from '../src/contract/operations';
import { clioRegionNames, crmPages } from './crm-pages';

export interface ManifestOptions {
  /** Address of the bridge as browsers see it, without a slash at the end. */
  readonly serverUrl: string;
  /** Page of App Connect's client at which a sign-in ends. */
  readonly redirectUri: string;
  readonly version: string;
  /** The client takes Bullhorn's users to Bullhorn itself, by this id, and not to `authUrl`. */
  readonly bullhornClientId: string;
  /** For which the bridge has an app. */
  readonly clioRegions: readonly ClioRegion[];
}

const log = { warn: () => undefined };

const capabilities: Readonly<Record<Platform, CalendarCapabilities>> = {
  netsuite: createNetSuiteAdapter({ recordTimeZone: 'user', log }).capabilities,
  bullhorn: createBullhornAdapter({ log }).capabilities,
  clio: createClioAdapter().capabilities,
};

/** As the client spells them: by "Scheduled" it also finds confirmed ones, by "Canceled" either spelling. */
const statusLabels = {
  scheduled: 'Scheduled',
  tentative: 'Tentative',
  confirmed: 'Confirmed',
  cancelled: 'Canceled',
  completed: 'Completed',
} as const satisfies Record<AppointmentStatus, string>;

/** The field of the title must be visible: the client sends none otherwise. */
const appointmentPage = (platform: Platform) => {
  const { confirm, statuses } = capabilities[platform];
  const labels = statuses.map((status) => statusLabels[status]);
  const canConfirm = confirm === 'native';
  return {
    supported: true,
    title: 'Appointments',
    showConfirm: canConfirm,
    filterStatus: { value: ['All', ...(labels.length > 1 ? labels : [])] },
    status: { isVisible: canConfirm, value: labels },
    titleField: { isVisible: true, value: 'Title' },
    emailMandatoryInAttendee: false,
    canOpenAppointmentPage: true,
    appointmentPageUrl: crmPages[platform].appointmentPageUrl,
  };
};

/**
 * The bridge's own front door stands before NetSuite and Clio: PKCE and a `state` of the server's need one. It puts in
 * the id of the CRM's app itself, so that `clientId` is only there because a manifest must have one.
 */
const auth = (platform: Platform, options: ManifestOptions, more: { readonly scope?: string } = {}) => ({
  type: 'oauth',
  oauth: {
    authUrl: `${options.serverUrl}/oauth/authorize/${platform}`,
    clientId: platform === 'bullhorn' ? options.bullhornClientId : 'app-connect-appointments',
    redirectUri: options.redirectUri,
    ...more,
  },
});

const profile = (platform: Platform) => {
  const { displayName, urlIdentifier, embedUrls, contactTypes, contactPageUrl } = crmPages[platform];
  return {
    name: platform,
    displayName,
    urlIdentifier,
    embedUrls,
    contactTypes,
    contactPageUrl,
    canOpenLogPage: false,
    settings: [],
    page: {
      callLog: { additionalFields: [] },
      messageLog: { additionalFields: [] },
      appointment: appointmentPage(platform),
    },
  };
};

/**
 * The client appends a `scope` with an equals sign to `authUrl` as it is: so the front door learns the region. Every
 * region has its override, also the first: the client keeps what an earlier choice has overridden.
 */
const hostnameScope = (region: ClioRegion): string => `hostname=${hostnamesByRegion[region]}`;

const clioRegionOverride = (region: ClioRegion) => ({
  triggerType: 'hostname',
  triggerValue: hostnamesByRegion[region],
  overrideObjects: [{ path: 'auth.oauth.scope', value: hostnameScope(region) }],
});

/** Plain data, ready for JSON. */
export const appConnectManifest = (options: ManifestOptions) => ({
  serverUrl: options.serverUrl,
  redirectUri: options.redirectUri,
  author: { name: 'Appointments for App Connect' },
  version: options.version,
  platforms: {
    netsuite: {
      ...profile('netsuite'),
      environment: {
        type: 'dynamic',
        urlIdentifier: crmPages.netsuite.urlIdentifier,
        instructions: ['Sign in to NetSuite', 'Copy the address of the page and paste it here'],
      },
      auth: auth('netsuite', options),
    },
    bullhorn: {
      ...profile('bullhorn'),
      environment: { type: 'fixed', url: 'https://app.bullhornstaffing.com' },
      auth: auth('bullhorn', options),
    },
    clio: {
      ...profile('clio'),
      environment: {
        type: 'selectable',
        selections: options.clioRegions.map((region) => ({
          const: `https://${hostnamesByRegion[region]}`,
          name: clioRegionNames[region],
        })),
      },
      auth: auth('clio', options, { scope: hostnameScope(options.clioRegions[0] ?? 'us') }),
      override: options.clioRegions.map(clioRegionOverride),
    },
  },
});
