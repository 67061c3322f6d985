/** `search/{Entity}`: reads from the Lucene index, which appointments are not in (docs: Search). */
import express, { type Request, type Router } from 'express';

import { isJsonObject } from '../../core/json-value';
import { apiError, badRequest } from '../bullhorn-error';
import { recordsOf } from '../metadata/entity-definitions';
import type { EntityDefinition } from '../metadata/field-definition';
import { sortRecords } from '../query/order-by';
import { resultPage } from '../query/result-page';
import { listAnswer, requestedSelection, visibleRecords } from '../read-result';
import { queryParameters } from '../request-parameters';
import { readableDefinition, restCall, type RestCall, type RestContext } from '../rest-context';
import { lucenePredicate } from './lucene-predicate';

function searchableDefinition(call: RestCall, name: unknown): EntityDefinition {
  const definition = readableDefinition(call, name);
  if (!definition.isSearchable) {
    throw apiError(404, 'errors.entityNotSearchable', `Entity ${definition.name} does not support search.`);
  }
  return definition;
}

/** In the body of a POST, or in the URL. */
function queryOf(request: Request, parameters: URLSearchParams): string {
  const body: unknown = request.body;
  const query = isJsonObject(body) && body['query'] !== undefined ? body['query'] : parameters.get('query');
  if (typeof query !== 'string' || query.trim() === '') throw badRequest("Parameter 'query' is required.");
  return query;
}

export function createSearchEndpoint(context: RestContext): Router {
  const router = express.Router({ caseSensitive: true });
  for (const method of ['get', 'post'] as const) {
    context.ledger.register(
      router,
      {
        method,
        path: '/rest-services/:corpToken/search/:entity',
        status: 'partial',
        provenance: 'documented',
        source:
          'rest-api-docs: Search; no ranges, fuzzy terms, boosts or list of search fields; every _score is 1',
      },
      (request, response) => {
        const call = restCall(request, context);
        const parameters = queryParameters(request);
        const definition = searchableDefinition(call, request.params['entity']);
        const isHit = lucenePredicate(queryOf(request, parameters), definition, call.switches);
        const hits = visibleRecords(recordsOf(call.state, definition), definition, call).filter(isHit);
        // The parameter is `sort` in the table of docs: Search, `orderBy` in its request line.
        const sort = parameters.get('sort') ?? parameters.get('orderBy') ?? undefined;
        const rows = sortRecords(hits, sort, { ...call, definition });
        if (parameters.get('fields') === null) {
          // docs: without fields "the search will return the list of found entity ids".
          response.json({ data: resultPage(rows, parameters).rows.map(({ id }) => id) });
          return;
        }
        const selection = requestedSelection(parameters, definition, call);
        const answer = listAnswer(rows, selection, parameters, call, { _score: 1 });
        response.json({ total: rows.length, ...answer });
      },
    );
  }
  return router;
}
