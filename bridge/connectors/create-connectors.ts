/** The connectors of every CRM that the bridge knows, by platform. */
import type { Platform } from '../../src/contract/operations';
import { createBullhornAdapter, type BullhornAdapterOptions } from '../adapters/bullhorn';
import type { CalendarAdapter } from '../adapters/calendar-adapter';
import { createClioAdapter, type ClioAdapterOptions } from '../adapters/clio';
import { createNetSuiteAdapter, type NetSuiteAdapterOptions } from '../adapters/netsuite';
import type { Connector } from './connector';
import { createConnector } from './create-connector';
import type { ConnectorLog } from './run-operation';

export interface ConnectorsOptions {
  readonly netsuite: Omit<NetSuiteAdapterOptions, 'log'>;
  readonly bullhorn: Omit<BullhornAdapterOptions, 'log'>;
  readonly clio: ClioAdapterOptions;
  readonly log: ConnectorLog;
  readonly nowMs?: (() => number) | undefined;
}

export type Connectors = { readonly [Name in Platform]?: Connector };

export const createConnectors = (options: ConnectorsOptions): Required<Connectors> => {
  const { log, nowMs } = options;
  const connectorOf = (platform: Platform, adapter: CalendarAdapter): Connector =>
    createConnector({ platform, adapter, log, nowMs });
  return {
    netsuite: connectorOf('netsuite', createNetSuiteAdapter({ ...options.netsuite, log })),
    bullhorn: connectorOf('bullhorn', createBullhornAdapter({ ...options.bullhorn, log })),
    clio: connectorOf('clio', createClioAdapter(options.clio)),
  };
};
