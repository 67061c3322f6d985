/** `meta`, `entitlements` and `options`: what a client can ask a tenant about itself (docs: Meta, Entitlements, Options). */
import express, { type Router } from 'express';

import type { RouteDeclaration } from '../core/route-ledger';
import { badRequest, entityNotFound } from './bullhorn-error';
import type { EntityRecord } from './bullhorn-state';
import { entitlementsOf } from './entity-access';
import { recordsOf } from './metadata/entity-definitions';
import { entityMeta } from './metadata/entity-meta';
import { countMessage, numberParameter } from './query/result-page';
import { visibleRecords } from './read-result';
import { requestBaseUrl, restUrlOf } from './request-host';
import { queryParameters } from './request-parameters';
import { definitionOf, restCall, type RestCall, type RestContext } from './rest-context';

const optionTypes = [
  'Candidate',
  'ClientContact',
  'ClientCorporation',
  'CorporateUser',
  'JobOrder',
  'Lead',
  'Opportunity',
  'Person',
  'Placement',
] as const;
const defaultOptionCount = 20;
const maximumOptionCount = 300;

function documented(path: string, source: string): RouteDeclaration {
  return {
    method: 'get',
    path: `/rest-services/:corpToken/${path}`,
    status: 'partial',
    provenance: 'documented',
    source: `rest-api-docs: ${source}`,
  };
}

function optionLabel(record: EntityRecord): string {
  const name = [record.firstName, record.lastName].filter((part) => typeof part === 'string').join(' ');
  return String(record.name ?? record.title ?? (name === '' ? record.id : name));
}

/** `foo`: a part of the label begins so; docs make no difference that shows between that and `*foo`. */
function fitsFilter(label: string, filter: string): boolean {
  const wanted = filter.replace(/^\*/, '').toLowerCase();
  return label
    .toLowerCase()
    .split(/\s+/)
    .some((part) => part.startsWith(wanted));
}

function options(type: string, parameters: URLSearchParams, call: RestCall): object {
  if (!optionTypes.some((each) => each === type)) throw entityNotFound(`Option type ${type}`);
  const definition = definitionOf(call, type);
  const start = numberParameter(parameters, 'start') ?? 0;
  const count = numberParameter(parameters, 'count') ?? defaultOptionCount;
  const filter = parameters.get('filter') ?? '';
  const all = visibleRecords(recordsOf(call.state, definition), definition, call)
    .filter(({ isDeleted }) => isDeleted !== true)
    .map((record) => ({ value: record.id, label: optionLabel(record) }))
    .filter(({ label }) => filter === '' || fitsFilter(label, filter));
  return {
    data: all.slice(start, start + Math.min(count, maximumOptionCount)),
    ...(count > maximumOptionCount ? { messages: [countMessage(maximumOptionCount)] } : {}),
  };
}

export function createDescriptionEndpoint(context: RestContext): Router {
  const { ledger, state } = context;
  const router = express.Router({ caseSensitive: true });
  ledger.register(router, documented('meta', 'Meta'), (request, response) => {
    const call = restCall(request, context);
    const restUrl = restUrlOf(requestBaseUrl(request), state.corpToken);
    response.json(
      [...call.definitions.keys()].map((entity) => ({
        entity,
        metaUrl: `${restUrl}meta/${entity}?fields=*`,
      })),
    );
  });
  ledger.register(
    router,
    documented(
      'meta/:entity',
      'Meta; fields of sdk-rest appointment-meta-data.txt; basic and full are the same',
    ),
    (request, response) => {
      const call = restCall(request, context);
      const fields = queryParameters(request).get('fields');
      if (fields === null)
        throw badRequest("At least one of the parameters 'fields' and 'layout' must be specified.");
      const restUrl = restUrlOf(requestBaseUrl(request), state.corpToken);
      response.json(entityMeta(fields, definitionOf(call, request.params['entity']), { ...call, restUrl }));
    },
  );
  ledger.register(router, documented('entitlements', 'Entitlements'), (request, response) => {
    const call = restCall(request, context);
    const restUrl = restUrlOf(requestBaseUrl(request), state.corpToken);
    response.json(
      [...call.definitions.keys()].map((entity) => ({
        entity,
        entitlementURL: `${restUrl}entitlements/${entity}`,
      })),
    );
  });
  ledger.register(router, documented('entitlements/:entity', 'Entitlements'), (request, response) => {
    const call = restCall(request, context);
    const { name } = definitionOf(call, request.params['entity']);
    response.json([...entitlementsOf(call.user, name)]);
  });
  ledger.register(router, documented('options', 'Options'), (request, response) => {
    restCall(request, context);
    const restUrl = restUrlOf(requestBaseUrl(request), state.corpToken);
    response.json({
      data: optionTypes.map((type) => ({ optionsType: type, optionsUrl: `${restUrl}options/${type}` })),
    });
  });
  ledger.register(
    router,
    documented('options/:type', 'Options; no …Text types, no list of values'),
    (request, response) => {
      const call = restCall(request, context);
      response.json(options(String(request.params['type']), queryParameters(request), call));
    },
  );
  return router;
}
