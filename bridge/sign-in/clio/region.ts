/** The regions of Clio: each has its own hosts, its own accounts and its own apps (docs.developers.clio.com/api-docs/authorization). */
import { AppointmentError } from '../../../src/contract/failure';
import { isHostOf } from '../../http/same-host';
import type { AppCredentials } from '../app-credentials';

export const hostnamesByRegion = {
  us: 'app.clio.com',
  eu: 'eu.app.clio.com',
  ca: 'ca.app.clio.com',
  au: 'au.app.clio.com',
} as const;

export type ClioRegion = keyof typeof hostnamesByRegion;

export const regions = ['us', 'eu', 'ca', 'au'] as const satisfies readonly ClioRegion[];

export interface RegionsOptions {
  /** An app works in its own region only. */
  readonly apps: Readonly<Partial<Record<ClioRegion, AppCredentials | undefined>>>;
  /** Replaces the host of every region, for a sandbox or a test. */
  readonly baseUrl?: string | undefined;
}

export interface RegionAccess extends AppCredentials {
  readonly baseUrl: string;
  readonly hostname: string;
}

const regionOf = (hostname: string, baseUrl: string | undefined): ClioRegion | undefined => {
  const host = hostname.trim().toLowerCase();
  if (host === '' || isHostOf(host, baseUrl)) return 'us';
  return regions.find((region) => hostnamesByRegion[region] === host);
};

/**
 * How to sign in at the region of a host; at the United States', where none is named.
 * @throws AppointmentError invalid_request for a host that is not Clio's, unsupported for a region without an app
 */
export const regionAccessOf = (hostname: string, { apps, baseUrl }: RegionsOptions): RegionAccess => {
  const region = regionOf(hostname, baseUrl);
  if (region === undefined) {
    throw new AppointmentError(
      'invalid_request',
      `The hostname must be that of a Clio region: ${Object.values(hostnamesByRegion).join(', ')}.`,
      { details: { issues: [{ path: 'hostname', message: 'must be a Clio host' }] } },
    );
  }
  const app = apps[region];
  if (app === undefined) {
    throw new AppointmentError(
      'unsupported',
      `This bridge has no Clio app for ${hostnamesByRegion[region]}. Ask your administrator to set one up.`,
    );
  }
  const ownBaseUrl = `https://${hostnamesByRegion[region]}`;
  return { ...app, baseUrl: baseUrl ?? ownBaseUrl, hostname: hostnamesByRegion[region] };
};
