/** The CRMs' names as people write them. */
import type { Platform } from '../src/contract/operations';

export const vendorNames = {
  netsuite: 'NetSuite',
  bullhorn: 'Bullhorn',
  clio: 'Clio',
} as const satisfies Record<Platform, string>;
