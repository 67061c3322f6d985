import { fc } from '../fast-check';
import { restOf } from '../../bridge/adapters/bullhorn/rest-url';
import { baseUrlOf } from '../../bridge/adapters/clio/hosts';
import { baseUrlsOf } from '../../bridge/adapters/netsuite/hosts';
import { AppointmentError } from '../../src/contract/failure';
import { holds } from './fuzz-run';
import { hostileText } from './hostile-values';

const SHARE = 0.02;

/** The URLs; none where the host was refused. */
const urlsOf = (read: () => readonly string[]): readonly URL[] => {
  try {
    return read().map((url) => new URL(url));
  } catch (error) {
    if (!(error instanceof AppointmentError) || error.code !== 'invalid_request') throw error;
    return [];
  }
};

const hosts = [
  'app.clio.com',
  '1234567.app.netsuite.com',
  'https://rest9.bullhornstaffing.com/rest-services/e999/',
  'rest9.bullhornstaffing.com',
  'evil.example',
  '127.0.0.1',
  '@',
  '.',
  '/',
  ':80',
];

/** Also such as a parser of URLs reads otherwise than a person. */
const hostname = fc.oneof(
  hostileText(hosts),
  fc
    .array(fc.constantFrom(...hosts, 'https://', '#', '?', '\\', '%2e', '\t'), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('')),
);

describe('a host that a request names', () => {
  it.each([
    [
      'NetSuite',
      (text: string) => Object.values(baseUrlsOf(text, {})),
      /^[a-z0-9_-]+\.(restlets|suitetalk)\.api\.netsuite\.com$/,
    ],
    [
      'Bullhorn',
      (text: string) => [restOf(text, undefined).baseUrl],
      /^rest[a-z0-9-]*\.bullhornstaffing\.com$/,
    ],
    ['Clio', (text: string) => [baseUrlOf(text, undefined)], /^((eu|ca|au)\.)?app\.clio\.com$/],
  ] as const)('is one of %s’s own, by https, or none is asked', async (_vendor, read, own) => {
    await holds(SHARE, hostname, async (text) => {
      for (const url of urlsOf(() => read(text))) {
        expect([url.protocol, url.username, url.port, url.search, url.hash]).toEqual([
          'https:',
          '',
          '',
          '',
          '',
        ]);
        expect(url.hostname).toMatch(own);
      }
    });
  });
});
