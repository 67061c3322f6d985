/** Starts the local Clio for the sandbox program and says how to reach it. */
import type { RunningVendor } from '../core/running-vendor';
import { createClioSandbox } from './clio-sandbox';
import { describeClio } from './describe-clio';

/** Clio's 50 a minute (rate-limits page) would end a newcomer's try-out after a few clicks. */
const requestsPerMinute = 1000;

export async function startClio(): Promise<RunningVendor> {
  const { state, developerApp, listen } = createClioSandbox({ switches: { requestsPerMinute } });
  const { baseUrl, close } = await listen();
  return { announcement: describeClio({ state, developerApp, baseUrl }), notes: [], close };
}
