/** The server zone of NetSuite is Pacific: `Date` inside the sandbox's vm must behave as it does there. */
process.env.TZ = 'America/Los_Angeles';

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(jose|ical\\.js|temporal-polyfill|temporal-utils)/)'],
  testTimeout: 30_000,
};
