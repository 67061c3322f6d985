import { deriveBridgeKeys } from '../../../bridge/sessions/bridge-keys';
import { createClientTokens } from '../../../bridge/sessions/client-token';

const OLD = 'the secret of last year, long enough';
const NEW = 'the secret of this year, long enough';
const DAY_MS = 24 * 60 * 60 * 1000;

const claims = { id: '5-netsuite', platform: 'netsuite' };

describe('the token of the client', () => {
  it('is good for two weeks', async () => {
    let now = Date.parse('2026-07-01T00:00:00Z');
    const tokens = createClientTokens({
      keys: deriveBridgeKeys({ secret: NEW }).clientTokens,
      nowMs: () => now,
    });
    const token = await tokens.sign(claims);
    now += 14 * DAY_MS - 1000;
    expect(await tokens.verify(token)).toMatchObject({ ...claims, isOfOldKey: false });
    now += 2000;
    expect(await tokens.verify(token)).toBeUndefined();
  });

  it('survives a change of the secret, marked as one to be replaced', async () => {
    const token = await createClientTokens({ keys: deriveBridgeKeys({ secret: OLD }).clientTokens }).sign(
      claims,
    );
    const rotated = createClientTokens({
      keys: deriveBridgeKeys({ secret: NEW, previousSecret: OLD }).clientTokens,
    });
    expect(await rotated.verify(token)).toMatchObject({ ...claims, isOfOldKey: true });
    const current = createClientTokens({ keys: deriveBridgeKeys({ secret: NEW }).clientTokens });
    expect(await current.verify(token)).toBeUndefined();
    expect(await current.verify(await rotated.sign(claims))).toMatchObject(claims);
  });
});
