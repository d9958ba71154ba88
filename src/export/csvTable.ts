import { oneLine } from './oneLine';

/** Numbers as numbers; `null` is unknown and an empty cell, never zero. */
export type CsvCell = string | number | boolean | null;

/** A column of a table of rows: its heading, which is the same in every language, and its cells. */
export interface CsvColumn<Row> {
  readonly name: string;
  readonly cell: (row: Row) => CsvCell;
}

/**
 * What a spreadsheet may take for a formula, also behind spaces and what is not seen: `=`, `+`, `-`, `@` and all that its Unicode normalization
 * makes of other characters (full-width, small, superscript).
 */
const FORMULA = /^[\s\p{C}]*[=+\-@\u2212]/u;

/** What RFC 4180 wants in quotes. */
const TO_QUOTE = /[",\r\n]/;

/**
 * A table as CSV: RFC 4180 with a heading, comma, `.` in numbers, a line feed a row. With a byte order mark: without one Excel
 * reads UTF-8 as the system's code page, while every common reader skips it.
 */
export function csvTable<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ cell }) => written(cell(row))))];
  return `\uFEFF${lines.map((cells) => `${cells.map(quoted).join()}\n`).join('')}`;
}

function written(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'number' ? String(cell) : guarded(cell);
}

function quoted(cell: string): string {
  return TO_QUOTE.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Text on one line; an apostrophe before what would be a formula makes it text. */
export function guarded(text: string): string {
  const line = oneLine(text);
  return FORMULA.test(line.normalize('NFKC')) ? `'${line}` : line;
}
