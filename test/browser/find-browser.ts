/** Where this machine keeps a Chromium, without which the tests of the page have nothing to look with. */
import { existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** `CHROMIUM_PATH`, where it is set, and nothing else then. */
export const findBrowser = (env: NodeJS.ProcessEnv): string | undefined => {
  const named = env['CHROMIUM_PATH'];
  const places = named === undefined ? usualPlaces : [named];
  return places.find((place) => existsSync(place));
};
