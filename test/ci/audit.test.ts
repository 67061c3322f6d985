/** `.ci/audit` against registries of our own, on this machine: nobody else's is asked. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SCRIPT = path.join(__dirname, '../../.ci/audit');
/** In dependencies of package.json. */
const SHIPPED = 'express-rate-limit';
/** In devDependencies, and nowhere below dependencies. */
const FOR_TESTS = 'fast-check';

interface Registry {
  readonly url: string;
  close(): void;
}

const listen = (server: Server): Promise<Registry> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      resolve({
        url: `http://127.0.0.1:${port}/`,
        close: () => {
          server.closeAllConnections();
          server.close();
        },
      });
    });
  });

/** Says of every version of a package that it is vulnerable, as npm's bulk endpoint does. */
const registryWith = (severity: string, name: string): Promise<Registry> => {
  const advisory = {
    id: 1,
    url: 'https://github.com/advisories/GHSA-0000',
    title: 'A known vulnerability',
    severity,
    vulnerable_versions: '*',
    cwe: [],
    cvss: { score: 0, vectorString: null },
  };
  return listen(
    createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      if (request.url?.endsWith('/security/advisories/bulk')) {
        response.end(JSON.stringify({ [name]: [advisory] }));
      } else {
        response.statusCode = 404;
        response.end('{}');
      }
    }),
  );
};

const registryAnswering = (status: number): Promise<Registry> =>
  listen(
    createServer((_request, response) => {
      response.statusCode = status;
      response.end();
    }),
  );

/** npm remembers advisories by their id. */
let cache: string;

beforeEach(() => {
  cache = mkdtempSync(path.join(tmpdir(), 'npm-cache-'));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

const audit = async (registry: Registry): Promise<{ code: number | null; printed: string }> => {
  const child = spawn(SCRIPT, {
    env: {
      PATH: process.env['PATH'],
      npm_config_registry: registry.url,
      npm_config_cache: cache,
      npm_config_fetch_retries: '0',
    },
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  registry.close();
  return { code, printed };
};

describe('the audit of what the bridge ships', () => {
  it.each(['high', 'critical'])('fails for a known vulnerability of severity %s', async (severity) => {
    const { code, printed } = await audit(await registryWith(severity, SHIPPED));
    expect(code).toBe(1);
    expect(printed).toContain(SHIPPED);
    expect(printed).toContain('A known vulnerability');
  });

  it.each([
    ['one that is not severe', 'moderate', SHIPPED],
    ['one of a package that only the tests use', 'critical', FOR_TESTS],
  ])('passes for %s', async (_which, severity, name) => {
    const { code, printed } = await audit(await registryWith(severity, name));
    expect([code, printed.trim()]).toEqual([0, 'audit: no known vulnerability of severity high or more']);
  });

  it.each([404, 405])('passes, and says so, where the registry has no audit (%i)', async (status) => {
    const { code, printed } = await audit(await registryAnswering(status));
    expect([code, printed.trim()]).toEqual([
      0,
      `audit: nothing was checked, the registry has no audit endpoint (HTTP ${status})`,
    ]);
  });

  it('fails where the registry cannot answer', async () => {
    const { code, printed } = await audit(await registryAnswering(503));
    expect([code, printed.trim()]).toEqual([1, 'audit: the registry could not be asked']);
  });
});
