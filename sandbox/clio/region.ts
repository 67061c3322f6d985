/** The four Clios; each has hosts, developer apps and tokens of its own (docs.developers.clio.com/faq). */
import type { Region } from './entities';

export const regionHostnames = {
  us: 'app.clio.com',
  eu: 'eu.app.clio.com',
  ca: 'ca.app.clio.com',
  au: 'au.app.clio.com',
} as const satisfies Record<Region, string>;
