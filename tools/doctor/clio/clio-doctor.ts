/** Examines a Clio account. */
import type { PlatformDoctor } from '../platform-doctor';

export const clioDoctor: PlatformDoctor = { platform: 'clio', prepare: async () => [] };
