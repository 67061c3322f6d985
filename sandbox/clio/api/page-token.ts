/** Writes and reads `page_token`, which says after or before which record a page lies. */
import { createHash } from 'node:crypto';

import { isJsonObject } from '../../core/json-value';
import { invalidArgument } from '../clio-error';

/** What a list is ordered by, e.g. the id; compared part by part. */
export type SortKey = readonly (number | string)[];

export interface PageToken {
  readonly side: 'after' | 'before';
  readonly key: SortKey;
}

function checksum(text: string): string {
  return createHash('sha256').update(`page/${text}`).digest('base64url').slice(0, 10);
}

export function writePageToken(token: PageToken): string {
  const text = Buffer.from(JSON.stringify({ side: token.side, key: token.key })).toString('base64url');
  return `${text}.${checksum(text)}`;
}

const isKeyPart = (value: unknown): value is number | string =>
  typeof value === 'number' || typeof value === 'string';

/** @throws ClioError 400 for a token that was altered; the wording was seen in replies. */
export function readPageToken(token: string): PageToken {
  const [text = '', sum, ...rest] = token.split('.');
  if (rest.length > 0 || sum !== checksum(text)) throw invalidArgument('page_token is invalid');
  const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  const { side, key } = isJsonObject(value) ? value : {};
  if ((side !== 'after' && side !== 'before') || !Array.isArray(key) || !key.every(isKeyPart)) {
    throw invalidArgument('page_token is invalid');
  }
  return { side, key };
}
