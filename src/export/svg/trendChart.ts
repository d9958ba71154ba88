import type { Interval } from '../../analytics/wilson';
import { html, type Markup } from '../html/markup';
import type { Tone } from './barChart';
import type { Frame } from './frame';
import { niceCount, niceEnd } from './niceScale';
import { chartSvgElement, type ChartWords, type DrawnChart } from './svgElement';
import { bandPath, barsPath, linePath } from './trendPaths';

/** One measure over all slots; `null` where it is unknown. */
export interface TrendStrip {
  readonly label: string;
  readonly tone: Tone;
  /** Counts are bars, rates are lines with the band of their intervals. */
  readonly kind: 'bars' | 'line';
  readonly values: readonly (number | null)[];
  readonly bands: readonly (Interval | null)[];
  readonly tick: (value: number) => string;
  /** What stands beside the label. */
  readonly newest: string;
}

/** A date below the strips. */
export interface TrendDate {
  readonly text: string;
  /** Where it stands, as a fraction of the width; 0 and 1 are the edges. */
  readonly x: number;
}

export interface TrendChart extends ChartWords {
  readonly strips: readonly TrendStrip[];
  readonly dates: readonly TrendDate[];
  readonly details: readonly string[];
}

const TITLE = 18;
const HEIGHTS = { bars: 44, line: 72 } as const;
const BELOW = 16;
const DATES = 18;

/** Strips one below the other over one axis of time, each with its own scale from zero. */
export function drawTrendChart(chart: TrendChart, frame: Frame): DrawnChart {
  let y = 0;
  const strips: Markup[] = [];
  for (const strip of chart.strips) {
    strips.push(drawStrip(strip, y, frame));
    y += TITLE + HEIGHTS[strip.kind] + BELOW;
  }
  const dates = drawDates(chart.dates, y + 2, frame);
  return chartSvgElement(chart, chart.details, { height: y + DATES - 6, frame, content: html`${strips}${dates}` });
}

function drawStrip(strip: TrendStrip, y: number, frame: Frame): Markup {
  const { label, newest, kind, tone, values, bands, tick } = strip;
  const height = HEIGHTS[kind];
  const top = y + TITLE;
  const end = endOf(strip);
  const paths =
    kind === 'bars'
      ? html`<path class="fill" d="${barsPath(values, end, height)}" />`
      : html`<path class="band" d="${bandPath(bands, end, height)}" /><path
            class="line"
            vector-effect="non-scaling-stroke"
            d="${linePath(values, end, height)}"
          />`;
  return html`<g class="${tone}"
    ><text y="${y + 12}"
      ><tspan class="label">${label}</tspan>${
        newest === '' ? null : html` <tspan class="value" dx="4">${newest}</tspan>`
      }</text
    >
    <text class="quiet" x="${frame.x(1)}" y="${y + 12}" text-anchor="end">${tick(end)}</text>
    <line class="grid" x1="0" x2="${frame.x(1)}" y1="${top}" y2="${top}" /><line
      class="zero"
      x1="0"
      x2="${frame.x(1)}"
      y1="${top + height}"
      y2="${top + height}"
    />
    <svg
      y="${top}"
      width="${frame.width}"
      height="${height}"
      viewBox="0 0 ${Math.max(1, values.length)} ${height}"
      preserveAspectRatio="none"
    >
      ${paths}
    </svg></g
  > `;
}

/** Intervals reach out of the chart rather than press its line flat. */
function endOf({ kind, values, bands }: TrendStrip): number {
  const value = values.reduce<number>((most, next) => Math.max(most, next ?? 0), 0);
  if (kind === 'bars') return niceCount(value);
  const bound = bands.reduce((most, band) => Math.max(most, band?.high ?? 0), 0);
  return niceEnd(value === 0 ? bound : Math.max(value, Math.min(bound, 1.5 * value)));
}

function drawDates(dates: readonly TrendDate[], y: number, frame: Frame): Markup {
  const anchorAt = (x: number): string => (x === 0 ? 'start' : x === 1 ? 'end' : 'middle');
  return html`${dates.map(
    ({ text, x }) => html`<text class="quiet" x="${frame.x(x)}" y="${y}" text-anchor="${anchorAt(x)}">${text}</text>`,
  )}`;
}
