import { GAP, type BarLayoutOptions } from './barLayout';
import type { BarRow } from './barRow';

/** How far a row of level 1 is indented, in font sizes. */
export const INDENT = 1;
/** Bars with less of the width than this are too short to compare. */
const LEAST_PLOT = 0.4;

export interface BarColumns {
  /** Labels and texts stand above the bars. */
  readonly stacked: boolean;
  readonly labelWidth: number;
  readonly plotLeft: number;
  readonly plotRight: number;
  /** Right edges of the text columns. */
  readonly textEnds: readonly number[];
}

/** Shares a chart's width between labels, bars and texts. */
export function barColumns(
  rows: readonly BarRow[],
  { width, fontSize: em, measure }: Pick<BarLayoutOptions, 'width' | 'fontSize' | 'measure'>,
): BarColumns {
  const widest = (widths: readonly number[]): number => widths.reduce((most, next) => Math.max(most, next), 0);
  const labelWidth = widest(rows.map((row) => measure(row.label) + row.level * INDENT * em));
  const columnCount = widest(rows.map((row) => row.texts.length));
  const textWidths = Array.from({ length: columnCount }, (_, column) =>
    widest(rows.map((row) => measure(row.texts[column] ?? ''))),
  );
  const widthOf = (columns: readonly number[]): number => columns.reduce((sum, next) => sum + next + GAP * em, 0);
  const textEnds = textWidths.map((_, column) => width - widthOf(textWidths.slice(column + 1)));
  const textsWidth = widthOf(textWidths);
  const besideLabel = Math.ceil(labelWidth + 0.8 * em);
  return width - besideLabel - textsWidth >= LEAST_PLOT * width
    ? { stacked: false, labelWidth, plotLeft: besideLabel, plotRight: width - textsWidth, textEnds }
    : { stacked: true, labelWidth: Math.max(0, width - textsWidth), plotLeft: 0.5, plotRight: width - 2, textEnds };
}
