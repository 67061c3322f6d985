/** Sorts records by `orderBy`: field names, with a minus for descending (seen in Bullhorn's own client library). */
import type { BullhornState, EntityRecord, FieldValue } from '../bullhorn-state';
import { resolvePath, type PathContext } from './field-path';

/** Null comes first, as in the database Bullhorn runs on. */
function compare(a: FieldValue, b: FieldValue): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  const [left, right] =
    typeof a === 'string' && typeof b === 'string' ? [a.toLowerCase(), b.toLowerCase()] : [a, b];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * @param orderBy `undefined` sorts by id. Records that are equal stay in the order of their ids.
 * @throws BullhornError for a field that does not exist.
 */
export function sortRecords(
  records: readonly EntityRecord[],
  orderBy: string | undefined,
  context: PathContext & { readonly state: BullhornState },
): EntityRecord[] {
  const keys = (orderBy ?? '')
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '')
    .map((key) => ({
      direction: key.startsWith('-') ? -1 : 1,
      path: resolvePath(key.replace(/^[-+]/, '').split('.'), context),
    }));
  return [...records].sort((a, b) => {
    for (const { direction, path } of keys) {
      const order = compare(path.read(context.state, a), path.read(context.state, b));
      if (order !== 0) return order * direction;
    }
    return a.id - b.id;
  });
}
