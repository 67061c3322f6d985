import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');

/** The configuration as the CLI sees it: required afresh, in a process of its own. */
const configured = (variables: NodeJS.ProcessEnv): unknown => {
  const script =
    "const { defaultProjectFolder, commands } = require('./suitecloud.config.js');" +
    'const hooks = Object.entries(commands).map(([name, hook]) => [name, typeof hook.beforeExecuting]);' +
    'console.log(JSON.stringify({ defaultProjectFolder, hooks }));';
  const environment = { ...process.env, ...variables };
  return JSON.parse(
    execFileSync(process.execPath, ['-e', script], { cwd: root, env: environment, encoding: 'utf8' }),
  );
};

describe('the configuration of the SuiteCloud CLI', () => {
  it.each([
    ['', 'dist/suiteapp'],
    ['suiteapp', 'dist/suiteapp'],
    ['account-customization', 'dist/account-customization'],
  ])('with APP_CONNECT_PROJECT=%s works on %s', (project, folder) => {
    expect(configured({ APP_CONNECT_PROJECT: project })).toMatchObject({ defaultProjectFolder: folder });
  });

  it('builds before it packages, validates and deploys', () => {
    expect(configured({})).toMatchObject({
      hooks: [
        ['project:package', 'function'],
        ['project:validate', 'function'],
        ['project:deploy', 'function'],
      ],
    });
  });
});
