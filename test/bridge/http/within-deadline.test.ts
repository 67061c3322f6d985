import { withinDeadline } from '../../../bridge/http/within-deadline';
import { createFakeCallClock } from './fake-call-clock';

describe('waiting for what goes on without us', () => {
  const clock = createFakeCallClock();
  const failure = () => new Error('too late');

  it('ends with what it comes to in time, and leaves no timer', async () => {
    const options = { remainingMs: 1000, failure, clock };
    expect(await withinDeadline(Promise.resolve('done'), options)).toBe('done');
    await expect(withinDeadline(Promise.reject(new Error('failed')), options)).rejects.toThrow('failed');
    expect(clock.pending()).toBe(0);
  });

  it.each([1000, 0, -500])('ends with the failure where %i ms are not enough', async (remainingMs) => {
    let end = (): void => undefined;
    const work = new Promise<void>((resolve) => {
      end = resolve;
    });
    const waiting = withinDeadline(work, { remainingMs, failure, clock });
    clock.advance(Math.max(0, remainingMs));
    await expect(waiting).rejects.toThrow('too late');
    end();
    await work;
  });

  it('makes nothing of a failure that comes after it', async () => {
    let fail: (error: Error) => void = () => undefined;
    const work = new Promise<void>((_resolve, reject) => {
      fail = reject;
    });
    const waiting = withinDeadline(work, { remainingMs: 0, failure, clock });
    clock.advance(0);
    fail(new Error('much later'));
    await expect(waiting).rejects.toThrow('too late');
  });
});
