/** The connectors for a server built on `@app-connect/core`, by platform. */
import type { Platform } from '../../src/contract/operations';
import type { BullhornAdapterOptions } from '../adapters/bullhorn';
import type { ClioAdapterOptions } from '../adapters/clio';
import type { NetSuiteAdapterOptions } from '../adapters/netsuite';
import { createConnectors } from '../connectors/create-connectors';
import type { ConnectorLog } from '../connectors/run-operation';
import { defaultCallPolicy } from '../http/call-policy';
import { createLog } from '../log';
import type { AppConnectConnector } from './app-connect-connector';
import { createAppConnectConnector } from './create-app-connect-connector';

export interface AppConnectConnectorsOptions {
  readonly netsuite?: Partial<Omit<NetSuiteAdapterOptions, 'log'>>;
  readonly bullhorn?: Omit<BullhornAdapterOptions, 'log'>;
  readonly clio?: ClioAdapterOptions;
  /** Takes constant titles with ids, never names, tokens or payloads. Default: warnings, as JSON, to standard error. */
  readonly log?: ConnectorLog;
  /** Epoch ms. Default: the machine's clock. */
  readonly nowMs?: (() => number) | undefined;
}

export type AppConnectConnectors = Readonly<Record<Platform, AppConnectConnector>>;

export const createAppConnectConnectors = (
  options: AppConnectConnectorsOptions = {},
): AppConnectConnectors => {
  const { netsuite, bullhorn = {}, clio = {}, log = createLog({ level: 'warn' }), nowMs } = options;
  const connectors = createConnectors({
    netsuite: { recordTimeZone: 'user', ...netsuite },
    bullhorn,
    clio,
    log,
    nowMs,
    callPolicy: defaultCallPolicy,
  });
  const connectorOf = (platform: Platform): AppConnectConnector =>
    createAppConnectConnector({ platform, connector: connectors[platform] });
  return {
    netsuite: connectorOf('netsuite'),
    bullhorn: connectorOf('bullhorn'),
    clio: connectorOf('clio'),
  };
};
