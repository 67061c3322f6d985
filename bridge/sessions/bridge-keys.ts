/** The keys of the bridge, all derived from BRIDGE_SECRET: one for each purpose, so that none stands in for another. */
import { hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/** A key that encrypts, with the name under which what it encrypted is found again. */
export interface SealingKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/** The first is in use; the one after it, of the secret before, only verifies and decrypts. */
export type KeyRing<Key> = readonly [Key, ...Key[]];

export interface BridgeKeys {
  readonly clientTokens: KeyRing<Uint8Array>;
  readonly sealing: KeyRing<SealingKey>;
  /** For the hashes that RingCentral's analytics use in place of ids. */
  readonly userInfoHash: Uint8Array;
  /** For the ids of remembered writes. */
  readonly idempotencyRows: Uint8Array;
}

export interface BridgeSecrets {
  readonly secret: string;
  /** BRIDGE_SECRET_PREVIOUS: the one before, while sessions of it are about. */
  readonly previousSecret?: string | undefined;
}

/** HKDF-SHA256 (RFC 5869) with the purpose as info. */
const derive = (secret: string, purpose: string, bytes = KEY_BYTES): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', `app-connect-bridge/${purpose}/1`, bytes));

export const deriveBridgeKeys = ({ secret, previousSecret }: BridgeSecrets): BridgeKeys => {
  const ringOf = <Key>(keyOf: (one: string) => Key): KeyRing<Key> =>
    previousSecret === undefined ? [keyOf(secret)] : [keyOf(secret), keyOf(previousSecret)];
  return {
    clientTokens: ringOf((one) => derive(one, 'client-tokens')),
    sealing: ringOf((one) => ({
      id: Buffer.from(derive(one, 'sealing-key-id', 4)).toString('hex'),
      key: derive(one, 'sealing'),
    })),
    userInfoHash: derive(secret, 'user-info-hash'),
    idempotencyRows: derive(secret, 'idempotency-rows'),
  };
};
