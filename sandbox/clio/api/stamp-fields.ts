/** The fields every record has: id, etag and the times of its first and last write. */
import { entityTag } from '../entity-tag';
import type { Stamps } from '../entities';
import { showTime } from './api-time';
import type { Reader } from './reader';

/** @param kind the name of the resource, which is part of the etag. */
export function stampFields<Item extends Stamps>(kind: string, idOf: (item: Item) => number) {
  return {
    id: (item: Item) => idOf(item),
    etag: (item: Item) => entityTag(kind, idOf(item), item.version),
    created_at: (item: Item, { user }: Reader) => showTime(item.createdAtMs, user.timeZone),
    updated_at: (item: Item, { user }: Reader) => showTime(item.updatedAtMs, user.timeZone),
  };
}
