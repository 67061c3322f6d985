const { execSync } = require('node:child_process');

/** `npm run package` and `npm run deploy` say with this which of the two staged projects they are about. */
const project =
  process.env.APP_CONNECT_PROJECT === 'account-customization' ? 'account-customization' : 'suiteapp';

/**
 * What goes into an account is what the sources say now. The CLI wants the project's folder before it calls this
 * (4.1.0, CLIConfigurationService), so a fresh checkout needs `npm run build` first, as our own commands do.
 */
const build = async (context) => {
  execSync('npm run --silent build', { cwd: __dirname, stdio: 'inherit' });
  return context;
};

/** The SuiteCloud CLI works on what the build stages: descriptors, objects and compiled files side by side. */
module.exports = {
  defaultProjectFolder: `dist/${project}`,
  commands: {
    'project:package': { beforeExecuting: build },
    'project:validate': { beforeExecuting: build },
    'project:deploy': { beforeExecuting: build },
  },
};
