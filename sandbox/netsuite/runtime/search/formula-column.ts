/** Formula columns: a `formulatext` that is one field reference, because that is all a calendar script needs. */
import { notEmulated } from '../suitescript-fault';
import type { ColumnField, ColumnFields } from './column-field';
import type { EventRow } from './event-row';
import type { SearchColumn } from './search-column';

/** What NetSuite shows in place of a formula that refers to a field it does not know. */
const fieldNotFound = 'ERROR: Field Not Found';

export function createFormulaField(
  { name, formula }: SearchColumn,
  options: {
    readonly columns: ColumnFields<EventRow>;
    readonly seesAllDay: boolean;
    readonly seesTimeZone: boolean;
  },
): ColumnField<EventRow> {
  const reference = /^\s*\{\s*(\w+)\s*\}\s*$/.exec(formula)?.[1];
  if (name !== 'formulatext' || reference === undefined) throw notEmulated(`the ${name} column "${formula}"`);
  if (reference === 'alldayevent' && options.seesAllDay) {
    return { value: ({ event }) => (event.allDay ? 'T' : 'F') };
  }
  if (reference === 'timezone' && options.seesTimeZone) return { value: ({ event }) => event.timeZone };
  const field = options.columns.get(reference);
  if (field === undefined) return { value: () => fieldNotFound };
  return {
    value: (row) => {
      const value = field.text?.(row) ?? field.value(row);
      return typeof value === 'boolean' ? (value ? 'T' : 'F') : value;
    },
  };
}
