/** Reads the options of `npm run chaos`. */
import { parseArgs } from 'node:util';
import { platforms, type Platform } from '../../src/contract/operations';
import type { ChaosOptions } from './run-chaos';

const DEFAULT_OPERATIONS = 1000;
const DEFAULT_FAULT_SHARE = 0.2;
const MAX_SEED = 1_000_000;
/** One kill in so many operations. */
const OPERATIONS_PER_KILL = 2500;

/** @throws Error that says what the option takes */
const readNumber = (
  name: string,
  text: string,
  isTaken: (value: number) => boolean,
  takes: string,
): number => {
  const value = Number(text);
  if (text.trim() !== '' && isTaken(value)) return value;
  throw new Error(`--${name} takes ${takes}, not "${text}".`);
};

const isCount = (most: number) => (value: number) => Number.isInteger(value) && value >= 1 && value <= most;

const readPlatforms = (text: string | undefined): readonly Platform[] => {
  if (text === undefined) return platforms;
  const names = text.split(',').map((name) => name.trim());
  return names.map((name) => {
    const platform = platforms.find((one) => one === name);
    if (platform) return platform;
    throw new Error(
      `--crm takes one or more of ${platforms.join(', ')} with commas between them, not "${name}".`,
    );
  });
};

/** @throws Error with a message for the person at the terminal */
export const readChaosOptions = (
  args: readonly string[],
): Pick<ChaosOptions, 'seed' | 'operations' | 'faultShare' | 'platforms' | 'kills'> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      operations: { type: 'string', default: String(DEFAULT_OPERATIONS) },
      seed: { type: 'string', default: String(1 + Math.floor(Math.random() * MAX_SEED)) },
      faults: { type: 'string', default: String(DEFAULT_FAULT_SHARE) },
      crm: { type: 'string' },
    },
  });
  const operations = readNumber('operations', values.operations, isCount(1_000_000), 'a whole number from 1');
  return {
    operations,
    seed: readNumber('seed', values.seed, isCount(MAX_SEED), `a whole number from 1 to ${MAX_SEED}`),
    faultShare: readNumber(
      'faults',
      values.faults,
      (share) => share >= 0 && share <= 0.9,
      'a share from 0 to 0.9',
    ),
    platforms: readPlatforms(values.crm),
    kills: Math.ceil(operations / OPERATIONS_PER_KILL),
  };
};
