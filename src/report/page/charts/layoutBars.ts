import { barColumns, INDENT, type BarColumns } from './barColumns';
import { SMALL, type BarLayout, type BarLayoutOptions, type BarMark, type Box, type PlacedText } from './barLayout';
import type { BarRow } from './barRow';
import { barTicks } from './barTicks';
import { fitText } from './fitText';
import { linearScale, niceTop, type LinearScale } from './linearScale';

/** Heights in font sizes, so that a larger font has a larger chart; of rows of level 0 and 1. */
const SIZES = {
  tall: { row: [2, 2], bar: [1.45, 1.45] },
  slim: { row: [1.75, 1.45], bar: [0.85, 0.55] },
} as const;
/** More of them, also in font sizes. */
const LOST = 1.75;
const GROUP = 0.5;
const SCALE = 1.7;
const TEXT_ABOVE = 1.6;
const BELOW_BAR = 0.45;
/** A baseline this far below the middle of a line looks centred. */
const BASELINE = 0.36;
/** The focus ring runs this many pixels outside of the texts, and so of the chart. */
const MARGIN = 4;
/** The radius of a point, in font sizes. */
const POINT = 0.36;
const NICE = 6;

/**
 * Horizontal bars or points from zero, one row each: label, bar, texts. Where labels and texts would leave the bars less than
 * two fifths of the width, they stand above their bar instead. No text or bar reaches outside `width`, no texts meet.
 */
export function layoutBars(rows: readonly BarRow[], options: BarLayoutOptions): BarLayout {
  const { fontSize: em, width, tick } = options;
  const columns = barColumns(rows, options);
  const top = tick ? niceTop(highest(rows), NICE) : highest(rows);
  const scale = linearScale(top, columns.plotLeft, columns.plotRight);

  const plotTop = tick ? SCALE * em : 0;
  const hasParts = rows.some((row) => row.level === 1);
  const marks: BarMark[] = [];
  let y = plotTop;
  for (const row of rows) {
    const above = marks.at(-1);
    if (above && hasParts && row.level === 0) y += GROUP * em;
    const mark = placeMark(row, y, above?.bar ?? null, { columns, scale, options });
    marks.push(mark);
    y = mark.area.y + mark.area.height + (columns.stacked && row.lost !== null ? LOST * em : 0);
  }
  return {
    width,
    height: Math.ceil(y),
    plotLeft: columns.plotLeft,
    plotSpans: columns.stacked
      ? marks.map(({ area }) => ({ y1: area.y + TEXT_ABOVE * em - 2, y2: area.y + area.height - BELOW_BAR * em + 2 }))
      : [{ y1: plotTop, y2: y }],
    ticks: tick === null ? [] : barTicks(scale, tick, options),
    marks,
  };
}

interface Plan {
  readonly columns: BarColumns;
  readonly scale: LinearScale;
  readonly options: BarLayoutOptions;
}

function placeMark(row: BarRow, y: number, above: Box | null, { columns, scale, options }: Plan): BarMark {
  const { fontSize: em, width, measure, thickness } = options;
  const { stacked, plotLeft, labelWidth, textEnds } = columns;
  const indent = row.level * INDENT * em;
  const top = stacked || row.lost === null ? y : y + LOST * em;
  const rowHeight = SIZES[thickness].row[row.level] * em;
  const barHeight = SIZES[thickness].bar[row.level] * em;
  const middle = stacked ? top + TEXT_ABOVE * em + barHeight / 2 : top + rowHeight / 2;
  const baseline = stacked ? top + 1.1 * em : middle + BASELINE * em;
  const bar = row.value && row.series === null ? barBox(scale.at(row.value), plotLeft, middle, barHeight) : null;
  return {
    row,
    area: {
      x: -MARGIN,
      y: top,
      width: width + 2 * MARGIN,
      height: stacked ? (TEXT_ABOVE + BELOW_BAR) * em + barHeight : rowHeight,
    },
    bar,
    point: row.value === null || row.series === null ? null : { x: scale.at(row.value), y: middle, radius: POINT * em },
    label: { x: indent, y: baseline, anchor: 'start', text: fitText(row.label, labelWidth - indent, measure) },
    texts: row.texts.map((text, column) => ({ x: textEnds[column] ?? width, y: baseline, anchor: 'end', text })),
    whisker: row.interval && {
      x1: scale.at(row.interval.low),
      x2: scale.at(row.interval.high),
      y: middle,
      cap: Math.max(2, barHeight * 0.28),
    },
    lost:
      row.lost === null
        ? null
        : placeLost(row.lost, (stacked ? middle + barHeight / 2 : y) + 1.2 * em, columns, options),
    slope: stacked || row.lost === null || !above || !bar ? null : slopePath(above, bar),
  };
}

/** Beside the bars; a long text begins further left, where its line is free. */
function placeLost(lost: string, y: number, { stacked, plotLeft }: BarColumns, options: BarLayoutOptions): PlacedText {
  const { fontSize: em, width } = options;
  const measure = (text: string): number => options.measure(text) * SMALL;
  const text = fitText(lost, width - em, measure);
  const x = plotLeft + (stacked ? 0 : 0.6 * em);
  return { x: Math.min(x, width - 0.4 * em - measure(text)), y, anchor: 'start', text };
}

function highest(rows: readonly BarRow[]): number {
  const top = rows.reduce((most, { value, interval }) => Math.max(most, value ?? 0, interval?.high ?? 0), 0);
  return top === 0 ? 1 : top;
}

/** The smallest of counts is still seen. */
function barBox(end: number, left: number, middle: number, height: number): Box {
  return { x: left, y: middle - height / 2, width: Math.max(1, end - left), height };
}

function slopePath(above: Box, below: Box): string {
  const top = above.y + above.height;
  return `M${above.x},${top}H${above.x + above.width}L${below.x + below.width},${below.y}H${below.x}Z`;
}
