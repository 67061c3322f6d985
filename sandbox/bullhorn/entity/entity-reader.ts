/** Reads records by id, and the records behind their to-many associations (docs: GET /entity). */
import { badRequest, entityNotFound, unknownField } from '../bullhorn-error';
import type { EntityRecord } from '../bullhorn-state';
import { entityView } from '../fields/entity-view';
import { selectFields } from '../fields/field-selection';
import { findRecord } from '../metadata/entity-definitions';
import type { EntityDefinition } from '../metadata/field-definition';
import { sortRecords } from '../query/order-by';
import { resultPage } from '../query/result-page';
import { listAnswer, requestedSelection, visibleRecords } from '../read-result';
import { definitionOf, type RestCall } from '../rest-context';

/** @throws BullhornError 404 for what cannot be an id. */
export function parseId(text: unknown, definition: EntityDefinition): number {
  if (typeof text === 'string' && /^\d{1,15}$/.test(text)) return Number(text);
  throw entityNotFound(`${definition.name} ${String(text)}`);
}

function parseIds(text: unknown, definition: EntityDefinition): number[] {
  return String(text)
    .split(',')
    .map((id) => parseId(id, definition));
}

/** "If any of the requested entities are found, returns the found entities and does not throw an error." */
function foundRecords(call: RestCall, definition: EntityDefinition, ids: readonly number[]): EntityRecord[] {
  const found = ids.flatMap((id) => findRecord(call.state, definition, id) ?? []);
  const visible = visibleRecords(found, definition, call);
  if (visible.length === 0) throw entityNotFound(`${definition.name} ${ids.join(',')}`);
  return visible;
}

/** @param ids `5`, or `5,6,7`, which is answered with a list whatever is found. */
export function readEntities(
  call: RestCall,
  definition: EntityDefinition,
  ids: unknown,
  parameters: URLSearchParams,
): object {
  const wanted = parseIds(ids, definition);
  const selection = requestedSelection(parameters, definition, call);
  const views = foundRecords(call, definition, wanted).map((record) =>
    entityView(record, selection.fields, call),
  );
  const messages = selection.messages.length > 0 ? { messages: selection.messages } : {};
  if (wanted.length === 1) return { data: views[0], ...messages };
  const isPaged = parameters.has('count') || parameters.has('start');
  return { data: isPaged ? resultPage(views, parameters).rows : views, ...messages };
}

/** @throws BullhornError unknownField when the entity has no to-many field of this name. */
export function readAssociation(
  call: RestCall,
  definition: EntityDefinition,
  asked: { readonly ids: unknown; readonly association: string },
  parameters: URLSearchParams,
): object {
  const field = definition.fields.get(asked.association);
  if (field === undefined) {
    throw unknownField(call.switches.unknownFieldStatus, definition.name, asked.association);
  }
  if (field.type !== 'TO_MANY') throw badRequest(`Field '${field.name}' is not a to-many association.`);
  const target = definitionOf(call, field.entity);
  const selection = selectFields(parameters.get('fields') ?? 'id', target, call);
  const members = foundRecords(call, definition, parseIds(asked.ids, definition))
    .flatMap((record) => field.members(call.state, record))
    .filter(({ isDeleted }) => isDeleted !== true);
  const orderBy = parameters.get('orderBy') ?? undefined;
  const rows = sortRecords(visibleRecords(members, target, call), orderBy, { ...call, definition: target });
  return listAnswer(rows, selection, parameters, call);
}
