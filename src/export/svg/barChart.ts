import { html, type Markup } from '../html/markup';
import type { Interval } from '../../analytics/wilson';
import type { Frame } from './frame';
import { niceEnd } from './niceScale';
import { shapePath } from './shapes';
import { shorten } from './shorten';
import { chartSvgElement, type ChartWords, type DrawnChart } from './svgElement';

/** The meaning of a colour; each stands for the same events everywhere. */
export type Tone = 'neutral' | 'blue' | 'purple' | 'green' | 'red';

export interface BarRow {
  readonly label: string;
  /** The right end of the label's line. */
  readonly value: string;
  /** `null` where it is unknown: then there is no bar. */
  readonly length: number | null;
  readonly interval: Interval | null;
  readonly tone: Tone;
  /** The place of a variant among its step's: drawn as a point with a shape of its own. `null` for a bar. */
  readonly variant: number | null;
  /** Everything about it in one line, for pointer and description. */
  readonly details: string;
}

export interface BarChart extends ChartWords {
  readonly rows: readonly BarRow[];
  /** Writes the scale's values; `null` for a chart without a scale, whose longest bar is the whole width. */
  readonly tick: ((value: number) => string) | null;
  /** What the scale has to reach besides its own rows, where several charts are to be compared. */
  readonly reach?: number;
}

const SCALE_HEIGHT = 22;
const BAR = { row: 38, middle: 25, height: 11 } as const;
const POINT = { row: 34, middle: 24, height: 3 } as const;
const CAP = 4;

/** Where the longest bar or interval ends. */
export function highestOf(rows: readonly BarRow[]): number {
  return rows.reduce((most, row) => Math.max(most, row.length ?? 0, row.interval?.high ?? 0), 0);
}

/** Horizontal bars and points from zero, each under its own label, so that no text meets a bar or another text. */
export function drawBarChart(chart: BarChart, frame: Frame): DrawnChart {
  const { rows, tick, reach = 0 } = chart;
  const highest = Math.max(reach, highestOf(rows));
  const end = tick === null ? highest || 1 : niceEnd(highest);
  let y = tick === null ? 0 : SCALE_HEIGHT;
  const top = y;
  const drawn: Markup[] = [];
  for (const row of rows) {
    drawn.push(drawRow(row, y, end, frame));
    y += (row.variant === null ? BAR : POINT).row;
  }
  const scale = tick === null ? null : drawScale(end, tick, { top, bottom: y, frame });
  return chartSvgElement(
    chart,
    rows.map(({ details }) => details),
    { height: y, frame, content: html`${scale}${drawn}` },
  );
}

function drawScale(
  end: number,
  tick: (value: number) => string,
  { top, bottom, frame }: { readonly top: number; readonly bottom: number; readonly frame: Frame },
): Markup {
  const anchors = ['start', 'middle', 'end'] as const;
  return html`${[0, 0.5, 1].map((part, index) => {
    const x = frame.x(part);
    return html`<line class="grid" x1="${x}" x2="${x}" y1="${top - 4}" y2="${bottom}" />
      <text class="quiet" x="${x}" y="${top - 9}" text-anchor="${anchors[index] ?? 'start'}"
        >${tick(end * part)}</text
      > `;
  })}`;
}

function drawRow(row: BarRow, y: number, end: number, frame: Frame): Markup {
  const { middle, height } = row.variant === null ? BAR : POINT;
  const at = y + middle;
  const indent = row.variant === null ? 0 : 14;
  return html`<g class="${classOf(row)}"
    ><title>${row.details}</title>
    ${row.variant === null ? null : html`<path class="key" transform="translate(5 ${y + 9})" d="${shapePath(row.variant)}" />`}
    <text x="${indent}" y="${y + 13}">${shorten(row.label, frame.labelLength)}</text>
    <text class="value" x="${frame.x(1)}" y="${y + 13}" text-anchor="end">${row.value}</text>
    <rect class="track" x="0" y="${at - height / 2}" width="${frame.width}" height="${height}" rx="1.5" />
    ${row.variant === null ? drawBar(row, at, end, frame) : null}${drawWhisker(row.interval, at, end, frame)}${
      row.variant === null ? null : drawPoint(row, at, end, frame)
    }</g
  > `;
}

function classOf({ tone, variant }: BarRow): string {
  return variant === null ? `bar ${tone}` : `point variant-${variant % 6}`;
}

function drawBar({ length }: BarRow, y: number, end: number, frame: Frame): Markup | null {
  return length
    ? html`<rect
        class="fill"
        x="0"
        y="${y - BAR.height / 2}"
        width="${frame.x(length / end)}"
        height="${BAR.height}"
        rx="1.5"
      /> `
    : null;
}

/** A variant's rate: a shape that keeps its size, at a place that moves with the width. */
function drawPoint({ length, variant }: BarRow, y: number, end: number, frame: Frame): Markup | null {
  return length === null
    ? null
    : html`<svg x="${frame.x(length / end)}" y="${y}" overflow="visible">
        <path class="mark" d="${shapePath(variant ?? 0)}" />
      </svg> `;
}

/** With a rim in the paper's colour, so that it is seen on a bar, too. */
function drawWhisker(interval: Interval | null, y: number, end: number, frame: Frame): Markup | null {
  if (interval === null) return null;
  const [low, high] = [frame.x(interval.low / end), frame.x(interval.high / end)];
  const lines = html`<line x1="${low}" x2="${high}" y1="${y}" y2="${y}" />
    <line x1="${low}" x2="${low}" y1="${y - CAP}" y2="${y + CAP}" />
    <line x1="${high}" x2="${high}" y1="${y - CAP}" y2="${y + CAP}" />`;
  return html`<g class="rim">${lines}</g> <g class="whisker">${lines}</g>`;
}
