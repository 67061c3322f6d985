/** Shows records with the selected fields, as far as the user may see them. */
import type { BullhornState, EntityRecord } from '../bullhorn-state';
import type { EntityAccess } from '../entity-access';
import { storedValue, type EntityDefinition } from '../metadata/field-definition';
import type { SelectedField, SelectedToMany } from './field-selection';

export interface ViewContext {
  readonly state: BullhornState;
  readonly access: EntityAccess;
}

type View = Readonly<Record<string, unknown>>;

/** docs: sub-fields of an association the user may not read are null; the id of the association stays. */
function associationView(
  record: EntityRecord,
  entity: EntityDefinition,
  subFields: readonly SelectedField[],
  context: ViewContext,
): View {
  const visible = context.access.view(entity, record);
  if (visible !== undefined) return entityView(visible, subFields, context);
  return Object.fromEntries(
    subFields.map(({ field }) => [field.name, field.name === 'id' ? record.id : null]),
  );
}

/** docs: "to-many associated entities that are soft-deleted … are not returned." */
function toManyView(selected: SelectedToMany, record: EntityRecord, context: ViewContext): View {
  const members = selected.field
    .members(context.state, record)
    .filter((member) => member.isDeleted !== true && selected.isWanted(member));
  return {
    total: members.length,
    data: members
      .slice(0, selected.count)
      .map((member) => associationView(member, selected.entity, selected.subFields, context)),
  };
}

export function entityView(
  record: EntityRecord,
  selection: readonly SelectedField[],
  context: ViewContext,
): View {
  const show = (selected: SelectedField): unknown => {
    if (selected.kind === 'scalar') return storedValue(selected.field, record);
    if (selected.kind === 'to-many') return toManyView(selected, record, context);
    const id = storedValue(selected.field, record);
    const records = context.state.records[selected.entity.recordType];
    const target = typeof id === 'number' ? records.get(id) : undefined;
    if (target === undefined) return null;
    return associationView(target, selected.entity, selected.subFields, context);
  };
  return Object.fromEntries(selection.map((selected) => [selected.field.name, show(selected)]));
}
