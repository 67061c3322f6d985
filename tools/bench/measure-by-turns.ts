/** Measures two things by turns: what else the machine does meets both, and what one is to the other holds. */
import type { BenchSettings } from './bench-settings';
import { amountFor, FIRST_AMOUNT, WARM_UPS, type MeasuredLoad } from './measured-load';

export interface Round {
  readonly one: MeasuredLoad;
  readonly other: MeasuredLoad;
}

export interface Contestants {
  /** With so many requests. */
  one(amount: number): Promise<MeasuredLoad>;
  other(amount: number): Promise<MeasuredLoad>;
}

/** Each round as long as the settings say, after some that do not count. */
export const measureByTurns = async (
  { one, other }: Contestants,
  { rounds, seconds }: Pick<BenchSettings, 'rounds' | 'seconds'>,
): Promise<readonly Round[]> => {
  const amounts = { one: FIRST_AMOUNT, other: FIRST_AMOUNT };
  const measureRound = async (): Promise<Round> => ({
    one: await one(amounts.one),
    other: await other(amounts.other),
  });
  for (let warmUps = 0; warmUps < WARM_UPS; warmUps++) {
    const warmUp = await measureRound();
    amounts.one = amountFor(warmUp.one, seconds);
    amounts.other = amountFor(warmUp.other, seconds);
  }
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round++) measured.push(await measureRound());
  return measured;
};
