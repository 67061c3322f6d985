/** A log for cases whose failures are wanted. */
import type { ConnectorLog } from '../../bridge/connectors/run-operation';

export const silentLog: ConnectorLog = { warn: () => undefined, error: () => undefined };
