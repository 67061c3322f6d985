/** Examines a Bullhorn account. */
import type { PlatformDoctor } from '../platform-doctor';

export const bullhornDoctor: PlatformDoctor = { platform: 'bullhorn', prepare: async () => [] };
