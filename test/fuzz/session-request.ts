/** Requests of everything else that App Connect's client calls: signing in and out, settings, other features, health. */
import { fc } from '../fast-check';
import { platforms } from '../../src/contract/operations';
import { REDIRECT_URI, type FuzzedBridge } from './fuzzed-bridge';
import { hostileJson, hostileText } from './hostile-values';
import { writtenForms } from './target-text';
import type { WireRequest } from './wire';

const known = [
  'clio',
  'app.clio.com',
  'tstdrv1234567.app.netsuite.com',
  REDIRECT_URI,
  'platform=clio',
  '1001',
];

/** Of an address whose parameters are the bridge's affair: their names, with what they should be. */
const parameters: Readonly<Record<string, readonly string[]>> = {
  callbackUri: [`${REDIRECT_URI}?code=x&state=platform%3Dclio`, `${REDIRECT_URI}?error=access_denied`, 'x:y'],
  redirect_uri: [REDIRECT_URI, 'https://evil.example/', 'javascript:alert(1)'],
  hostname: ['app.clio.com', 'tstdrv1234567.app.netsuite.com', 'evil.example'],
  username: ['dana.sandbox', 'nobody'],
  state: ['platform=clio', 'platform=bullhorn', 'x'.repeat(43)],
  code: ['x', 'x'.repeat(43)],
  platform: [...platforms, 'sugarcrm'],
  extensionId: ['1'],
  accountId: ['1'],
  jwtToken: ['x'],
  company: ['TSTDRV1234567'],
  entity: ['1001'],
};

const routes: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/oauth-callback'],
  ['GET', '/oauth/authorize/netsuite'],
  ['GET', '/oauth/authorize/bullhorn'],
  ['GET', '/oauth/authorize/clio'],
  ['GET', '/oauth/redirect'],
  ['POST', '/apiKeyLogin'],
  ['GET', '/oauthManagedAuthState'],
  ['GET', '/apiKeyManagedAuthState'],
  ['GET', '/authValidation'],
  ['POST', '/unAuthorize'],
  ['GET', '/implementedInterfaces'],
  ['GET', '/user/settings'],
  ['POST', '/user/settings'],
  ['POST', '/user/refreshInfo'],
  ['GET', '/user/preloadSettings'],
  ['GET', '/hostname'],
  ['GET', '/userInfoHash'],
  ['GET', '/isAlive'],
  ['GET', '/releaseNotes'],
  ['GET', '/calldown'],
  ['PATCH', '/calldown/1'],
  ['GET', '/admin/settings'],
  ['GET', '/contact'],
  ['PUT', '/callDisposition'],
  ['POST', '/callLog'],
  ['GET', '/healthz'],
  ['GET', '/readyz'],
  ['GET', '/metrics'],
  ['GET', '/docs'],
  ['OPTIONS', '/appointments'],
  ['DELETE', '/appointments/1'],
  ['TRACE', '/'],
];

const path = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...routes) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...routes), hostileText(known), writtenForms)
      .map(([[method, start], text, write]) => [method, `${start}/${write(text)}`] as const),
  },
);

const query = fc
  .array(
    fc
      .constantFrom(...Object.entries(parameters))
      .chain(([name, good]) =>
        fc.tuple(fc.constant(name), fc.oneof(fc.constantFrom(...good), hostileText(known)), writtenForms),
      )
      .map(([name, value, write]) => `${name}=${write(value)}`),
    { maxLength: 4 },
  )
  .map((parts) => parts.join('&'));

const body = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  {
    weight: 3,
    arbitrary: fc
      .record(
        {
          userSettings: fc.oneof(
            fc.dictionary(
              fc.oneof(fc.constantFrom('__proto__', 'a'), hostileText(known)),
              hostileJson(known),
            ),
            hostileJson(known),
          ),
          settingKeysToRemove: fc.oneof(fc.array(hostileText(known)), hostileJson(known)),
        },
        { requiredKeys: [] },
      )
      .map((value) => JSON.stringify(value)),
  },
  { weight: 1, arbitrary: hostileJson(known).map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.constantFrom('{', 'null', '\0', `{"__proto__":{"userSettings":{}}}`) },
);

const headers = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: hostileText(known).map((cookie) => ({ cookie: `bridge-sign-in-x=${cookie}; ${cookie}` })),
  },
  { weight: 1, arbitrary: hostileText(known).map((host) => ({ 'x-forwarded-host': host, origin: host })) },
  { weight: 1, arbitrary: hostileText(known).map((names) => ({ 'access-control-request-headers': names })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('text/plain', 'multipart/form-data').map((type) => ({ 'content-type': type })),
  },
);

export const sessionRequest = (bridge: FuzzedBridge): fc.Arbitrary<WireRequest> =>
  fc
    .record({ path, query, body, headers, platform: fc.constantFrom(...platforms) })
    .map(({ path: [method, start], query: asked, body: sent, headers: given, platform }) => ({
      method,
      target: start + (asked === '' ? '' : `?${asked}`),
      headers: { ...bridge.clientHeaders(platform), 'content-type': 'application/json', ...given },
      body: sent,
    }));
