/** Cuts a list of records into pages with links, as GET on a record collection does (section_156414087576). */
import { selfLinks } from './calendar-event-view';
import { invalidParameter } from './record-api-error';

const maximumLimit = 1000;

function readNumber(parameters: URLSearchParams, name: string, otherwise: number): number {
  const text = parameters.get(name);
  if (text === null) return otherwise;
  if (!/^\d+$/.test(text)) throw invalidParameter(`'${name}' must be a whole number.`, name);
  return Number(text);
}

/** @throws RecordApiError when limit is not 1 to 1000 or offset is not a multiple of it. */
export function recordCollection(
  ids: readonly string[],
  collectionUrl: string,
  parameters: URLSearchParams,
): object {
  const limit = readNumber(parameters, 'limit', maximumLimit);
  const offset = readNumber(parameters, 'offset', 0);
  if (limit < 1 || limit > maximumLimit) {
    throw invalidParameter(`'limit' must be from 1 to ${maximumLimit}.`, 'limit');
  }
  if (offset % limit !== 0) throw invalidParameter("'offset' must be a multiple of 'limit'.", 'offset');
  const link = (rel: string, from: number): object => {
    const query = new URLSearchParams(parameters);
    query.set('limit', String(limit));
    query.set('offset', String(from));
    return { rel, href: `${collectionUrl}?${query.toString()}` };
  };
  const page = ids.slice(offset, offset + limit);
  const hasMore = offset + limit < ids.length;
  const last = Math.max(0, Math.ceil(ids.length / limit) - 1) * limit;
  return {
    links: [
      ...(offset > 0 ? [link('first', 0), link('previous', offset - limit)] : []),
      ...(hasMore ? [link('next', offset + limit), link('last', last)] : []),
      link('self', offset),
    ],
    count: page.length,
    hasMore,
    items: page.map((id) => ({ ...selfLinks(`${collectionUrl}/${id}`), id })),
    offset,
    totalResults: ids.length,
  };
}
