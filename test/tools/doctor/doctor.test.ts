import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clioDoctor } from '../../../tools/doctor/clio/clio-doctor';
import { openExaminedSandbox, type ExaminedSandbox } from './examined-sandbox';

const PROGRAM = path.join(__dirname, '../../../dist/tools/doctor.js');

describe('npm run doctor, with the local Clio as an account', () => {
  let sandbox: ExaminedSandbox;
  let folder: string;
  beforeAll(async () => {
    sandbox = await openExaminedSandbox('clio', clioDoctor);
    folder = mkdtempSync(path.join(tmpdir(), 'doctor-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await sandbox.close();
  });

  const start = (args: readonly string[], env: Readonly<Record<string, string>>) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, env });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const ended = new Promise<{ code: number | null; printed: string }>((resolve) => {
      child.once('close', (code) => resolve({ code, printed }));
    });
    return { stop: () => child.kill('SIGINT'), ended };
  };

  const markedEntries = async (): Promise<number> => {
    const { baseUrl, users } = sandbox.ready.clio;
    const headers = { Authorization: `Bearer ${users[1]?.token ?? ''}` };
    const url = `${baseUrl}/api/v4/calendar_entries.json?fields=summary&query=doctor`;
    const text = await (await fetch(url, { headers })).text();
    return text.split('App Connect doctor').length - 1;
  };

  const account = () => {
    const [, user, other] = sandbox.ready.clio.users;
    return {
      CLIO_TOKEN: user?.token ?? '',
      CLIO_OTHER_TOKEN: other?.token ?? '',
      CLIO_BASE_URL: sandbox.ready.clio.baseUrl,
    };
  };

  it('deletes what it made also when it is stopped', async () => {
    const run = start(['--clio', 'app.clio.com', '--report', 'stopped.json'], account());
    while ((await markedEntries()) === 0) await new Promise((resolve) => setImmediate(resolve));
    run.stop();
    const { code, printed } = await run.ended;
    expect(code).toBe(1);
    expect(printed).toContain('Stopping');
    expect(await markedEntries()).toBe(0);
  });

  it('writes a report in which nobody and no host is named', async () => {
    const { code, printed } = await start(['--clio', 'app.clio.com', '--other-user'], account()).ended;
    expect(code).toBe(0);
    const file = /Report: (doctor-report-clio-\d{4}-\d\d-\d\d\.json)/.exec(printed)?.[1] ?? '';
    const report = readFileSync(path.join(folder, file), 'utf8');
    expect(JSON.parse(report)).toMatchObject({
      examined: [{ platform: 'clio', target: 'account', summary: { crosses: 0 }, leftBehind: [] }],
    });
    for (const { token, name } of sandbox.ready.clio.users) {
      for (const word of [token, ...name.split(' ')]) expect(report).not.toContain(word);
    }
    expect(report).not.toMatch(/clio\.com|127\.0\.0\.1/);
  });

  it('says which tokens it takes where there are none', async () => {
    const { code, printed } = await start(['--clio', 'app.clio.com'], {}).ended;
    expect(code).toBe(1);
    expect(printed).toContain('There is no way to sign in to Clio. Set CLIO_TOKEN');
  });
});
