import { isReached, type Comparison, type Growth, type Row, type Unit } from './row';
import type { Summary } from './sample';

export const COLUMNS = ['what', 'measured', 'beside', 'grows / ratio', 'goal'] as const;

/** One table of everything, as cells. */
export function cellsOf(row: Row): string[] {
  return row.kind === 'comparison' ? comparisonCells(row) : growthCells(row);
}

function comparisonCells(row: Comparison): string[] {
  const { about, what, unit, ours, floor, ratio, goal } = row;
  return [
    `${about}: ${what}`,
    withSpread(ours, unit),
    `${floor.what}: ${withSpread(floor, unit)}`,
    `${ratio.toFixed(2)}×`,
    goal === null ? '' : `≤ ${goal}× ${verdict(row)}`,
  ];
}

function growthCells(row: Growth): string[] {
  const { about, what, unit, sizes, at, exponent, lastExponent, goal } = row;
  return [
    `${about}: ${what}`,
    `${at.map(({ median }) => amount(median)).join(' → ')} ${unit}`,
    `at ${sizes.map((size) => size.toLocaleString('en')).join(' → ')}`,
    `n^${exponent.toFixed(2)}, at last n^${lastExponent.toFixed(2)}`,
    goal === null ? '' : `≤ n log n (n^${goal.toFixed(2)}) ${verdict(row)}`,
  ];
}

function verdict(row: Row): string {
  return isReached(row) === true ? 'reached' : 'MISSED';
}

/** `12.3 ms (11.9–13.0)`: the median, and between which half of the values lie. */
function withSpread({ median, from, to, times }: Summary, unit: Unit): string {
  return `${amount(median)} ${unit} (${amount(from)}–${amount(to)}, ${times}×)`;
}

/** Three digits, and no more places than that. */
export function amount(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return Number(value.toPrecision(3)).toString();
}

/** For a terminal. */
export function printed(rows: readonly Row[]): string {
  const lines = [COLUMNS, ...rows.map(cellsOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function asMarkdown(rows: readonly Row[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(COLUMNS), line(COLUMNS.map(() => '---')), ...rows.map((row) => line(cellsOf(row)))].join('\n');
}
