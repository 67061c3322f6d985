/**
 * Wall clock arithmetic of the account. NetSuite names zones as Olson does (`format.Timezone`, help page
 * section_4407050795), so the zone data of the host serve without a table.
 */
export { epochMsToWall, isTimeZone, wallAsUtcMs, wallToEpochMs } from '../core/zone-time';
export type { WallTime } from '../core/zone-time';
