import { failureOf } from '../../../../../bridge/console/page/api/answer';
import { nextStepOf } from '../../../../../bridge/console/page/api/next-step';
import { failureKinds } from '../../../../../src/contract/failure';

describe('what somebody can do about a failure', () => {
  it('is to wait as long as the CRM asks, and try again', () => {
    const failure = { ...failureOf('rate_limited', 'Too many.', true), retryAfterMs: 3000 };
    expect(nextStepOf(failure)).toEqual({ kind: 'retry', label: 'Try again', waitMs: 3000 });
  });

  it('is to sign in, or to look at the list as it now is', () => {
    expect(nextStepOf(failureOf('unauthenticated', 'Gone.'))).toEqual({ kind: 'connect' });
    expect(nextStepOf(failureOf('not_found', 'Gone.'))).toEqual({ kind: 'reload' });
  });

  it('is to look first where nobody knows whether it was saved', () => {
    expect(nextStepOf(failureOf('ambiguous_write', 'Who knows.'))).toMatchObject({
      kind: 'retry',
      label: expect.stringContaining('Check'),
    });
  });

  it.each(['forbidden', 'invalid_request', 'unsupported'])(
    'is nothing that a button could do for %s',
    (code) => {
      expect(nextStepOf(failureOf(code, 'No.'))).toEqual({ kind: 'none' });
    },
  );

  it('is to try again for everything that the contract calls retryable', () => {
    for (const [code, { retryable }] of Object.entries(failureKinds)) {
      if (retryable) expect(nextStepOf(failureOf(code, 'Later.', true)).kind).toBe('retry');
    }
  });
});
