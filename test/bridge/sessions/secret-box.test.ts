import { deriveBridgeKeys } from '../../../bridge/sessions/bridge-keys';
import { createSecretBox } from '../../../bridge/sessions/secret-box';

const OLD = 'the secret of last year, long enough';
const NEW = 'the secret of this year, long enough';

const boxOf = (secret: string, previousSecret?: string) =>
  createSecretBox(deriveBridgeKeys({ secret, previousSecret }).sealing);

describe('the secret box', () => {
  it('gives back what it sealed, and seals the same text otherwise each time', () => {
    const box = boxOf(NEW);
    const [one, other] = [box.seal('Grüße', 'sessions/1'), box.seal('Grüße', 'sessions/1')];
    expect([box.open(one, 'sessions/1'), box.open(other, 'sessions/1')]).toEqual(['Grüße', 'Grüße']);
    expect(one).not.toBe(other);
  });

  it('opens nothing that was moved to another row', () => {
    const box = boxOf(NEW);
    expect(box.open(box.seal('text', 'sessions/1'), 'sessions/2')).toBeUndefined();
  });

  it('opens nothing that was changed, cut short or made up', () => {
    const box = boxOf(NEW);
    const sealed = box.seal('some text', 'row');
    const [id = '', nonce = '', body = ''] = sealed.split('.');
    const flipped = (body.startsWith('A') ? 'B' : 'A') + body.slice(1);
    for (const forged of [
      `${id}.${nonce}.${flipped}`,
      `${id}.${nonce}.${body.slice(0, 8)}`,
      `${id}..${body}`,
      id,
      '',
      'x.y.z',
    ]) {
      expect(box.open(forged, 'row')).toBeUndefined();
    }
  });

  it('opens what the secret before sealed, while it is told that secret, and seals with the new one', () => {
    const sealed = boxOf(OLD).seal('text', 'row');
    const rotated = boxOf(NEW, OLD);
    expect(rotated.open(sealed, 'row')).toBe('text');
    expect(rotated.isCurrent(sealed)).toBe(false);
    expect(boxOf(NEW).open(sealed, 'row')).toBeUndefined();
    const again = rotated.seal('text', 'row');
    expect(rotated.isCurrent(again)).toBe(true);
    expect(boxOf(NEW).open(again, 'row')).toBe('text');
  });

  it('has no key in common with the clients’ tokens or the hashes', () => {
    const { clientTokens, sealing, userInfoHash } = deriveBridgeKeys({ secret: NEW });
    const keys = [clientTokens[0], sealing[0].key, userInfoHash].map((key) =>
      Buffer.from(key).toString('hex'),
    );
    expect(new Set(keys).size).toBe(3);
  });
});
