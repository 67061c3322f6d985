/** Makes the etag of a record: a quoted string, in bodies as in the ETag header (docs.developers.clio.com/api-docs/etags). */
import { createHash } from 'node:crypto';

/** @param id the row, or the occurrence of a series, the tag is for. */
export function entityTag(kind: string, id: number | string, version: number): string {
  const digest = createHash('sha256').update(`${kind}/${id}/${version}`).digest('hex');
  return `"${digest.slice(0, 32)}"`;
}
