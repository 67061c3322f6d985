/** Examines a NetSuite account. */
import type { PlatformDoctor } from '../platform-doctor';

export const netsuiteDoctor: PlatformDoctor = { platform: 'netsuite', prepare: async () => [] };
