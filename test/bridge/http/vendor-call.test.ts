import { reportCall, type NoteTry, type VendorCall } from '../../../bridge/http/vendor-call';
import { AppointmentError } from '../../../src/contract/failure';

const call = { vendor: 'Clio', method: 'GET', endpoint: '/api/v4/calendars.json' };

const reported = async (act: (noteTry: NoteTry) => Promise<unknown>): Promise<readonly VendorCall[]> => {
  const calls: VendorCall[] = [];
  const onCall = (one: VendorCall) => void calls.push(one);
  await reportCall({ ...call, onCall }, act).catch(() => undefined);
  return calls;
};

describe('a call to a vendor', () => {
  it('is reported once, with how it ended and how long it took', async () => {
    expect(await reported(async () => 'answer')).toEqual([
      { ...call, outcome: 'ok', tries: 0, durationMs: expect.any(Number) },
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

  it('is reported with the number of its tries and what the last of them got', async () => {
    const tried = async (noteTry: NoteTry) => {
      noteTry({ status: 503, units: 5 });
      noteTry({ status: 200, units: 30 });
    };
    expect(await reported(tried)).toEqual([expect.objectContaining({ tries: 2, status: 200, units: 30 })]);
    const broken = async (noteTry: NoteTry) => {
      noteTry({ status: 503 });
      noteTry({});
    };
    expect(await reported(broken)).toEqual([expect.objectContaining({ tries: 2, status: undefined })]);
  });

  it('ends as it would unreported', async () => {
    const error = new AppointmentError('not_found', 'No such record.');
    const options = { ...call, onCall: () => {} };
    await expect(reportCall(options, async () => 7)).resolves.toBe(7);
    await expect(reportCall(options, () => Promise.reject(error))).rejects.toBe(error);
  });
});
