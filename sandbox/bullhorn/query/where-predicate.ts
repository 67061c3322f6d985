/**
 * Decides whether a record fits a `where` clause, in the three-valued logic of SQL: a comparison with null is
 * unknown, NOT leaves it unknown, and only what is true is returned.
 */
import { badRequest } from '../bullhorn-error';
import type { BullhornState, EntityRecord, FieldValue } from '../bullhorn-state';
import type { FieldDefinition, ScalarField } from '../metadata/field-definition';
import { resolvePath, type PathContext } from './field-path';
import type { ComparisonOperator, Literal, Path, WhereCondition } from './where-condition';
import { parseWhere } from './where-parser';

export interface WhereContext extends PathContext {
  readonly state: BullhornState;
}

/** `null` is unknown. */
type Truth = boolean | null;
type Test = (record: EntityRecord) => Truth;

const typeNames: Readonly<Record<ScalarField['dataType'], string>> = {
  Integer: 'number',
  Timestamp: 'number',
  Boolean: 'boolean',
  String: 'string',
};

function checkType(field: FieldDefinition, literal: Literal, path: Path): void {
  const isScalar = field.type === 'SCALAR' || field.type === 'ID';
  if (isScalar && (literal === null || typeof literal === typeNames[field.dataType])) return;
  const kind = isScalar ? field.dataType : field.type;
  throw badRequest(`Cannot compare '${path.join('.')}', which is ${kind}, with ${JSON.stringify(literal)}.`);
}

const decisions: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function compare(a: Exclude<FieldValue, null>, b: Exclude<FieldValue, null>): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function foldedBy(context: PathContext): (value: FieldValue) => FieldValue {
  const ignoresCase = context.switches.textComparison === 'ignore-case';
  return (value) => (ignoresCase && typeof value === 'string' ? value.toLowerCase() : value);
}

function comparisonTest(
  condition: Extract<WhereCondition, { kind: 'comparison' }>,
  context: WhereContext,
): Test {
  const path = resolvePath(condition.path, context);
  checkType(path.field, condition.literal, condition.path);
  const fold = foldedBy(context);
  const wanted = fold(condition.literal);
  const decide = decisions[condition.operator];
  return (record) => {
    const actual = fold(path.read(context.state, record));
    return actual === null || wanted === null ? null : decide(compare(actual, wanted));
  };
}

function membershipTest(condition: Extract<WhereCondition, { kind: 'in' }>, context: WhereContext): Test {
  const path = resolvePath(condition.path, context);
  condition.literals.forEach((literal) => checkType(path.field, literal, condition.path));
  const fold = foldedBy(context);
  const wanted = new Set(condition.literals.map(fold));
  return (record) => {
    const actual = fold(path.read(context.state, record));
    if (actual === null) return null;
    if (wanted.has(actual)) return true;
    return wanted.has(null) ? null : false;
  };
}

function emptinessTest(path: Path, context: WhereContext): Test {
  const { field, holder } = resolvePath(path, context);
  if (field.type !== 'TO_MANY')
    throw badRequest(`IS EMPTY is for to-many associations, not '${path.join('.')}'.`);
  return (record) => {
    const owner = holder(context.state, record);
    return owner === undefined ? null : field.members(context.state, owner).length === 0;
  };
}

function nullTest(path: Path, context: WhereContext): Test {
  const { field, read } = resolvePath(path, context);
  if (field.type === 'TO_MANY') throw badRequest(`IS NULL is not for to-many '${path.join('.')}'.`);
  return (record) => read(context.state, record) === null;
}

/** AND is false as soon as one part is, OR is true as soon as one part is; else unknown parts make it unknown. */
function joinedTest(parts: readonly Test[], decisive: boolean): Test {
  return (record) => {
    let truth: Truth = !decisive;
    for (const part of parts) {
      const value = part(record);
      if (value === decisive) return decisive;
      if (value === null) truth = null;
    }
    return truth;
  };
}

function negatedTest(part: Test): Test {
  return (record) => {
    const truth = part(record);
    return truth === null ? null : !truth;
  };
}

function testOf(condition: WhereCondition, context: WhereContext): Test {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return joinedTest(
        condition.parts.map((part) => testOf(part, context)),
        condition.kind === 'or',
      );
    case 'not':
      return negatedTest(testOf(condition.part, context));
    case 'comparison':
      return comparisonTest(condition, context);
    case 'in':
      return membershipTest(condition, context);
    case 'is-null':
      return nullTest(condition.path, context);
    case 'is-empty':
      return emptinessTest(condition.path, context);
  }
}

/** @throws BullhornError 400 for a clause that cannot be read, and for names and values that do not fit. */
export function wherePredicate(source: string, context: WhereContext): (record: EntityRecord) => boolean {
  const test = testOf(parseWhere(source), context);
  return (record) => test(record) === true;
}
