/** What the client of App Connect asks of the bridge in the bench, and how fast that must be. */
import { vendorNames } from '../../bridge/vendor-names';
import { platforms, type Platform } from '../../src/contract/operations';
import { isoUtc } from '../../src/contract/time/iso';
import { calendarSizes, newStartMs, queryOf, type CalendarSize } from './calendar-sizes';
import type { LoadRequest } from './load';
import { crmUsers } from './local-crms';

export interface Scenario {
  /** Also the path of the pass-through. */
  readonly name: string;
  readonly platform: Platform;
  readonly method: LoadRequest['method'];
  readonly path: string;
  readonly body?: LoadRequest['body'];
  readonly writes: boolean;
}

export const subjectOf = ({ platform, name }: Scenario): string =>
  `${vendorNames[platform]}: ${name.replace(`${platform}-`, '').replaceAll('-', ' ')}`;

export const isListScenario = ({ name }: Pick<Scenario, 'name'>): boolean => name.includes('-list-');

const listScenario = (platform: Platform, size: CalendarSize): Scenario => ({
  name: `${platform}-list-${size}`,
  platform,
  method: 'GET',
  path: `/appointments?${queryOf(size)}`,
  writes: false,
});

export const listScenarios: readonly Scenario[] = platforms.flatMap((platform) =>
  calendarSizes.map((size) => listScenario(platform, size)),
);

/**
 * Of one appointment of the CRM. Titles are new each time: the bridge keeps a wish that was made twice from being granted
 * twice, and sends nothing where nothing changes.
 */
export const recordScenarios = (platform: Platform, appointmentId: string): readonly Scenario[] => [
  {
    name: `${platform}-create`,
    platform,
    method: 'POST',
    path: '/appointments',
    body: (count) => ({
      payload: {
        title: `New meeting ${count} ${performance.now()}`,
        summary: 'What there is to talk about.',
        startTimeUtc: isoUtc(newStartMs),
        durationMinutes: 30,
        contacts: crmUsers[platform].contacts,
      },
    }),
    writes: true,
  },
  {
    name: `${platform}-update`,
    platform,
    method: 'PATCH',
    path: `/appointments/${appointmentId}`,
    body: (count) => ({ patch: { title: `Renamed ${count} ${performance.now()}` } }),
    writes: true,
  },
  {
    name: `${platform}-refresh`,
    platform,
    method: 'GET',
    path: `/appointments/${appointmentId}/refresh`,
    writes: false,
  },
];
