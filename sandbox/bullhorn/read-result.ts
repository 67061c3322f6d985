/** Answers reads of lists: selects fields, sorts, pages and wraps, for query, search and to-many associations alike. */
import { badRequest } from './bullhorn-error';
import type { EntityRecord } from './bullhorn-state';
import { entityView } from './fields/entity-view';
import { isWideSelection, selectFields, type FieldSelection } from './fields/field-selection';
import type { EntityDefinition } from './metadata/field-definition';
import { resultPage } from './query/result-page';
import type { RestCall } from './rest-context';

/** @throws BullhornError 400 when neither fields nor layout is there (docs); layouts are not configured here. */
export function requestedSelection(
  parameters: URLSearchParams,
  definition: EntityDefinition,
  call: RestCall,
): FieldSelection {
  const fields = parameters.get('fields');
  if (parameters.get('layout') !== null) throw badRequest('No such layout is configured.');
  if (fields === null || fields.trim() === '') {
    throw badRequest("At least one of the parameters 'fields' and 'layout' must be specified.");
  }
  return selectFields(fields, definition, call);
}

/** The records as the user sees them; what is out of reach is left out. */
export function visibleRecords(
  records: readonly EntityRecord[],
  definition: EntityDefinition,
  call: RestCall,
): EntityRecord[] {
  return records.flatMap((record) => call.access.view(definition, record) ?? []);
}

/**
 * @param rows in their order, all of them.
 * @param extra what a row has beside its fields, such as `_score`.
 */
export function listAnswer(
  rows: readonly EntityRecord[],
  selection: FieldSelection,
  parameters: URLSearchParams,
  call: RestCall,
  extra: Readonly<Record<string, unknown>> = {},
): object {
  if (parameters.get('totalOnly') === 'true') return { total: rows.length };
  const cap = isWideSelection(selection) ? call.switches.wideSelectionCap : undefined;
  const page = resultPage(rows, parameters, cap);
  const messages = [...selection.messages, ...page.messages];
  return {
    ...(parameters.get('showTotalMatched') === 'true' ? { total: rows.length } : {}),
    start: page.start,
    count: page.rows.length,
    data: page.rows.map((row) => ({ ...entityView(row, selection.fields, call), ...extra })),
    ...(messages.length > 0 ? { messages } : {}),
  };
}
