/** Answers a list: one page of the records, each cut to `fields`. */
import type { ApiCall } from './api-call';
import { parseFields, showResource } from './field-selection';
import { listPage, type ListOrder } from './list-page';
import type { ResourceType } from './resource-type';

/** @throws ClioError 400 for a wrong field, limit or page token. */
export function sendList<Item>(
  call: ApiCall,
  type: ResourceType<Item>,
  items: readonly Item[],
  order: ListOrder<Item>,
): void {
  const { request, response, query, reader } = call;
  const selection = parseFields(query.text('fields'), type);
  const page = listPage(items, order, { request, query, switches: reader.switches });
  response.json({
    data: page.items.map((item) => showResource(type, item, reader, selection)),
    meta: page.meta,
  });
}
