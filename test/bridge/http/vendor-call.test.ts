import { reportCall, type VendorCall } from '../../../bridge/http/vendor-call';
import { AppointmentError } from '../../../src/contract/failure';

const reported = async (act: () => Promise<unknown>): Promise<readonly VendorCall[]> => {
  const calls: VendorCall[] = [];
  const onCall = (call: VendorCall) => void calls.push(call);
  await reportCall({ vendor: 'Clio', method: 'GET', onCall }, act).catch(() => undefined);
  return calls;
};

describe('a call to a vendor', () => {
  it('is reported once, with how it ended and how long it took', async () => {
    expect(await reported(async () => 'answer')).toEqual([
      { vendor: 'Clio', method: 'GET', outcome: 'ok', durationMs: expect.any(Number) },
    ]);
    const fail = async () => {
      throw new AppointmentError('rate_limited', 'Wait.');
    };
    expect(await reported(fail)).toEqual([expect.objectContaining({ outcome: 'rate_limited' })]);
    const breakDown = async () => {
      throw new TypeError('undefined is not a function');
    };
    expect(await reported(breakDown)).toEqual([expect.objectContaining({ outcome: 'internal' })]);
  });

  it('ends as it would unreported', async () => {
    const error = new AppointmentError('not_found', 'No such record.');
    const options = { vendor: 'Clio', method: 'GET', onCall: () => {} };
    await expect(reportCall(options, async () => 7)).resolves.toBe(7);
    await expect(reportCall(options, () => Promise.reject(error))).rejects.toBe(error);
  });
});
