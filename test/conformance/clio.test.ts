/** Does the calendar of Clio do what every calendar must? */
import { createClioAdapter } from '../../bridge/adapters/clio';
import { describeConformance } from './conformance-suite';
import { crmFacts } from './crm-facts';
import { liveTargets } from './live-targets';
import { openClioSandbox } from './clio-sandbox-account';

const clio = { name: 'Clio', platform: 'clio', facts: crmFacts.clio } as const;

describeConformance({ ...clio, kind: 'sandbox', open: openClioSandbox });

liveTargets({
  ...clio,
  createAdapter: () => createClioAdapter(),
  env: process.env,
}).forEach(describeConformance);
