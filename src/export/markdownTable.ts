import { restSentence } from './exportRest';
import { markdownText } from './markdownText';
import { MOST_ROWS, type Cell, type Row, type Table } from './tables/table';

/** A table as GitHub draws it, numbers to the right; more rows than a person reads are left to the other formats. */
export function markdownTable({ columns, rows }: Table): string {
  const shown = rows.slice(0, MOST_ROWS);
  const lines = [
    line(columns.map(markdownText)),
    line(columns.map((_, index) => (index === 0 ? ':--' : '--:'))),
    ...shown.map((row) => line([header(row), ...row.cells.map(cell)])),
  ];
  return [...lines, ...(rows.length > shown.length ? ['', restSentence(shown.length, rows.length)] : [])].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function header({ header: text, level }: Row): string {
  return level === 1 ? `&nbsp;&nbsp;${markdownText(text)}` : markdownText(text);
}

function cell({ main, line: all }: Cell): string {
  return markdownText(all ?? main);
}
