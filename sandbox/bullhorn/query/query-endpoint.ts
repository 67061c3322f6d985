/** `query/{Entity}`: reads from the database by a `where` clause (docs: Query). */
import express, { type Request, type Router } from 'express';

import { isJsonObject } from '../../core/json-value';
import { apiError, badRequest } from '../bullhorn-error';
import type { EntityRecord } from '../bullhorn-state';
import { recordsOf } from '../metadata/entity-definitions';
import { listAnswer, requestedSelection, visibleRecords } from '../read-result';
import { queryParameters } from '../request-parameters';
import { readableDefinition, restCall, type RestCall, type RestContext } from '../rest-context';
import { sortRecords } from './order-by';
import { wherePredicate } from './where-predicate';

/** docs: POST is "for `where` values that exceed 7500 characters". */
const maximumUrlLength = 7500;

function checkUrlLength(request: Request, call: RestCall): void {
  if (request.originalUrl.length <= maximumUrlLength) return;
  const status = call.switches.longUrlStatus;
  throw apiError(status, 'errors.urlTooLong', `The URL is longer than ${maximumUrlLength} characters.`);
}

/** @throws BullhornError 400 when it is missing: docs have it as required. */
function whereOf(request: Request, parameters: URLSearchParams): string {
  const body: unknown = request.body;
  const where =
    request.method === 'POST' && isJsonObject(body) && body['where'] !== undefined
      ? body['where']
      : parameters.get('where');
  if (typeof where !== 'string' || where.trim() === '') throw badRequest("Parameter 'where' is required.");
  return where;
}

/** Soft-deleted rows, where a tenant hides them unless told otherwise. */
function isFilteredOut(record: EntityRecord, parameters: URLSearchParams, call: RestCall): boolean {
  const isFilterOff = parameters.get('useDefaultQueryFilter') === 'false';
  return call.switches.queryHidesDeleted && !isFilterOff && record.isDeleted === true;
}

export function createQueryEndpoint(context: RestContext): Router {
  const router = express.Router({ caseSensitive: true });
  for (const method of ['get', 'post'] as const) {
    context.ledger.register(
      router,
      {
        method,
        path: '/rest-services/:corpToken/query/:entity',
        status: 'partial',
        provenance: 'documented',
        source:
          'rest-api-docs: Query; no layout, meta, MEMBER OF; total and messages observed (BH-PHP, taurus)',
      },
      (request, response) => {
        const call = restCall(request, context);
        if (method === 'get') checkUrlLength(request, call);
        const parameters = queryParameters(request);
        const definition = readableDefinition(call, request.params['entity']);
        const isWanted = wherePredicate(whereOf(request, parameters), { ...call, definition });
        const selection = requestedSelection(parameters, definition, call);
        const matched = visibleRecords(recordsOf(call.state, definition), definition, call).filter(
          (record) => isWanted(record) && !isFilteredOut(record, parameters, call),
        );
        const orderBy = parameters.get('orderBy') ?? undefined;
        const rows = sortRecords(matched, orderBy, { ...call, definition });
        response.json(listAnswer(rows, selection, parameters, call));
      },
    );
  }
  return router;
}
