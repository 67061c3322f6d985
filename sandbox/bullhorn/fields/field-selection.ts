/** Holds requested fields against the metadata: what is left is known to exist and to be allowed where it stands. */
import { badRequest, unknownField, type ResponseMessage } from '../bullhorn-error';
import type { BullhornState, EntityRecord } from '../bullhorn-state';
import type { EntityDefinitions } from '../metadata/entity-definitions';
import type {
  EntityDefinition,
  FieldDefinition,
  ScalarField,
  ToManyField,
  ToOneField,
} from '../metadata/field-definition';
import { wherePredicate } from '../query/where-predicate';
import type { BullhornSwitches } from '../switches';
import { parseFields, type RequestedField } from './fields-grammar';

export interface SelectedScalar {
  readonly kind: 'scalar';
  readonly field: ScalarField;
}

export interface SelectedToOne {
  readonly kind: 'to-one';
  readonly field: ToOneField;
  readonly entity: EntityDefinition;
  readonly subFields: readonly SelectedField[];
}

export interface SelectedToMany {
  readonly kind: 'to-many';
  readonly field: ToManyField;
  readonly entity: EntityDefinition;
  readonly subFields: readonly SelectedField[];
  readonly count: number;
  readonly isWanted: (record: EntityRecord) => boolean;
}

export type SelectedField = SelectedScalar | SelectedToOne | SelectedToMany;

export interface FieldSelection {
  readonly fields: readonly SelectedField[];
  readonly messages: readonly ResponseMessage[];
}

export interface SelectionContext {
  readonly state: BullhornState;
  readonly definitions: EntityDefinitions;
  readonly switches: BullhornSwitches;
}

/** docs: "to-many default 5 items, max 10"; the message comes beyond 15 in another place of the same text. */
const toManyDefault = 5;
const toManyMaximum = 10;
const toManyMessageBeyond = 15;
const manyFields = 10;

function withId(requested: readonly RequestedField[]): readonly RequestedField[] {
  return requested.some(({ name }) => name === 'id') ? requested : [{ name: 'id' }, ...requested];
}

/** `_subtype` beside the sub-fields of a person that do not name it. */
function unaskedFields(
  requested: readonly RequestedField[],
  entity: EntityDefinition,
  { switches }: SelectionContext,
): readonly RequestedField[] {
  const isAdded = switches.personSubtype === 'always' && entity.fields.has('_subtype');
  return isAdded && requested.every(({ name }) => name !== '_subtype') ? [{ name: '_subtype' }] : [];
}

function associated(field: ToOneField | ToManyField, context: SelectionContext): EntityDefinition {
  const entity = context.definitions.get(field.entity);
  if (entity === undefined) throw new Error(`${field.name} points at ${field.entity}, which is not defined.`);
  return entity;
}

/** Default sub-fields are the server's own choice, so that what may not be named is still among them. */
function selectSubFields(
  requested: RequestedField,
  field: ToOneField | ToManyField,
  entity: EntityDefinition,
  context: SelectionContext,
): readonly SelectedField[] {
  if (requested.subFields === undefined || requested.subFields.length === 0) {
    return field.subFields.flatMap((name) => {
      const subField = entity.fields.get(name);
      return subField?.type === 'SCALAR' || subField?.type === 'ID'
        ? [{ kind: 'scalar' as const, field: subField }]
        : [];
    });
  }
  const shown = [...requested.subFields, ...unaskedFields(requested.subFields, entity, context)];
  return shown.map((each) => select(each, entity, context, false));
}

/** @throws BullhornError 400 for `[n]`, `{…}`, `(…)` or a to-many field where there is no place for it. */
function checkPlace(requested: RequestedField, field: FieldDefinition, isTopLevel: boolean): void {
  const isToMany = field.type === 'TO_MANY';
  if (!isToMany && (requested.count !== undefined || requested.where !== undefined)) {
    throw badRequest(`Field '${field.name}' is not a to-many association.`);
  }
  if (isToMany && !isTopLevel) {
    throw badRequest(`To-many field '${field.name}' can only be requested at the top level.`);
  }
  if (!isToMany && field.type !== 'TO_ONE' && requested.subFields !== undefined) {
    throw badRequest(`Field '${field.name}' has no sub-fields.`);
  }
}

function select(
  requested: RequestedField,
  holder: EntityDefinition,
  context: SelectionContext,
  isTopLevel: boolean,
): SelectedField {
  if (requested.name === '*') throw badRequest('fields=* is only allowed on /meta.');
  const field = holder.fields.get(requested.name);
  const isHidden = requested.name === '_subtype' && context.switches.personSubtype === 'not-selectable';
  if (field === undefined || isHidden) {
    throw unknownField(context.switches.unknownFieldStatus, holder.name, requested.name);
  }
  checkPlace(requested, field, isTopLevel);
  if (field.type !== 'TO_ONE' && field.type !== 'TO_MANY') return { kind: 'scalar', field };
  const entity = associated(field, context);
  const subFields = selectSubFields(requested, field, entity, context);
  if (field.type === 'TO_ONE') return { kind: 'to-one', field, entity, subFields };
  return {
    kind: 'to-many',
    field,
    entity,
    subFields,
    count: Math.min(requested.count ?? toManyDefault, toManyMaximum),
    isWanted:
      requested.where === undefined
        ? () => true
        : wherePredicate(requested.where, { ...context, definition: entity }),
  };
}

/**
 * @param source the `fields` parameter; `id` is in the result whether it is named or not (docs: GET /entity).
 * @throws BullhornError for what does not follow the grammar, does not exist or may not stand there.
 */
export function selectFields(
  source: string,
  entity: EntityDefinition,
  context: SelectionContext,
): FieldSelection {
  const requested = withId(parseFields(source));
  const isBeyond = requested.some(({ count = 0 }) => count > toManyMessageBeyond);
  return {
    fields: requested.map((each) => select(each, entity, context, true)),
    messages: isBeyond
      ? [
          {
            detailMessage: `You have specified too many items of a to-many association; the maximum is ${toManyMaximum}.`,
            severity: 'WARNING',
            type: 'COUNT_TOO_LARGE',
          },
        ]
      : [],
  };
}

/** Whether a page of this selection may be shorter than 500 (BH-PHP issue 6); the rule itself is not known. */
export function isWideSelection({ fields }: FieldSelection): boolean {
  return fields.length > manyFields || fields.some(({ kind }) => kind === 'to-many');
}
