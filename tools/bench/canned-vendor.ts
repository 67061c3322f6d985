/** The canned CRM and the pass-through, as the bench sees them. */
import { z } from 'zod';
import { startForkedServer, type ForkedProcess } from './forked-process';
import { productionArguments } from './production-arguments';
import { recordedCallSchema, type RecordedCall } from './vendor-exchange';

const callsSchema = z.object({
  type: z.literal('calls'),
  calls: z.array(recordedCallSchema),
  callCount: z.number(),
});
const doneSchema = z.object({ type: z.literal('done') });

export interface CannedVendor extends Pick<ForkedProcess, 'stop'> {
  readonly baseUrl: string;
  /** Asks the sandbox, and keeps what it answers. */
  record(upstreamUrl: string): Promise<void>;
  /** Gives what was kept, each answer after `delayMs`. */
  replay(delayMs: number): Promise<void>;
  /** Calls since the last time: how many, and while recording which. */
  takeCalls(): Promise<{ readonly calls: readonly RecordedCall[]; readonly callCount: number }>;
}

export const startCannedVendor = async (): Promise<CannedVendor> => {
  const { baseUrl, ask, stop } = await startForkedServer('canned-vendor-process');
  return {
    baseUrl,
    record: async (upstreamUrl) => void (await ask({ type: 'record', upstreamUrl }, callsSchema)),
    replay: async (delayMs) => void (await ask({ type: 'replay', delayMs }, callsSchema)),
    takeCalls: () => ask({ type: 'take-calls' }, callsSchema),
    stop,
  };
};

export interface PassThrough extends Pick<ForkedProcess, 'processId' | 'stop'> {
  readonly baseUrl: string;
  /** Makes a route `/{name}` that makes these calls. */
  add(script: {
    readonly name: string;
    readonly vendorUrl: string;
    readonly calls: readonly RecordedCall[];
    readonly isParallel: boolean;
  }): Promise<void>;
}

export const startPassThrough = async (): Promise<PassThrough> => {
  const server = await startForkedServer('pass-through-process', productionArguments);
  const { baseUrl, ask, processId, stop } = server;
  return {
    baseUrl,
    processId,
    add: async (script) => void (await ask({ type: 'script', ...script }, doneSchema)),
    stop,
  };
};
