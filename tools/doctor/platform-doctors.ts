/** The doctor of every CRM that the bridge knows. */
import type { Platform } from '../../src/contract/operations';
import { bullhornDoctor } from './bullhorn/bullhorn-doctor';
import { clioDoctor } from './clio/clio-doctor';
import { netsuiteDoctor } from './netsuite/netsuite-doctor';
import type { PlatformDoctor } from './platform-doctor';

export const platformDoctors = {
  netsuite: netsuiteDoctor,
  bullhorn: bullhornDoctor,
  clio: clioDoctor,
} as const satisfies Record<Platform, PlatformDoctor>;
