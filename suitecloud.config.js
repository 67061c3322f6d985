/** The SuiteCloud CLI works on what the build stages: descriptors, objects and compiled files side by side. */
module.exports = { defaultProjectFolder: 'dist/suiteapp', commands: {} };
