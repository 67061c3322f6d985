/** The server zone of NetSuite is Pacific: `Date` inside the sandbox's vm must behave as it does there. */
process.env.TZ = 'America/Los_Angeles';

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Has packages and a configuration of its own: test/app-connect-core/run.sh.
  testPathIgnorePatterns: ['/node_modules/', '/test/app-connect-core/'],
  modulePathIgnorePatterns: ['/test/app-connect-core/'],
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(@seriousme|jose|ical\\.js|temporal-polyfill|temporal-utils)/)',
  ],
  testTimeout: 30_000,
};
