/** The balancer, as the bench sees it. */
import { z } from 'zod';
import type { BenchBridge } from './bench-bridge';
import { startForkedServer, type ForkedProcess } from './forked-process';

const balancingSchema = z.object({ type: z.literal('balancing') });

export interface ForkedBalancer extends Pick<ForkedProcess, 'stop'> {
  readonly baseUrl: string;
  /** New connections go to these by turns. */
  balance(bridges: readonly BenchBridge[]): Promise<void>;
}

export const startForkedBalancer = async (): Promise<ForkedBalancer> => {
  const { baseUrl, ask, stop } = await startForkedServer('tcp-balancer-process');
  return {
    baseUrl,
    balance: async (bridges) => {
      const ports = bridges.map(({ baseUrl }) => Number(new URL(baseUrl).port));
      await ask({ type: 'balance', ports }, balancingSchema);
    },
    stop,
  };
};
