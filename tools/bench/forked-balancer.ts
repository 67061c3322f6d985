/** The balancer, as the bench sees it. */
import path from 'node:path';
import { z } from 'zod';
import type { BenchBridge } from './bench-bridge';
import { startForked, type ForkedProcess } from './forked-process';

const listeningSchema = z.object({ type: z.literal('listening'), baseUrl: z.string() });
const balancingSchema = z.object({ type: z.literal('balancing') });

export interface ForkedBalancer extends Pick<ForkedProcess, 'stop'> {
  readonly baseUrl: string;
  /** New connections go to these by turns. */
  balance(bridges: readonly BenchBridge[]): Promise<void>;
}

export const startForkedBalancer = async (): Promise<ForkedBalancer> => {
  const { ready, ask, stop } = await startForked({
    script: path.join(__dirname, 'tcp-balancer-process.js'),
    env: { NODE_ENV: 'production' },
    ready: listeningSchema,
  });
  return {
    baseUrl: ready.baseUrl,
    balance: async (bridges) => {
      const ports = bridges.map(({ baseUrl }) => Number(new URL(baseUrl).port));
      await ask({ type: 'balance', ports }, balancingSchema);
    },
    stop,
  };
};
