/** The report that can be attached to a support request: what was checked and found, and nothing about people. */
import type { Platform } from '../../src/contract/operations';
import { bridgeVersion } from '../../bridge/bridge-version';
import { countsOf } from './finding-table';
import type { CheckResult } from './run-checks';

export interface Examined {
  readonly platform: Platform;
  readonly target: 'sandbox' | 'account';
  readonly results: readonly CheckResult[];
  /** Marked titles of what could not be deleted. */
  readonly leftBehind: readonly string[];
}

export const doctorReport = (examined: readonly Examined[], nowMs: number) => ({
  format: 1,
  madeAt: new Date(nowMs).toISOString(),
  versions: { bridge: bridgeVersion, node: process.versions.node, timeZoneData: process.versions.tz ?? '' },
  operatingSystem: process.platform,
  examined: examined.map(({ platform, target, results, leftBehind }) => ({
    platform,
    target,
    summary: countsOf(results),
    checks: results,
    leftBehind,
  })),
});

export const defaultReportFile = (platforms: readonly Platform[], nowMs: number): string =>
  `doctor-report-${platforms.join('-')}-${new Date(nowMs).toISOString().slice(0, 10)}.json`;
