/** Does the calendar of NetSuite do what every calendar must? */
import { createNetSuiteAdapter } from '../../bridge/adapters/netsuite';
import { describeConformance } from './conformance-suite';
import { crmFacts } from './crm-facts';
import { liveTargets } from './live-targets';
import { openNetSuiteSandbox } from './netsuite-sandbox-account';
import { silentLog } from './silent-log';

const netsuite = { name: 'NetSuite', platform: 'netsuite', facts: crmFacts.netsuite } as const;

describeConformance({ ...netsuite, kind: 'sandbox', open: openNetSuiteSandbox });

liveTargets({
  ...netsuite,
  createAdapter: () => createNetSuiteAdapter({ recordTimeZone: 'user', log: silentLog }),
  env: process.env,
}).forEach(describeConformance);
