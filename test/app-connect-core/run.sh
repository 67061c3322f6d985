#!/usr/bin/env bash
# The connectors inside a real App Connect server: installs `@app-connect/core` here, then runs the tests on what is in dist/.
set -euo pipefail
cd "$(dirname "$0")/../.."

npm ci --prefix test/app-connect-core
npx jest --config test/app-connect-core/jest.config.js "$@"
