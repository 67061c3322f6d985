import { createHmac } from 'node:crypto';
import { fc } from '../fast-check';
import { requireAllowed } from './allowed-vendor-calls';
import { holds, timeoutMsOf } from './fuzz-run';
import { openFuzzedBridge, REDIRECT_URI, SECRET, type FuzzedBridge } from './fuzzed-bridge';
import { hostileText } from './hostile-values';
import { sessionRequest } from './session-request';
import { jsonOf, requireFailure, requireNothingBroken } from './sound-answer';

const SHARE = 0.15;

let bridge: FuzzedBridge;

beforeAll(async () => {
  bridge = await openFuzzedBridge();
}, 30_000);
afterAll(() => bridge.close());

/** Where a browser may be sent: to the CRMs, which are here, and to App Connect's page. */
const requireOwnRedirect = (location: string): void => {
  const { origin, pathname } = new URL(location);
  const crms = Object.values(bridge.crms).map(({ door }) => door.baseUrl);
  if (crms.includes(origin) || origin + pathname === REDIRECT_URI) return;
  expect(origin).toMatch(/^https:\/\/[a-z0-9_-]+\.app\.netsuite\.com$/);
};

describe('the routes beside the operations', () => {
  it(
    'answer as documented and send nobody elsewhere, whatever they are asked',
    async () => {
      await holds(SHARE, sessionRequest(bridge), async (request) => {
        const exchange = await bridge.exchange(request);
        requireNothingBroken(exchange);
        requireAllowed(exchange.vendorCalls);
        const { status, headers, text } = exchange.answer;
        if (headers.location !== undefined) requireOwnRedirect(String(headers.location));
        const isJson = String(headers['content-type']).startsWith('application/json');
        if (isJson) expect(jsonOf(exchange.answer)).toEqual(expect.any(Object));
        if (status >= 400 && isJson && text.includes('errorCode')) requireFailure(jsonOf(exchange.answer));
        if (request.target.startsWith('/unAuthorize')) await bridge.signIn();
      });
    },
    timeoutMsOf(SHARE),
  );
});

const base64url = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

const digests = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' } as const;

/** With claims as good as a client's, and a signature that is not the bridge's. */
const forgedToken = (claims: object): fc.Arbitrary<string> =>
  fc.oneof(
    fc
      .constantFrom('none', 'None', 'NONE', 'HS256', 'RS256', '')
      .map((alg) => `${base64url({ alg })}.${base64url(claims)}.`),
    fc
      .tuple(
        fc.constantFrom('HS256', 'HS384', 'HS512'),
        fc.constantFrom('', SECRET, 'another secret', 'null'),
      )
      .map(([alg, key]) => {
        const signed = `${base64url({ alg, typ: 'JWT' })}.${base64url(claims)}`;
        const digest = alg === 'HS256' ? digests.HS256 : alg === 'HS384' ? digests.HS384 : digests.HS512;
        return `${signed}.${createHmac(digest, key).update(signed).digest('base64url')}`;
      }),
    hostileText(['a.b.c']).map(
      (text) => `${base64url({ alg: 'HS256' })}.${base64url(text)}.${base64url(text)}`,
    ),
    hostileText(['a.b.c']),
  );

/** The client's own, with something of it changed. */
const changedToken = (token: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 0, max: token.length - 2 }), fc.constantFrom('A', 'b', '.', '-'))
    .map(([at, character]) => {
      const changed = character === token[at] ? '_' : character;
      return token.slice(0, at) + changed + token.slice(at + 1);
    });

describe('a token that the bridge has not signed', () => {
  it(
    'lets nobody in',
    async () => {
      const own = (bridge.clientHeaders('clio')['authorization'] ?? '').replace('Bearer ', '');
      const claims = { id: `${bridge.crms.clio.user.userId}-clio`, platform: 'clio', exp: 4_000_000_000 };
      const tokens = fc.oneof(forgedToken(claims), changedToken(own));
      await holds(SHARE / 3, fc.tuple(tokens, fc.boolean()), async ([token, isInQuery]) => {
        const exchange = await bridge.exchange({
          method: 'GET',
          target: isInQuery
            ? `/appointments?jwtToken=${encodeURIComponent(token.toString().replace(/[\ud800-\udfff]/g, ''))}`
            : '/appointments',
          headers: isInQuery ? {} : { authorization: `Bearer ${token}` },
        });
        requireNothingBroken(exchange);
        expect([exchange.answer.status, exchange.answer.text]).toEqual([
          400,
          'Please go to Settings and authorize CRM platform',
        ]);
        expect(exchange.vendorCalls).toEqual([]);
      });
    },
    timeoutMsOf(SHARE / 3),
  );
});

const KB = 1024;

/** As much of it as 256 KB can hold: a few thousand levels are more than a recursive reader or writer survives. */
const DEEP = `${'['.repeat(120_000)}${']'.repeat(120_000)}`;

describe('a body', () => {
  it.each([
    ['POST', '/user/settings', `{"userSettings":{"a":${DEEP}}}`],
    ['POST', '/user/settings', `{"settingKeysToRemove":${DEEP}}`],
    ['POST', '/appointments', `{"title":"a","attendees":${DEEP}}`],
    ['POST', '/appointments', DEEP],
    ['POST', '/connectors/clio/appointments/1/status', `{"status":${DEEP}}`],
    ['PATCH', '/connectors/netsuite/appointments/7001', `{"contacts":[${DEEP}]}`],
  ])('that is nested as deep as can be is refused at %s %s', async (method, target, body) => {
    const platform = target.includes('netsuite') ? 'netsuite' : 'clio';
    const known = target.startsWith('/connectors')
      ? bridge.serverHeaders(platform)
      : bridge.clientHeaders(platform);
    const headers = { ...known, 'content-type': 'application/json' };
    const exchange = await bridge.exchange({ method, target, headers, body });
    requireNothingBroken(exchange);
    expect(requireFailure(jsonOf(exchange.answer))).toBe('invalid_request');
  });

  it('of more than 256 KB is refused with 413 wherever one is read, and asks nothing of a CRM', async () => {
    const targets = ['/user/settings', '/appointments', '/connectors/clio/appointments'];
    const sizes = fc.oneof(
      fc.constantFrom(256 * KB + 1, 300 * KB, 1024 * KB),
      fc.integer({ min: 256 * KB + 1, max: 400 * KB }),
    );
    await holds(0.01, fc.tuple(fc.constantFrom(...targets), sizes), async ([target, size]) => {
      const known = target.startsWith('/connectors')
        ? bridge.serverHeaders('clio')
        : bridge.clientHeaders('clio');
      const exchange = await bridge.exchange({
        method: 'POST',
        target,
        headers: { ...known, 'content-type': 'application/json' },
        body: `{"title":"${'x'.repeat(size - 12)}"}`,
      });
      expect(exchange.answer.status).toBe(413);
      expect(requireFailure(jsonOf(exchange.answer))).toBe('invalid_request');
      expect(exchange.vendorCalls).toEqual([]);
    });
  });
});
