/** Renders metadata as GET meta/{Entity} does (docs: Meta; shapes of sdk-rest appointment-meta-data.txt). */
import { unknownField } from '../bullhorn-error';
import { parseFields } from '../fields/fields-grammar';
import type { BullhornSwitches } from '../switches';
import { requiredOfAppointment } from '../entity/creation-defaults';
import type { EntityDefinitions } from './entity-definitions';
import type { EntityDefinition, FieldDefinition } from './field-definition';

export interface MetaContext {
  readonly definitions: EntityDefinitions;
  readonly switches: BullhornSwitches;
  /** Ends in a slash. */
  readonly restUrl: string;
}

function entityHead(definition: EntityDefinition, { restUrl }: MetaContext): object {
  const { name, label } = definition;
  return { entity: name, entityMetaUrl: `${restUrl}meta/${name}?fields=*`, label };
}

function associationMeta(field: FieldDefinition, context: MetaContext): object {
  if (field.type !== 'TO_ONE' && field.type !== 'TO_MANY') return {};
  const target = context.definitions.get(field.entity);
  if (target === undefined) return {};
  return {
    optionsType: target.name,
    optionsUrl: `${context.restUrl}options/${target.name}`,
    associatedEntity: {
      ...entityHead(target, context),
      fields: field.subFields.flatMap((name) => {
        const subField = target.fields.get(name);
        return subField === undefined ? [] : [fieldMeta(subField, target, context)];
      }),
    },
  };
}

function isRequired(
  field: FieldDefinition,
  definition: EntityDefinition,
  switches: BullhornSwitches,
): boolean {
  return definition.name === 'Appointment' && requiredOfAppointment(switches).includes(field.name);
}

function isReadOnly(
  field: FieldDefinition,
  definition: EntityDefinition,
  switches: BullhornSwitches,
): boolean {
  if (definition.name === 'Appointment' && field.name === 'owner') return switches.ownerOnWrite !== 'accept';
  return field.isReadOnly === true && field.type !== 'TO_MANY';
}

function fieldMeta(field: FieldDefinition, definition: EntityDefinition, context: MetaContext): object {
  const { name, label, type } = field;
  const optional = field.isNotNull !== true;
  if (field.type === 'ID') return { name, type, dataType: field.dataType, optional };
  return {
    name,
    type,
    ...(field.type === 'SCALAR' ? { dataType: field.dataType } : {}),
    ...(field.type === 'SCALAR' && field.maxLength !== undefined ? { maxLength: field.maxLength } : {}),
    confidential: false,
    optional,
    label,
    required: isRequired(field, definition, context.switches),
    readOnly: isReadOnly(field, definition, context.switches),
    multiValue: false,
    ...(field.type === 'SCALAR' && field.options !== undefined
      ? { options: field.options.map((value) => ({ value, label: value })) }
      : {}),
    ...associationMeta(field, context),
  };
}

/**
 * @param fields `*`, the only place where it is allowed, or names.
 * @throws BullhornError for a field that does not exist.
 */
export function entityMeta(fields: string, definition: EntityDefinition, context: MetaContext): object {
  const shown = parseFields(fields).flatMap(({ name }) => {
    // "Read-only system fields … are not represented in entity metadata ever, even with * calls."
    if (name === '*') return [...definition.fields.values()].filter((field) => !field.name.startsWith('_'));
    const field = definition.fields.get(name);
    if (field === undefined) throw unknownField(context.switches.unknownFieldStatus, definition.name, name);
    return [field];
  });
  return {
    ...entityHead(definition, context),
    fields: shown.map((field) => fieldMeta(field, definition, context)),
  };
}
