/** Cuts an ordered list into pages with links to the next and the previous (docs.developers.clio.com/api-docs/paging). */
import type { Request } from 'express';

import { invalidArgument } from '../clio-error';
import type { ClioSwitches } from '../switches';
import { readPageToken, writePageToken, type PageToken, type SortKey } from './page-token';
import type { QueryReader } from './query-reader';

const maximumLimit = 200;

export interface ListOrder<Item> {
  readonly direction: 'asc' | 'desc';
  /** Unique, or records at the edge of a page get lost. */
  key(item: Item): SortKey;
}

export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly meta: object;
}

function compareKeys(a: SortKey, b: SortKey): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

function limitOf(query: QueryReader, limitOutOfRange: ClioSwitches['limitOutOfRange']): number {
  const limit = query.integer('limit') ?? maximumLimit;
  if (limit >= 1 && limit <= maximumLimit) return limit;
  if (limitOutOfRange === 'refuse')
    throw invalidArgument(`limit must be in the range of 1 to ${maximumLimit}.`);
  return Math.min(Math.max(limit, 1), maximumLimit);
}

/** The link repeats every parameter that was sent: a page token alone does not carry the filters. */
function pageUrl(request: Request, query: QueryReader, token: PageToken): string {
  const parameters = new URLSearchParams(query.sent);
  parameters.set('page_token', writePageToken(token));
  const [path = ''] = request.originalUrl.split('?');
  return `${request.protocol}://${request.get('host') ?? ''}${path}?${parameters.toString()}`;
}

/** Where in the ordered list the page begins, and where it ends. */
function pageBounds(
  keys: readonly SortKey[],
  token: PageToken | undefined,
  sign: 1 | -1,
  limit: number,
): { readonly start: number; readonly end: number } {
  if (token === undefined) return { start: 0, end: limit };
  const threshold = token.side === 'after' ? 1 : 0;
  const edge = keys.findIndex((key) => sign * compareKeys(key, token.key) >= threshold);
  const split = edge < 0 ? keys.length : edge;
  return token.side === 'after'
    ? { start: split, end: split + limit }
    : { start: Math.max(0, split - limit), end: split };
}

/**
 * A page is found by the record at its edge, not by a number, so that writes between two pages neither repeat nor
 * skip a record.
 *
 * @throws ClioError 400 for a limit or page token that cannot be.
 */
export function listPage<Item>(
  items: readonly Item[],
  order: ListOrder<Item>,
  list: { readonly request: Request; readonly query: QueryReader; readonly switches: ClioSwitches },
): ListPage<Item> {
  const { request, query, switches } = list;
  const limit = limitOf(query, switches.limitOutOfRange);
  const sign = order.direction === 'asc' ? 1 : -1;
  const keyed = items
    .map((item) => ({ item, key: order.key(item) }))
    .sort((a, b) => sign * compareKeys(a.key, b.key));
  const text = query.text('page_token');
  const token = text === undefined ? undefined : readPageToken(text);
  const { start, end } = pageBounds(
    keyed.map(({ key }) => key),
    token,
    sign,
    limit,
  );
  const page = keyed.slice(start, end);
  const link = (side: PageToken['side'], key: SortKey | undefined): string | undefined =>
    key === undefined ? undefined : pageUrl(request, query, { side, key });
  // JSON has no undefined: a link to a page that is not there is left out.
  const previous = start > 0 ? link('before', page[0]?.key) : undefined;
  const next = end < keyed.length ? link('after', page.at(-1)?.key) : undefined;
  return {
    items: page.map(({ item }) => item),
    meta: {
      paging: { previous, next },
      records: switches.metaRecords === 'total' ? keyed.length : page.length,
    },
  };
}

/** Reads `order=name(desc)`; without it the list is ordered by `id`. */
export function orderBy<Item extends { readonly id: number }>(
  query: QueryReader,
  columns: Readonly<Record<string, (item: Item) => string | number>>,
): ListOrder<Item> {
  const choices = Object.keys(columns).flatMap((column) => [`${column}(asc)`, `${column}(desc)`]);
  const [, column = 'id', direction] =
    /^(\w+)\((asc|desc)\)$/.exec(query.choice('order', choices) ?? 'id(asc)') ?? [];
  return {
    direction: direction === 'desc' ? 'desc' : 'asc',
    key: (item) => [columns[column]?.(item) ?? item.id, item.id],
  };
}
