/** Who is calling, and in which zone and formats NetSuite shows them dates. */
import * as config from 'N/config';
import * as runtime from 'N/runtime';
import { AppointmentError } from '../contract/failure';
import { eventTimesParameter } from '../contract/event-times-parameter';
import { netSuiteTimeZones } from '../contract/time/netsuite-time-zones';
import type { UserSession } from './ports';

/** From the session at no cost; from the preferences record (10 units) where the session does not tell. */
const readPreference = (name: string): string => {
  const preference: unknown = runtime.getCurrentUser().getPreference({ name });
  if (typeof preference === 'string' && preference !== '') return preference;
  const stored: unknown = config.load({ type: config.Type.USER_PREFERENCES }).getValue({ fieldId: name });
  return stored === null || stored === undefined ? '' : String(stored);
};

/** The preference is an Olson name or its key, the place in `format.Timezone` (section_4407050795). */
const zoneOfPreference = (preference: string): string =>
  /^\d{1,2}$/.test(preference) ? (netSuiteTimeZones[Number(preference) - 1] ?? '') : preference;

/** Governance units that this run may still use. */
export const remainingUnits = (): number => runtime.getCurrentScript().getRemainingUsage();

const eventTimesIn = (): UserSession['eventTimesIn'] => {
  const given: unknown = runtime.getCurrentScript().getParameter({ name: eventTimesParameter });
  return String(given).trim().toLowerCase() === 'event-zone' ? 'event-zone' : 'reader-zone';
};

/** The standard Administrator, of the same id in every account (section_N3427186). */
export const isAdministrator = (): boolean => {
  const { role, roleId } = runtime.getCurrentUser();
  return String(role) === '3' || String(roleId).toLowerCase() === 'administrator';
};

/** Features that the scripts and the bridge's calls want (section 2 of docs/install-netsuite.md). */
const FEATURES = ['CRM', 'SERVERSIDESCRIPTING', 'CUSTOMCODE', 'RESTWEBSERVICES', 'OAUTH2', 'USR'] as const;

export const featuresInEffect = (): Readonly<Record<string, boolean>> =>
  Object.fromEntries(FEATURES.map((feature) => [feature, runtime.isFeatureInEffect({ feature })]));

/** @throws AppointmentError when NetSuite does not tell the zone: an assumed zone is how hours come out wrong */
export const openUserSession = (): UserSession => {
  const unitsAtFirst = remainingUnits();
  const timeZone = zoneOfPreference(readPreference('TIMEZONE'));
  if (timeZone === '') {
    throw new AppointmentError(
      'upstream_invalid',
      'NetSuite does not say your time zone. Set it under Home > Set Preferences > Time Zone and try again.',
    );
  }
  const { id, name } = runtime.getCurrentUser();
  return {
    userId: String(id),
    userName: String(name ?? '').trim(),
    timeZone,
    dateFormat: readPreference('DATEFORMAT'),
    timeFormat: readPreference('TIMEFORMAT'),
    eventTimesIn: eventTimesIn(),
    remainingUnits,
    unitsUsed: () => unitsAtFirst - remainingUnits(),
  };
};
