/** The connectors of every CRM that the bridge knows, by platform. */
import type { Platform } from '../../src/contract/operations';
import { createNetSuiteAdapter, type NetSuiteAdapterOptions } from '../adapters/netsuite';
import type { Connector } from './connector';
import { createConnector } from './create-connector';
import type { ConnectorLog } from './run-operation';

export interface ConnectorsOptions {
  readonly netsuite: Omit<NetSuiteAdapterOptions, 'log'>;
  readonly log: ConnectorLog;
  readonly nowMs?: (() => number) | undefined;
}

export type Connectors = { readonly [Name in Platform]?: Connector };

export const createConnectors = ({ netsuite, log, nowMs }: ConnectorsOptions): Connectors => ({
  netsuite: createConnector({
    platform: 'netsuite',
    adapter: createNetSuiteAdapter({ ...netsuite, log }),
    log,
    nowMs,
  }),
});
