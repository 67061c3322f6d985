import { reportReadiness } from '../../bridge/readiness';

describe('the readiness of the bridge', () => {
  it('is given without any check', async () => {
    expect(await reportReadiness({ checks: {} })).toEqual({ ok: true, checks: {} });
  });

  it('does not wait for a check that never comes back', async () => {
    jest.useFakeTimers();
    try {
      const report = reportReadiness({
        checks: { database: () => new Promise(() => {}), queue: async () => {} },
      });
      await jest.advanceTimersByTimeAsync(2_000);
      expect(await report).toEqual({ ok: false, checks: { database: 'failed', queue: 'ok' } });
    } finally {
      jest.useRealTimers();
    }
  });

  it('fails with a check that throws at once', async () => {
    const broken = (): Promise<void> => {
      throw new Error('not even a promise');
    };
    expect(await reportReadiness({ checks: { broken } })).toMatchObject({ checks: { broken: 'failed' } });
  });
});
