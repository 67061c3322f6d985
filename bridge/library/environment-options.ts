/** The settings of the environment that matter to the connectors alone, as the bridge reads and checks them. */
import { adapterSettingNames } from '../adapter-settings';
import { readConfig, type Environment } from '../config';
import { connectorOptionsOf } from '../vendor-options';
import type { AppConnectConnectorsOptions } from './create-app-connect-connectors';

/** The server around us has a PORT and the like of its own: they are none of our business. */
const SETTINGS = [
  'NODE_ENV',
  'ALLOW_VENDOR_URL_OVERRIDE',
  'NETSUITE_RESTLET_BASE_URL',
  'NETSUITE_REST_BASE_URL',
  'NETSUITE_RECORD_TIME_ZONE',
  'NETSUITE_ACCOUNT_CONCURRENCY',
  'BULLHORN_REST_BASE_URL',
  'CLIO_BASE_URL',
  ...adapterSettingNames,
];

/** @throws ConfigError naming every wrong setting */
export const environmentOptions = (env: Environment): AppConnectConnectorsOptions => {
  const settings = Object.fromEntries(SETTINGS.map((name) => [name, env[name]]));
  return connectorOptionsOf(readConfig({ ...settings, BRIDGE_MODE: 'live' }));
};
