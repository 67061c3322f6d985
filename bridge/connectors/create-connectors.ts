/** The connectors of every CRM that the bridge knows, by platform. */
import type { Platform } from '../../src/contract/operations';
import { createBullhornAdapter, type BullhornAdapterOptions } from '../adapters/bullhorn';
import type { CalendarAdapter } from '../adapters/calendar-adapter';
import { createClioAdapter, type ClioAdapterOptions } from '../adapters/clio';
import { createNetSuiteAdapter, type NetSuiteAdapterOptions } from '../adapters/netsuite';
import type { CallPolicy } from '../http/call-policy';
import type { OnVendorCall } from '../http/vendor-call';
import type { IdempotencyStore } from '../idempotency/idempotency-store';
import { createMemoryIdempotencyStore } from '../idempotency/memory-idempotency-store';
import type { Connector } from './connector';
import { createConnector } from './create-connector';
import type { ConnectorLog } from './run-operation';

export interface ConnectorsOptions {
  readonly netsuite: Omit<NetSuiteAdapterOptions, 'log'>;
  readonly bullhorn: Omit<BullhornAdapterOptions, 'log'>;
  readonly clio: ClioAdapterOptions;
  readonly log: ConnectorLog;
  /** Told of every call to a CRM. */
  readonly onVendorCall?: OnVendorCall | undefined;
  /** How calls to the CRMs are spaced, repeated and given up. Default: each is sent once, at once. */
  readonly callPolicy?: CallPolicy | undefined;
  readonly nowMs?: (() => number) | undefined;
  /** Default: in memory, which is enough for one process. */
  readonly idempotency?: IdempotencyStore | undefined;
}

export type Connectors = { readonly [Name in Platform]?: Connector };

export const createConnectors = (options: ConnectorsOptions): Required<Connectors> => {
  const { log, nowMs, callPolicy, onVendorCall: onCall } = options;
  const { idempotency = createMemoryIdempotencyStore({ nowMs }) } = options;
  const connectorOf = (platform: Platform, adapter: CalendarAdapter): Connector =>
    createConnector({ platform, adapter, log, nowMs, idempotency });
  return {
    netsuite: connectorOf(
      'netsuite',
      createNetSuiteAdapter({ onCall, callPolicy, ...options.netsuite, log }),
    ),
    bullhorn: connectorOf(
      'bullhorn',
      createBullhornAdapter({ onCall, callPolicy, ...options.bullhorn, log }),
    ),
    clio: connectorOf('clio', createClioAdapter({ onCall, callPolicy, ...options.clio })),
  };
};
