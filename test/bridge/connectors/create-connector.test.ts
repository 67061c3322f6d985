import type { CalendarAdapter } from '../../../bridge/adapters/calendar-adapter';
import { createConnector } from '../../../bridge/connectors/create-connector';
import { createLog } from '../../../bridge/log';
import { AppointmentError } from '../../../src/contract/failure';
import { failureIn, listIn } from '../checked-envelope';
import { unaskedAdapterBut } from './unasked-adapter';

const user = { id: '5-netsuite', hostname: '1234567.app.netsuite.com' };
const call = { user, authHeader: 'Bearer SECRET-TOKEN' };

const connectorWith = (changes: Partial<CalendarAdapter>) => {
  const lines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } });
  return {
    lines,
    connector: createConnector({ platform: 'netsuite', adapter: unaskedAdapterBut(changes), log }),
  };
};

describe('a connector', () => {
  it('tells the adapter who calls, in the CRM’s own terms', async () => {
    const asked: unknown[] = [];
    const { connector } = connectorWith({
      listAppointments: async (context, range) => {
        asked.push(context, range);
        return { appointments: [], skipped: 0 };
      },
    });
    listIn(
      await connector.listAppointments({
        ...call,
        user: { ...user, timezoneName: 'Europe/Paris', platformAdditionalInfo: { restUrl: 'https://r/' } },
        range: { startDate: '2026-07-01', endDate: '2026-07-31' },
      }),
    );
    expect(asked).toEqual([
      expect.objectContaining({
        credential: 'Bearer SECRET-TOKEN',
        hostname: user.hostname,
        userId: '5',
        timeZone: 'Europe/Paris',
        restUrl: 'https://r/',
      }),
      { startDate: '2026-07-01', endDate: '2026-07-31' },
    ]);
  });

  it('passes over the zone of a user row that is no IANA name, as Clio’s are', async () => {
    const zones: unknown[] = [];
    const { connector } = connectorWith({
      listAppointments: async ({ timeZone }) => {
        zones.push(timeZone);
        return { appointments: [], skipped: 0 };
      },
    });
    await connector.listAppointments({
      ...call,
      user: { ...user, timezoneName: 'Pacific Time (US & Canada)' },
    });
    expect(zones).toEqual([undefined]);
  });

  it('never says that there is nothing where nothing could be read', async () => {
    const { connector } = connectorWith({ listAppointments: async () => ({ appointments: [], skipped: 2 }) });
    const result = failureIn(await connector.listAppointments(call));
    expect(result.errorCode).toBe('upstream_invalid');
    expect(result.returnMessage.message).toMatch(/\(2\).*none of them could be read/);
  });

  it('translates a failure of the contract whole', async () => {
    const { connector } = connectorWith({
      listAppointments: async () => {
        throw new AppointmentError('rate_limited', 'Wait.', { details: { retryAfterMs: 5000 } });
      },
    });
    expect(failureIn(await connector.listAppointments(call))).toEqual({
      successful: false,
      returnMessage: { message: 'Wait.', messageType: 'danger', ttl: 10_000 },
      errorCode: 'rate_limited',
      retryable: true,
      retryAfterMs: 5000,
    });
  });

  it('tells nothing of an unforeseen error, outside or in the log', async () => {
    const { connector, lines } = connectorWith({
      getAppointment: async () => {
        throw new TypeError('cannot read SECRET-TITLE');
      },
    });
    const result = failureIn(await connector.refreshAppointment({ ...call, appointmentId: '77' }));
    expect(result).toMatchObject({ errorCode: 'internal', appointmentId: '77' });
    expect(JSON.stringify(result) + lines.join()).not.toContain('SECRET');
    expect(lines.join()).toContain('appointment operation failed unexpectedly');
  });

  it.each([undefined, null, 7, '', {}, 'x'.repeat(201)])('takes %j for no appointment id', async (id) => {
    const { connector } = connectorWith({});
    const result = failureIn(await connector.cancelAppointment({ ...call, appointmentId: id }));
    expect(result).toMatchObject({ errorCode: 'invalid_request', error: 'Invalid appointment id' });
    expect(result.details?.[0]?.path).toBe('appointmentId');
  });

  it.each([undefined, ' ', ['a', 'b']])('takes %j for no name to search for', async (name) => {
    const { connector } = connectorWith({});
    expect(failureIn(await connector.findContactWithName({ ...call, name })).errorCode).toBe(
      'invalid_request',
    );
  });
});
