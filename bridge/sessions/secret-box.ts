/** Encrypts what the database keeps: AES-256-GCM, each text bound to the row it belongs to. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing, SealingKey } from './bridge-keys';

const ALGORITHM = 'aes-256-gcm';
/** NIST SP 800-38D §8.2.2: random, 96 bits. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface SecretBox {
  /** `<key id>.<nonce>.<ciphertext and tag>`. */
  seal(text: string, row: string): string;
  /** Undefined for what was sealed by a secret no longer known, for another row, or was changed since. */
  open(sealed: string, row: string): string | undefined;
  /** Was it sealed with the key in use? What was not is sealed again when there is an occasion. */
  isCurrent(sealed: string): boolean;
}

const decrypt = (key: Uint8Array, nonce: Buffer, body: Buffer, row: string): string | undefined => {
  try {
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(row));
    decipher.setAuthTag(body.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    // Node says nothing more than that it does not authenticate; what was forged is as good as not there.
    return undefined;
  }
};

/** @param keys the first encrypts, all decrypt */
export const createSecretBox = (keys: KeyRing<SealingKey>): SecretBox => ({
  seal: (text, row) => {
    const [{ id, key }] = keys;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(row));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return [id, nonce.toString('base64url'), body.toString('base64url')].join('.');
  },
  isCurrent: (sealed) => sealed.startsWith(`${keys[0].id}.`),
  open: (sealed, row) => {
    const [id, nonce = '', body = ''] = sealed.split('.');
    const known = keys.find((one) => one.id === id);
    return known && decrypt(known.key, Buffer.from(nonce, 'base64url'), Buffer.from(body, 'base64url'), row);
  },
});
