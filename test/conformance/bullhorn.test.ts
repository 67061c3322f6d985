/** Does the calendar of Bullhorn do what every calendar must? */
import { createBullhornAdapter } from '../../bridge/adapters/bullhorn';
import { describeConformance } from './conformance-suite';
import { crmFacts } from './crm-facts';
import { liveTargets } from './live-targets';
import { openBullhornSandbox } from './bullhorn-sandbox-account';
import { silentLog } from './silent-log';

const bullhorn = { name: 'Bullhorn', platform: 'bullhorn', facts: crmFacts.bullhorn } as const;

describeConformance({ ...bullhorn, kind: 'sandbox', open: openBullhornSandbox });

liveTargets({
  ...bullhorn,
  createAdapter: () => createBullhornAdapter({ log: silentLog }),
  env: process.env,
}).forEach(describeConformance);
