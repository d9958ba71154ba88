import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { BarRow } from './barRow';
import { fitText } from './fitText';
import type { MeasureText } from './measureText';

export interface BarLayoutOptions {
  /** All lengths are in pixels. */
  readonly width: number;
  readonly fontSize: number;
  readonly measure: MeasureText;
  /** `tall` bars for a few rows, `slim` ones for many. */
  readonly thickness: 'tall' | 'slim';
  /** Writes the scale's values above the bars; `null` for a chart without a scale. */
  readonly tick: ((value: number) => string) | null;
}

export interface PlacedText {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BarMark {
  readonly row: BarRow;
  /** What belongs to the mark: where the pointer finds it and the focus ring runs. */
  readonly area: Box;
  readonly bar: Box | null;
  readonly label: PlacedText;
  readonly texts: readonly PlacedText[];
  readonly whisker: { readonly x1: number; readonly x2: number; readonly y: number; readonly cap: number } | null;
  readonly lost: PlacedText | null;
  /** An SVG path from the bar above to this one, narrowing by what is lost. */
  readonly slope: string | null;
}

export interface BarLayout {
  readonly width: number;
  readonly height: number;
  /** Where zero is. */
  readonly plotLeft: number;
  /** Where the scale's lines run: behind the bars, never through a text. */
  readonly plotSpans: readonly { readonly y1: number; readonly y2: number }[];
  readonly ticks: readonly PlacedText[];
  readonly marks: readonly BarMark[];
}

/** Lengths in font sizes, so that a larger font has a larger chart. */
const SIZES = {
  tall: { row: [2, 2], bar: [1.45, 1.45] },
  slim: { row: [1.75, 1.45], bar: [0.85, 0.55] },
} as const;
/** The focus ring runs this many pixels outside of the texts, and so of the chart. */
const MARGIN = 4;
const GAP = 1;
const INDENT = 1;
const LOST = 1.75;
const GROUP = 0.5;
const SCALE = 1.7;
const MOST_TICKS = 5;
const TEXT_ABOVE = 1.6;
const SMALL = 0.92;
/** A baseline this far below the middle of a line looks centred. */
const BASELINE = 0.36;

/**
 * Horizontal bars from zero, one row each: label, bar, texts. Where labels and texts would leave the bars less than
 * two fifths of the width, they stand above their bar instead. No text or bar reaches outside `width`, and no texts meet.
 */
export function layoutBars(rows: readonly BarRow[], options: BarLayoutOptions): BarLayout {
  const columns = columnsOf(rows, options);
  const { fontSize: em, width, measure, thickness, tick } = options;
  const scale = scaleLinear([0, highest(rows)], [columns.plotLeft, columns.plotRight]);
  if (tick) scale.nice(6);

  const plotTop = tick ? SCALE * em : 0;
  const hasParts = rows.some((row) => row.level === 1);
  let y = plotTop;
  let above: Box | null = null;
  const marks = rows.map((row, index): BarMark => {
    if (hasParts && row.level === 0 && index > 0) y += GROUP * em;
    const top = columns.stacked ? y : y + (row.lost === null ? 0 : LOST * em);
    const textLine = columns.stacked ? TEXT_ABOVE * em : 0;
    const rowHeight = SIZES[thickness].row[row.level] * em;
    const barHeight = SIZES[thickness].bar[row.level] * em;
    const middle = top + (columns.stacked ? textLine + barHeight / 2 : rowHeight / 2);
    const textBaseline = columns.stacked ? top + 1.1 * em : middle + BASELINE * em;
    const end = row.value === null ? null : scale(row.value);
    const bar =
      end === null || row.value === 0
        ? null
        : {
            x: columns.plotLeft,
            y: middle - barHeight / 2,
            width: Math.max(1, end - columns.plotLeft),
            height: barHeight,
          };
    const lostTop = columns.stacked ? middle + barHeight / 2 : y;
    const lostText = row.lost === null ? null : fitSmall(row.lost, width - columns.plotLeft, measure);
    const mark: BarMark = {
      row,
      area: {
        x: -MARGIN,
        y: top,
        width: width + 2 * MARGIN,
        height: columns.stacked ? textLine + barHeight + 0.45 * em : rowHeight,
      },
      bar,
      label: {
        x: row.level * INDENT * em,
        y: textBaseline,
        anchor: 'start',
        text: fitText(row.label, columns.labelWidth - row.level * INDENT * em, measure),
      },
      texts: row.texts.map((text, column) => ({
        x: columns.textEnds[column] ?? width,
        y: textBaseline,
        anchor: 'end',
        text,
      })),
      whisker: row.interval && {
        x1: scale(row.interval.low),
        x2: scale(row.interval.high),
        y: middle,
        cap: Math.max(2, barHeight * 0.28),
      },
      lost:
        lostText === null
          ? null
          : {
              x: columns.plotLeft + (columns.stacked ? 0 : 0.6 * em),
              y: lostTop + 1.2 * em,
              anchor: 'start',
              text: lostText,
            },
      slope: columns.stacked || row.lost === null || !above || !bar ? null : slopePath(above, bar),
    };
    y = top + mark.area.height + (columns.stacked && row.lost !== null ? LOST * em : 0);
    above = bar;
    return mark;
  });

  return {
    width,
    height: Math.ceil(y),
    plotLeft: columns.plotLeft,
    plotSpans: columns.stacked
      ? marks.map(({ area }) => ({ y1: area.y + TEXT_ABOVE * em - 2, y2: area.y + area.height - 0.45 * em + 2 }))
      : [{ y1: plotTop, y2: y }],
    ticks: tick === null ? [] : ticksOf(scale, tick, options),
    marks,
  };
}

interface Columns {
  /** Labels and texts stand above the bars. */
  readonly stacked: boolean;
  readonly labelWidth: number;
  readonly plotLeft: number;
  readonly plotRight: number;
  /** Right edges of the text columns. */
  readonly textEnds: readonly number[];
}

function columnsOf(rows: readonly BarRow[], { width, fontSize: em, measure }: BarLayoutOptions): Columns {
  const labelWidth = Math.max(0, ...rows.map((row) => measure(row.label) + row.level * INDENT * em));
  const columnCount = Math.max(0, ...rows.map((row) => row.texts.length));
  const textWidths = Array.from({ length: columnCount }, (_, column) =>
    Math.max(0, ...rows.map((row) => measure(row.texts[column] ?? ''))),
  );
  const textEnds = textWidths.map(
    (_, column) => width - textWidths.slice(column + 1).reduce((sum, next) => sum + next + GAP * em, 0),
  );
  const textsWidth = textWidths.reduce((sum, next) => sum + next + GAP * em, 0);
  const besideLabel = Math.ceil(labelWidth + 0.8 * em);
  const plotWidth = width - besideLabel - textsWidth;
  return plotWidth >= 0.4 * width
    ? { stacked: false, labelWidth, plotLeft: besideLabel, plotRight: width - textsWidth, textEnds }
    : { stacked: true, labelWidth: Math.max(0, width - textsWidth), plotLeft: 0.5, plotRight: width - 2, textEnds };
}

function highest(rows: readonly BarRow[]): number {
  const top = Math.max(0, ...rows.map((row) => Math.max(row.value ?? 0, row.interval?.high ?? 0)));
  return top === 0 ? 1 : top;
}

/** As many values of the scale as their texts leave room for. */
function ticksOf(
  scale: ScaleLinear<number, number>,
  tick: (value: number) => string,
  options: BarLayoutOptions,
): PlacedText[] {
  const { width, fontSize: em, measure } = options;
  const textWidth = (text: string): number => measure(text) * SMALL;
  for (let count = MOST_TICKS; count > 1; count--) {
    const ticks = scale.ticks(count).map((value) => ({ x: scale(value), text: tick(value) }));
    const isApart = ticks.every(({ x, text }, index) => {
      const before = ticks[index - 1];
      return !before || x - before.x >= textWidth(before.text) / 2 + textWidth(text) / 2 + GAP * em;
    });
    if (isApart) {
      return ticks.map(({ x, text }) => {
        const half = textWidth(text) / 2;
        const anchor = x - half < 0 ? 'start' : x + half > width ? 'end' : 'middle';
        return { x, y: 0.95 * em, anchor, text };
      });
    }
  }
  return [];
}

function fitSmall(text: string, width: number, measure: MeasureText): string {
  return fitText(text, width, (part) => measure(part) * SMALL);
}

function slopePath(above: Box, below: Box): string {
  const top = above.y + above.height;
  return `M${above.x},${top}H${above.x + above.width}L${below.x + below.width},${below.y}H${below.x}Z`;
}
