import type { ConnectorResult } from '../../../bridge/connectors/connector';
import { failureResult } from '../../../bridge/connectors/failure-result';
import { createDeadline, type Deadline } from '../../../bridge/http/deadline';
import { runWithCredential } from '../../../bridge/sessions/run-with-credential';
import { AppointmentError } from '../../../src/contract/failure';
import { createFakeCallClock } from '../http/fake-call-clock';
import { OLGA } from '../running-app';

const unauthenticated = failureResult(new AppointmentError('unauthenticated', 'Connect again.'));
const listed: ConnectorResult = { successful: true, appointments: [] };
const RENEWED = { ...OLGA, userName: 'with another credential' };

describe('running an operation with a credential', () => {
  const clock = createFakeCallClock();

  /** Every step takes eight seconds; tells what is left of the time before each. */
  const runWith = async (results: readonly ConnectorResult[]) => {
    const left: (readonly [string, number | undefined])[] = [];
    const note = (step: string, deadline: Deadline | undefined): void => {
      left.push([step, deadline?.remainingMs()]);
      clock.advance(8000);
    };
    const deadline = createDeadline({ afterMs: 25_000, clock });
    let runs = 0;
    const result = await runWithCredential(OLGA, {
      deadline,
      credentials: {
        credentialFor: async (session, given) => {
          note('credential', given);
          return session;
        },
        replaceRefused: async (_session, given) => {
          note('renewal', given);
          return RENEWED;
        },
      },
      run: async ({ userName }) => {
        note(`run ${userName}`, deadline);
        return results[runs++] ?? unauthenticated;
      },
    });
    return { result, left };
  };

  it('repeats a refused one with another credential, all within one deadline', async () => {
    expect(await runWith([unauthenticated, listed])).toEqual({
      result: listed,
      left: [
        ['credential', 25_000],
        ['run Olga Owner', 17_000],
        ['renewal', 9000],
        ['run with another credential', 1000],
      ],
    });
  });

  describe('where the first one is refused in the midst of a write', () => {
    const part = failureResult(
      new AppointmentError('partial_write', 'Not with everybody.', { details: { httpStatus: 401 } }),
    );

    it('has the rest done with another credential', async () => {
      expect((await runWith([part, listed])).result).toBe(listed);
    });

    it.each(['upstream_unavailable', 'unauthenticated'] as const)(
      'keeps saying what was done when the other one fails: %s',
      async (code) => {
        const failure = failureResult(new AppointmentError(code, 'Not now.'));
        expect((await runWith([part, failure])).result).toBe(part);
      },
    );
  });

  it('repeats no other failure', async () => {
    const failure = failureResult(new AppointmentError('forbidden', 'No.'));
    const { result, left } = await runWith([failure]);
    expect(result).toBe(failure);
    expect(left).toHaveLength(2);
  });
});
