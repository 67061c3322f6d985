/** Gives a connector of ours the shape that a server built on `@app-connect/core` expects of its own. */
import type { Platform } from '../../src/contract/operations';
import type { FailureResult, RecordResult } from '../../src/contract/result.schema';
import type { AppointmentCall, ChangeCall, Connector, ConnectorCall } from '../connectors/connector';
import type {
  AppConnectAppointmentCall,
  AppConnectCall,
  AppConnectChangeCall,
  AppConnectConnector,
  AppConnectFailure,
  AppConnectRecord,
} from './app-connect-connector';
import { clientBodyOr } from './client-body';
import { connectorCallOf } from './core-user';
import { termsOf } from './request-terms';

export interface AppConnectConnectorOptions {
  readonly platform: Platform;
  readonly connector: Connector;
}

/** Core's calls have numbers for ids in places. */
const idOf = (appointmentId: unknown): unknown =>
  typeof appointmentId === 'number' ? String(appointmentId) : appointmentId;

export const createAppConnectConnector = ({
  platform,
  connector,
}: AppConnectConnectorOptions): AppConnectConnector => {
  /**
   * Core renews Bullhorn's session before each call, so one that is refused right after has been replaced by another
   * sign-in, and the next call has a new one: no reason to sign the user out.
   */
  const failure = (result: FailureResult): AppConnectFailure =>
    result.errorCode === 'unauthenticated' && platform !== 'bullhorn'
      ? { ...result, isRevokeUserSession: true }
      : result;

  const recordOf = (result: RecordResult | FailureResult): AppConnectRecord | AppConnectFailure => {
    if (!result.successful) return failure(result);
    const { successful, appointment, returnMessage } = result;
    return { successful, appointment, ...(returnMessage ? { returnMessage } : {}) };
  };

  const callOf = (call: AppConnectCall): ConnectorCall => connectorCallOf(platform, call);
  const callOn = (call: AppConnectAppointmentCall): AppointmentCall => ({
    ...callOf(call),
    appointmentId: idOf(call.appointmentId),
  });
  const changeOf = (call: AppConnectChangeCall): ChangeCall => ({ ...callOn(call), ...termsOf(call) });

  return {
    listAppointments: async (call) => {
      const result = await connector.listAppointments({ ...callOf(call), range: call.range });
      return result.successful ? result : failure(result);
    },
    createAppointment: async (call) => {
      const payload = clientBodyOr('createAppointment', call.payload);
      const { idempotencyKey } = termsOf(call);
      const result = await connector.createAppointment({ ...callOf(call), payload, idempotencyKey });
      return result.successful ? result : failure(result);
    },
    updateAppointment: async (call) => {
      const patchBody = clientBodyOr('updateAppointment', call.patchBody);
      return recordOf(await connector.updateAppointment({ ...changeOf(call), patchBody }));
    },
    refreshAppointment: async (call) => recordOf(await connector.refreshAppointment(callOn(call))),
    confirmAppointment: async (call) => recordOf(await connector.confirmAppointment(changeOf(call))),
    cancelAppointment: async (call) => recordOf(await connector.cancelAppointment(changeOf(call))),
    findContactWithName: async (call) => {
      const result = await connector.findContactWithName({ ...callOf(call), name: call.name });
      if (!result.successful) return failure(result);
      const { successful, contact, returnMessage } = result;
      return { successful, matchedContactInfo: contact, ...(returnMessage ? { returnMessage } : {}) };
    },
  };
};
