/** A connector that waits as long as a real CRM asks to and asks again: Clio takes 50 calls a minute. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Connector, ConnectorResult } from '../../bridge/connectors/connector';

const MAX_WAITS = 5;

/** What was refused for its rate has changed nothing, so that asking again is safe also for a write. */
const patiently =
  <Call, Result extends ConnectorResult>(operate: (call: Call) => Promise<Result>) =>
  async (call: Call): Promise<Result> => {
    for (let waits = 0; ; waits++) {
      const result = await operate(call);
      const isLimited = !result.successful && result.errorCode === 'rate_limited';
      if (!isLimited || waits === MAX_WAITS) return result;
      await wait(result.retryAfterMs ?? 1000);
    }
  };

export const createPatientConnector = (connector: Connector): Connector => ({
  capabilities: connector.capabilities,
  listAppointments: patiently(connector.listAppointments),
  createAppointment: patiently(connector.createAppointment),
  updateAppointment: patiently(connector.updateAppointment),
  setAppointmentStatus: patiently(connector.setAppointmentStatus),
  refreshAppointment: patiently(connector.refreshAppointment),
  confirmAppointment: patiently(connector.confirmAppointment),
  cancelAppointment: patiently(connector.cancelAppointment),
  findContactWithName: patiently(connector.findContactWithName),
});
