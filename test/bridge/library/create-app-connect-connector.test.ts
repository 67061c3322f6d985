import { createClioAdapter } from '../../../bridge/adapters/clio';
import type { Connector } from '../../../bridge/connectors/connector';
import { failureResult } from '../../../bridge/connectors/failure-result';
import { createAppConnectConnector } from '../../../bridge/library/create-app-connect-connector';
import { withRequestTerms } from '../../../bridge/library/request-terms';
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

  describe('the terms of a change', () => {
    const terms = { idempotencyKey: 'key-1', ifVersion: '7' };
    const seen: object[] = [];
    const note = async ({
      idempotencyKey,
      ifVersion,
    }: {
      readonly idempotencyKey?: string | undefined;
      readonly ifVersion?: string | undefined;
    }) => {
      seen.push({ idempotencyKey, ifVersion });
      return failureResult(new AppointmentError('conflict', 'No.'));
    };
    const connector = createAppConnectConnector({
      platform: 'netsuite',
      connector: {
        ...connectorThatFails('internal'),
        createAppointment: note,
        updateAppointment: note,
        confirmAppointment: note,
        cancelAppointment: note,
      },
    });
    const changeAll = async (given: object) => {
      seen.length = 0;
      await connector.updateAppointment({ ...call, ...given, appointmentId: '77', patchBody: {} });
      await connector.confirmAppointment({ ...call, ...given, appointmentId: '77' });
      await connector.cancelAppointment({ ...call, ...given, appointmentId: '77' });
      await connector.createAppointment({ ...call, ...given, payload: {} });
      return [...seen];
    };
    const withoutVersion = { idempotencyKey: 'key-1', ifVersion: undefined };

    it('are those of the call', async () => {
      expect(await changeAll(terms)).toEqual([terms, terms, terms, withoutVersion]);
    });

    it('are those of the request where the call has none', async () => {
      const changed = new Promise((resolve) => {
        withRequestTerms(terms, () => resolve(changeAll({})));
      });
      expect(await changed).toEqual([terms, terms, terms, withoutVersion]);
    });

    it('are the call’s where both have them', async () => {
      const changed = new Promise((resolve) => {
        const ofRequest = { idempotencyKey: 'other', ifVersion: '8' };
        withRequestTerms(ofRequest, () => resolve(changeAll(terms)));
      });
      expect(await changed).toEqual([terms, terms, terms, withoutVersion]);
    });

    it('are none where nobody names any', async () => {
      const none = { idempotencyKey: undefined, ifVersion: undefined };
      expect(await changeAll({})).toEqual([none, none, none, none]);
    });
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
