import { startSandboxProcess } from '../../bridge/sandbox-process';
import { readyScript, writeSandboxScript } from './sandbox-script';

describe('the sandbox process', () => {
  it('starts in NetSuite’s server zone, with the seed it was given, and ends when it is told to', async () => {
    const script = writeSandboxScript(readyScript('http://127.0.0.1:9'));
    const sandbox = await startSandboxProcess({ script, seedFile: '/tmp/seed.json' });
    expect(sandbox.ready.netsuite.users.map(({ id }) => id)).toEqual(['5', '6']);
    expect(sandbox.ready.notes).toEqual(['--seed /tmp/seed.json', 'America/Los_Angeles']);
    await sandbox.stop();
    await sandbox.ended;
  });

  it('says when it ends before it is ready', async () => {
    const script = writeSandboxScript('process.exit(3);');
    await expect(startSandboxProcess({ script })).rejects.toThrow('ended with code 3 before it was ready');
  });

  it('does not wait for ever, and leaves no process behind', async () => {
    const script = writeSandboxScript('setInterval(() => {}, 1000);');
    await expect(startSandboxProcess({ script, startLimitMs: 200 })).rejects.toThrow('not ready after 0.2 s');
  });
});
