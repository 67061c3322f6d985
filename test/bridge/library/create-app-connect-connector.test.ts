import { createClioAdapter } from '../../../bridge/adapters/clio';
import type { Connector } from '../../../bridge/connectors/connector';
import { failureResult } from '../../../bridge/connectors/failure-result';
import { createAppConnectConnector } from '../../../bridge/library/create-app-connect-connector';
import { AppointmentError, type FailureCode } from '../../../src/contract/failure';
import { appointmentExample, contactExample } from '../../../src/contract/examples';

const user = { id: '5-netsuite', hostname: '1234567.app.netsuite.com' };
const call = { user, authHeader: 'Bearer token', proxyConfig: null };

const connectorThatFails = (code: FailureCode): Connector => {
  const fail = async () => failureResult(new AppointmentError(code, 'It failed.'));
  return {
    capabilities: createClioAdapter().capabilities,
    listAppointments: fail,
    createAppointment: fail,
    updateAppointment: fail,
    setAppointmentStatus: fail,
    refreshAppointment: fail,
    confirmAppointment: fail,
    cancelAppointment: fail,
    findContactWithName: fail,
  };
};

describe('a connector in App Connect’s shape', () => {
  it('gives records without the id, which core puts there itself', async () => {
    const given: unknown[] = [];
    const connector: Connector = {
      ...connectorThatFails('internal'),
      confirmAppointment: async ({ appointmentId }) => {
        given.push(appointmentId);
        return { successful: true, appointmentId: '77', appointment: appointmentExample };
      },
    };
    const { confirmAppointment } = createAppConnectConnector({ platform: 'netsuite', connector });
    expect(await confirmAppointment({ ...call, appointmentId: 77 })).toEqual({
      successful: true,
      appointment: appointmentExample,
    });
    expect(given).toEqual(['77']);
  });

  it('gives found people under the name that core’s handler reads', async () => {
    const connector: Connector = {
      ...connectorThatFails('internal'),
      findContactWithName: async () => ({ successful: true, contact: [contactExample] }),
    };
    const { findContactWithName } = createAppConnectConnector({ platform: 'clio', connector });
    expect(await findContactWithName({ ...call, name: 'a' })).toEqual({
      successful: true,
      matchedContactInfo: [contactExample],
    });
  });

  it.each([
    ['netsuite', 'unauthenticated', true],
    ['clio', 'unauthenticated', true],
    ['bullhorn', 'unauthenticated', undefined],
    ['netsuite', 'forbidden', undefined],
    ['clio', 'not_found', undefined],
  ] as const)('of %s ends the sign-in on %s: %p', async (platform, code, isRevokeUserSession) => {
    const connector = createAppConnectConnector({ platform, connector: connectorThatFails(code) });
    const results = [
      await connector.listAppointments(call),
      await connector.cancelAppointment({ ...call, appointmentId: '77' }),
      await connector.findContactWithName({ ...call, name: 'a' }),
    ];
    for (const result of results) {
      expect(result).toMatchObject({ successful: false, returnMessage: { message: 'It failed.' } });
      expect('isRevokeUserSession' in result ? result.isRevokeUserSession : undefined).toBe(
        isRevokeUserSession,
      );
    }
  });
});
