import { html, nothing, type TemplateResult } from 'lit';
import { foreign } from './foreignText';

/** A count with its rate, or any other value that stands alone. */
export interface TableCell {
  readonly main: string;
  readonly aside?: string;
  /** A quiet line of its own below them: the interval. */
  readonly below?: string | undefined;
}

export interface TableRow {
  readonly header: string;
  /** Quiet words after the header. */
  readonly note?: string;
  /** A quiet line of its own below the header. */
  readonly secondary?: string;
  /** 1 is part of the row of level 0 above it. */
  readonly level?: 0 | 1;
  readonly cells: readonly TableCell[];
}

export interface DataTable {
  readonly caption: string;
  /** The first is the row headers' own. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly total?: TableRow;
}

/** A table of figures. Where the page is narrow each row becomes a block, with the column's name beside each value. */
export function dataTable({ caption, columns, rows, total }: DataTable): TemplateResult {
  const draw = (row: TableRow): TemplateResult => drawRow(row, columns);
  return html`<table role="table">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(draw)}
    </tbody>
    ${
      total
        ? html`<tfoot role="rowgroup">
            ${draw(total)}
          </tfoot>`
        : nothing
    }
  </table>`;
}

function drawRow({ header, note, secondary, level = 0, cells }: TableRow, columns: readonly string[]): TemplateResult {
  return html`<tr role="row" class="level-${level}">
    <th role="rowheader" scope="row">
      ${foreign(header)}${note === undefined ? nothing : html` <span class="note">${note}</span>`}${
        secondary === undefined ? nothing : html`<span class="secondary">${foreign(secondary)}</span>`
      }
    </th>
    ${cells.map(
      ({ main, aside, below }, index) =>
        html`<td role="cell" data-column=${columns[index + 1] ?? ''}>
          <span class="main">${main}</span
          >${aside === undefined ? nothing : html` <span class="aside">${aside}</span>`}${
            below === undefined ? nothing : html` <span class="secondary">${below}</span>`
          }
        </td>`,
    )}
  </tr>`;
}
