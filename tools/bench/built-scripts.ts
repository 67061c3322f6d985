/** Where the build leaves the RESTlets. */
import path from 'node:path';

export const builtScripts = path.join(
  __dirname,
  '../../suiteapp/FileCabinet/SuiteApps/com.ringcentral.appconnect',
);
