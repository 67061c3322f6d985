import { setImmediate as nextTurn } from 'node:timers/promises';
import { keepOnTrail, withCallTrail, type CallTrail } from '../../../bridge/http/call-trail';
import type { VendorCall } from '../../../bridge/http/vendor-call';

const callTo = (endpoint: string, durationMs = 1): VendorCall => ({
  vendor: 'Clio',
  method: 'GET',
  endpoint,
  outcome: 'ok',
  status: 200,
  tries: 1,
  units: undefined,
  durationMs,
});

const callsAfterATurn = (endpoint: string, count: number): Promise<CallTrail> =>
  withCallTrail(async (trail) => {
    for (let made = 0; made < count; made++) {
      await nextTurn();
      keepOnTrail(callTo(endpoint, 2));
    }
    return trail;
  });

describe('the trail of calls', () => {
  it('keeps the calls of its own request, while others are answered too', async () => {
    const [one, other] = await Promise.all([callsAfterATurn('/one', 2), callsAfterATurn('/other', 3)]);
    expect(one.calls.map(({ endpoint }) => endpoint)).toEqual(['/one', '/one']);
    expect(other.calls.map(({ endpoint }) => endpoint)).toEqual(['/other', '/other', '/other']);
  });

  it('counts what is more than a header holds', async () => {
    const { calls, further } = await callsAfterATurn('/many', 40);
    expect(calls).toHaveLength(25);
    expect(further).toEqual({ count: 15, durationMs: 30 });
  });

  it('is nothing where nobody asked for one', () => {
    expect(() => keepOnTrail(callTo('/alone'))).not.toThrow();
  });
});
