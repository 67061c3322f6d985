/** `entity/{Entity}`: reads, creates, updates and deletes by id (docs: Entity). */
import express, { type Router } from 'express';

import type { RouteDeclaration } from '../../core/route-ledger';
import { queryParameters } from '../request-parameters';
import { definitionOf, readableDefinition, restCall, type RestContext } from '../rest-context';
import { requireJsonObject } from './entity-body';
import { parseId, readAssociation, readEntities } from './entity-reader';
import { createEntity, deleteEntity, updateEntity } from './entity-writer';

const collectionPath = '/rest-services/:corpToken/entity/:entity';
const recordPath = `${collectionPath}/:id`;
const associationPath = `${recordPath}/:association`;

function documented(method: RouteDeclaration['method'], path: string, source: string): RouteDeclaration {
  return { method, path, status: 'partial', provenance: 'documented', source: `rest-api-docs: ${source}` };
}

export function createEntityEndpoint(context: RestContext): Router {
  const { ledger } = context;
  const router = express.Router({ caseSensitive: true });
  ledger.register(
    router,
    documented('get', recordPath, 'GET /entity; {"data"} around it observed; no layout, meta, showEditable'),
    (request, response) => {
      const call = restCall(request, context);
      const definition = readableDefinition(call, request.params['entity']);
      response.json(readEntities(call, definition, request.params['id'], queryParameters(request)));
    },
  );
  ledger.register(
    router,
    documented('get', associationPath, 'To-many Associations; its answer has the shape of a query'),
    (request, response) => {
      const call = restCall(request, context);
      const definition = readableDefinition(call, request.params['entity']);
      const asked = { ids: request.params['id'], association: String(request.params['association']) };
      response.json(readAssociation(call, definition, asked, queryParameters(request)));
    },
  );
  ledger.register(
    router,
    documented('put', collectionPath, 'PUT /entity; echo of the body observed (BH-PHP); only appointments'),
    (request, response) => {
      const call = restCall(request, context);
      const definition = definitionOf(call, request.params['entity']);
      response.json(createEntity(call, definition, requireJsonObject(request.body)));
    },
  );
  ledger.register(
    router,
    documented('post', recordPath, 'POST /entity; echo of the body observed (BH-PHP)'),
    (request, response) => {
      const call = restCall(request, context);
      const definition = definitionOf(call, request.params['entity']);
      const id = parseId(request.params['id'], definition);
      response.json(updateEntity(call, definition, id, requireJsonObject(request.body)));
    },
  );
  ledger.register(
    router,
    documented('delete', recordPath, 'DELETE /entity; soft or hard as in sdk-rest; body observed (BH-PHP)'),
    (request, response) => {
      const call = restCall(request, context);
      const definition = definitionOf(call, request.params['entity']);
      response.json(deleteEntity(call, definition, parseId(request.params['id'], definition)));
    },
  );
  return router;
}
