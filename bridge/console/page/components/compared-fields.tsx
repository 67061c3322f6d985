/** Two versions of an appointment beside each other. */
import type { ComparedField } from '../edit/compare-versions';

interface ComparedFieldsProps {
  readonly caption: string;
  readonly mineLabel: string;
  readonly theirsLabel: string;
  readonly fields: readonly (ComparedField & { readonly isDone?: boolean })[];
}

const outcomeText = (isDone: boolean): string => (isDone ? '✓ saved' : '✕ not saved');

export const ComparedFields = ({ caption, mineLabel, theirsLabel, fields }: ComparedFieldsProps) => {
  const hasOutcomes = fields.some(({ isDone }) => isDone !== undefined);
  return (
    <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table class="compared">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">{mineLabel}</th>
            <th scope="col">{theirsLabel}</th>
            {hasOutcomes ? (
              <th scope="col" class="outcome">
                Outcome
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, mine, theirs, isDone }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{mine}</td>
              <td>{theirs}</td>
              {isDone === undefined ? null : <td class="outcome">{outcomeText(isDone)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
