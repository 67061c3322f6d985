/** The bridge under faults and kills, in little; `npm run chaos` is the same at length. */
import { platforms } from '../../src/contract/operations';
import { faultNames } from '../../tools/chaos/planned-faults';
import { runChaos, type ChaosOptions, type ChaosResult } from '../../tools/chaos/run-chaos';
import { describeViolation } from '../../tools/chaos/violation';
import { lies, openLyingFront, type Lie } from './lying-front';

const words = ({ violations }: ChaosResult): readonly string[] => violations.map(describeViolation);

describe('the bridge in chaos', () => {
  const settings = { faultShare: 0.2, platforms };

  it.each([
    ['killed on the way', { seed: 2026, operations: 240, kills: 1 }],
    ['left alive', { seed: 2027, operations: 60, kills: 0 }],
  ])(
    'loses nothing, doubles nothing and tells nothing false: %s',
    async (_what, options) => {
      process.stdout.write(`chaos seed ${options.seed}, ${options.operations} operations\n`);
      const result = await runChaos({ ...settings, ...options });
      expect(words(result)).toEqual([]);
      expect(result.total).toBe(options.operations);
      expect(result.kills).toBe(options.kills);
      const missed = faultNames.filter((name) => !result.faults.has(name));
      expect(options.kills === 1 ? missed : []).toEqual([]);
    },
    120_000,
  );
});

describe('a bridge that lies', () => {
  const run = async (told: readonly Lie[], changes: Partial<ChaosOptions> = {}) => {
    let front: Awaited<ReturnType<typeof openLyingFront>> | undefined;
    const result = await runChaos({
      seed: 7,
      operations: 260,
      kills: 0,
      faultShare: 0,
      platforms: ['clio', 'bullhorn'],
      front: async (bridgeUrl) => (front = await openLyingFront(bridgeUrl, told)),
      ...changes,
    });
    await front?.close();
    return { result, told: front?.told() ?? [] };
  };

  it('is found out, whatever it lies about, and nobody else is accused', async () => {
    const { result, told } = await run(lies);
    expect(told.map(({ name }) => name).sort()).toEqual(lies.map(({ name }) => name).sort());
    const caught = told.filter(({ key, caughtAs }) =>
      result.violations.some((one) => one.kind === caughtAs && (key === '' || one.key === key)),
    );
    expect(caught.map(({ name }) => name)).toEqual(told.map(({ name }) => name));
    const keys = told.map(({ key }) => key);
    const accused = result.violations.filter(
      ({ key = '', operation }) => !keys.includes(key) && operation !== 'the end',
    );
    expect(accused.map(describeViolation)).toEqual([]);
  }, 60_000);

  it('is believed where it only hands on', async () => {
    const { result } = await run([], { operations: 40 });
    expect(words(result)).toEqual([]);
  }, 60_000);
});
