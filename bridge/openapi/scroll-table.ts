/** A table of named things, which scrolls in itself on a narrow screen, by keyboard as well. */
import { markup, nothing, type Html } from './markup';

export interface ScrollTable {
  /** Name of the part that scrolls, for those who do not see it. */
  readonly label: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly isRequired: boolean | undefined;
    /** Behind the name. */
    readonly cells: readonly Html[];
  }[];
}

export const scrollTable = ({ label, caption, columns, rows }: ScrollTable): Html =>
  markup`<div class="scroll" tabindex="0" role="group" aria-label="${label}">
    <table>
      <caption>${caption}</caption>
      <thead>
        <tr>
          ${columns.map((column) => markup`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, isRequired, cells }) =>
            markup`<tr>
              <th scope="row">
                <code>${name}</code>${isRequired ? markup` <span class="required">required</span>` : nothing}
              </th>
              ${cells.map((cell) => markup`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
