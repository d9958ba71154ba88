import { restSentence } from '../exportRest';
import { MOST_ROWS, type Cell, type Row, type Table } from '../tables/table';
import { foreign, html, type Markup } from './markup';

/** A table that scrolls by itself where it is too wide, also by keyboard. */
export function htmlTable({ caption, columns, rows }: Table): Markup {
  const shown = rows.slice(0, MOST_ROWS);
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${caption}">
      <table>
        <caption class="unseen">
          ${caption}
        </caption>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${shown.map(htmlRow)}
        </tbody>
      </table>
    </div>
    ${rows.length > shown.length ? html`<p class="quiet">${restSentence(shown.length, rows.length)}</p>` : null}`;
}

function htmlRow({ header, quiet = [], level, cells }: Row): Markup {
  return html`<tr${level === 1 ? html` class="part"` : null}><th scope="row">${foreign(header)}${quietLines(quiet)}</th>${cells.map(
    htmlCell,
  )}</tr>
`;
}

function htmlCell({ main, quiet = [] }: Cell): Markup {
  return html`<td>${main}${quietLines(quiet)}</td>`;
}

function quietLines(lines: readonly string[]): Markup {
  return html`${lines.map((line) => html`<small>${foreign(line)}</small>`)}`;
}
