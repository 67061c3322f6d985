/** These tests need packages of their own: `./run.sh` installs them and runs jest with this. */
const root = require('../../jest.config');

module.exports = {
  ...root,
  rootDir: '../..',
  roots: [__dirname],
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: [],
  testTimeout: 60_000,
};
