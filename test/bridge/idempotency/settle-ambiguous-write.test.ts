import { settleAmbiguousWrite } from '../../../bridge/idempotency/settle-ambiguous-write';
import { AppointmentError, type FailureCode } from '../../../src/contract/failure';

const failing = (code: FailureCode) => async (): Promise<never> => {
  throw new AppointmentError(code, code);
};
const codeOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.catch((error: unknown) => (error instanceof AppointmentError ? error.code : error));

describe('a write of which nobody knows whether it was saved', () => {
  it('is a success where the CRM shows it', async () => {
    const saved = settleAmbiguousWrite({ write: failing('ambiguous_write'), find: async () => 'saved' });
    expect(await saved).toBe('saved');
  });

  it.each([
    ['does not show it', async () => undefined],
    ['cannot be asked', failing('upstream_unavailable')],
  ])('stays unknown where the CRM %s', async (_what, find) => {
    const settled = settleAmbiguousWrite<string>({ write: failing('ambiguous_write'), find });
    expect(await codeOf(settled)).toBe('ambiguous_write');
  });

  it('is looked for after no other failure, but for those that are named', async () => {
    const find = async () => 'saved';
    expect(await codeOf(settleAmbiguousWrite({ write: failing('conflict'), find }))).toBe('conflict');
    expect(await settleAmbiguousWrite({ write: failing('conflict'), find, after: ['conflict'] })).toBe(
      'saved',
    );
  });
});
