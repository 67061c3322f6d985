/** Starts the local Bullhorn for the sandbox program and says how to reach it. */
import type { RunningVendor } from '../core/running-vendor';
import { createBullhornSandbox } from './bullhorn-sandbox';
import { describeBullhorn } from './describe-bullhorn';

export async function startBullhorn(): Promise<RunningVendor> {
  const { state, listen } = createBullhornSandbox();
  const { baseUrl, close } = await listen();
  return { announcement: describeBullhorn({ state, baseUrl }), notes: [], close };
}
