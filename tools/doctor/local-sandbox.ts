/** The CRMs on this computer, in a process of their own, with their switches turned as asked for. */
import path from 'node:path';
import { startSandboxProcess, type SandboxProcess } from '../../bridge/sandbox-process';
import type { SwitchTurn } from './doctor-arguments';

/** Beside this program in dist/. */
const SANDBOX_SCRIPT = path.join(__dirname, '..', '..', 'sandbox', 'main.js');

const turnSwitch = async (baseUrl: string, { name, value }: SwitchTurn): Promise<void> => {
  const reply = await fetch(`${baseUrl}/_sandbox/switches`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ [name]: value }),
  });
  if (!reply.ok) throw new Error(`--turn ${name}: ${await reply.text()}`);
};

/** @throws Error for a sandbox that does not start, or a switch or value that it does not have */
export const startLocalSandbox = async (turns: readonly SwitchTurn[]): Promise<SandboxProcess> => {
  const sandbox = await startSandboxProcess({ script: SANDBOX_SCRIPT });
  try {
    for (const turn of turns) await turnSwitch(sandbox.ready[turn.platform].baseUrl, turn);
    return sandbox;
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
};
