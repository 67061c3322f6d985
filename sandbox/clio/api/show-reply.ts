/** Answers a single record with ETag and Last-Modified, or 304 (docs.developers.clio.com/api-docs/etags). */
import type { Request } from 'express';

import { ClioError } from '../clio-error';
import type { ApiCall } from './api-call';
import { parseFields, showResource, type FieldSelection } from './field-selection';
import type { ResourceType } from './resource-type';

interface Tagged {
  readonly etag: string;
  readonly updatedAtMs: number;
}

function hasTag(header: string, etag: string): boolean {
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

function isNotModified(request: Request, { etag, updatedAtMs }: Tagged): boolean {
  const noneMatch = request.get('if-none-match');
  if (noneMatch !== undefined) return hasTag(noneMatch, etag);
  const since = Date.parse(request.get('if-modified-since') ?? '');
  return Math.floor(updatedAtMs / 1000) * 1000 <= since;
}

/** @throws ClioError 412 when the request wants another version of the record than there is. */
export function checkIfMatch(request: Request, etag: string): void {
  const match = request.get('if-match');
  if (match !== undefined && !hasTag(match, etag)) {
    throw new ClioError(412, 'The record was changed since it was read.');
  }
}

/**
 * Read before anything is written, so that a wrong field leaves no record behind [inferred].
 *
 * @throws ClioError 400 for a wrong field.
 */
export function selectedFields<Item>(call: ApiCall, type: ResourceType<Item>): FieldSelection {
  return parseFields(call.query.text('fields'), type);
}

export function sendShow<Item>(
  call: ApiCall,
  type: ResourceType<Item>,
  item: Item,
  reply: Tagged & { readonly selection: FieldSelection; readonly status?: 200 | 201 },
): void {
  const { request, response, reader } = call;
  response.setHeader('ETag', reply.etag);
  response.setHeader('Last-Modified', new Date(reply.updatedAtMs).toUTCString());
  if (request.method === 'GET' && isNotModified(request, reply)) return void response.status(304).end();
  response.status(reply.status ?? 200).json({ data: showResource(type, item, reader, reply.selection) });
}
