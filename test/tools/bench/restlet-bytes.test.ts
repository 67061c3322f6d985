import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { restlets } from '../../../src/contract/restlets';
import { MOST_BYTES } from '../../../tools/bench/bundle-part';

const folder = path.join(
  __dirname,
  '../../../dist/suiteapp/FileCabinet/SuiteApps/com.ringcentral.appconnect',
);

describe('the built RESTlets', () => {
  const files = Object.values(restlets).map(({ file }) => `${file}.js`);

  it('are all there are', () => {
    expect(readdirSync(folder).sort()).toEqual([...files].sort());
  });

  it.each(files)('are small enough to be loaded for every call, and to be read: %s', (file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES);
    // Not minified: NetSuite's own debugger and its execution log show lines of this file.
    const lines = text.split('\n');
    expect(text.length / lines.length).toBeLessThan(60);
  });
});
