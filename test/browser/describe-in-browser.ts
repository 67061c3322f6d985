/** Tests that need a browser: without one they say so and the others still run; where one is required, that fails. */
import { findBrowser } from './find-browser';

const NONE = 'no Chromium on this machine (install it, or set CHROMIUM_PATH)';

/** @param define is handed the path of the browser */
export const describeInBrowser = (name: string, define: (executablePath: string) => void): void => {
  const executablePath = findBrowser(process.env);
  if (executablePath !== undefined) {
    describe(name, () => define(executablePath));
  } else if (process.env['REQUIRE_BROWSER'] === '1') {
    it(`${name}: needs a browser`, () => {
      throw new Error(`REQUIRE_BROWSER=1, but there is ${NONE}.`);
    });
  } else {
    const title = `${name}: not tested, ${NONE}`;
    // Of what is skipped jest prints no titles.
    process.stderr.write(`${title}\n`);
    describe.skip(title, () => define(''));
  }
};
