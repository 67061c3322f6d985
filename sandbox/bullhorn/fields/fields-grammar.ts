/** Reads the `fields` parameter: `id,name,owner(firstName),attendees[3](id){acceptanceStatus=1}` (docs: fields). */
import { badRequest } from '../bullhorn-error';

/** One field as it was asked for; nothing is said yet about whether it exists. */
export interface RequestedField {
  readonly name: string;
  /** `[n]`: how many of a to-many association. */
  readonly count?: number;
  /** `(…)`. */
  readonly subFields?: readonly RequestedField[];
  /** `{…}`: a filter of a to-many association. */
  readonly where?: string;
}

/** @throws BullhornError 400 when it does not follow the grammar. */
export function parseFields(source: string): readonly RequestedField[] {
  let position = 0;

  const refused = (reason: string): Error =>
    badRequest(`Cannot parse fields at character ${position}: ${reason}.`);

  function match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = position;
    const found = pattern.exec(source);
    if (found !== null) position += found[0].length;
    return found;
  }

  function accept(mark: string): boolean {
    match(/\s*/y);
    if (source[position] !== mark) return false;
    position += 1;
    return true;
  }

  /** Up to the closing brace; a brace inside a string does not close. */
  function whereClause(): string {
    const found = match(/((?:'[^']*'|[^'}])*)\}/y);
    if (found === null) throw refused('} is missing');
    return found[1] ?? '';
  }

  function field(): RequestedField {
    const name = match(/\*|[A-Za-z_]\w*/y)?.[0];
    if (name === undefined) throw refused('a field name is missing');
    const count = match(/\s*\[(\d+)\]/y)?.[1];
    const subFields = accept('(') ? list(')') : undefined;
    const where = accept('{') ? whereClause() : undefined;
    return {
      name,
      ...(count === undefined ? {} : { count: Number(count) }),
      ...(subFields === undefined ? {} : { subFields }),
      ...(where === undefined ? {} : { where }),
    };
  }

  /** Empty places between commas are let pass: an example in docs: Search has `id, firstName,`. */
  function list(end: string | undefined): readonly RequestedField[] {
    const requested: RequestedField[] = [];
    for (;;) {
      match(/[\s,]*/y);
      if (end === undefined ? position >= source.length : accept(end)) return requested;
      if (position >= source.length) throw refused(`${end} is missing`);
      requested.push(field());
      match(/\s*/y);
      const next = source[position];
      if (next !== undefined && next !== ',' && next !== end) throw refused(`"${next}" was not expected`);
    }
  }

  return list(undefined);
}
