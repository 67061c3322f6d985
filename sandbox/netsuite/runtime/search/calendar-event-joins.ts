/** The joins from an attendee line to its contact or its customer. */
import type { PersonKind } from '../../entities';
import { listPermissions, requirePermission } from '../permission';
import type { RunContext } from '../run-context';
import type { ColumnFields } from './column-field';
import { createEntityColumns, createEntityFilters } from './entity-fields';
import type { EventRow } from './event-row';
import type { FilterFields } from './filter-field';

const joinedKinds = {
  attendeeContact: 'contact',
  attendeeCustomer: 'customer',
} as const satisfies Readonly<Record<string, PersonKind>>;

/** What a join offers. */
interface JoinedFields {
  readonly columns: ColumnFields<EventRow>;
  readonly filters: FilterFields<EventRow>;
}

/**
 * Gives undefined for a join that does not exist under the switch `attendeeJoinNames`.
 *
 * @throws SuiteScriptFault INSUFFICIENT_PERMISSION for a join to a list that the caller may not view.
 */
export function createJoins(context: RunContext): (join: string) => JoinedFields | undefined {
  const { state, switches, user } = context;
  const joins = new Map<string, JoinedFields>();
  const kinds = new Map<string, PersonKind>(
    Object.entries(joinedKinds).map(([name, kind]) => [
      switches.attendeeJoinNames === 'lower' ? name.toLowerCase() : name,
      kind,
    ]),
  );
  return (join) => {
    const kind = kinds.get(join);
    if (kind === undefined) return undefined;
    requirePermission(user, listPermissions[kind], 'VIEW');
    const known = joins.get(join);
    if (known !== undefined) return known;
    const options = {
      people: state.people,
      personOf: ({ line }: EventRow) => {
        const person = line && state.people.get(line.personId);
        return person?.kind === kind ? person : undefined;
      },
    };
    const fields = { columns: createEntityColumns(options), filters: createEntityFilters(options) };
    joins.set(join, fields);
    return fields;
  };
}
