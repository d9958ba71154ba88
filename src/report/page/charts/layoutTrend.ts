import { SMALL, type BarLayoutOptions, type Box, type PlacedText } from './barLayout';
import { fitText } from './fitText';
import { dateTicks } from './dateTicks';
import { linearScale, niceTop, type LinearScale } from './linearScale';
import { bandPath, linePath, round, runsOf } from './paths';
import type { TrendGrain, TrendSeries, TrendStrip } from './trendSeries';

export type TrendLayoutOptions = Pick<BarLayoutOptions, 'width' | 'fontSize' | 'measure'>;

export interface PlacedStrip {
  readonly strip: TrendStrip;
  readonly label: PlacedText;
  readonly newest: PlacedText;
  readonly ticks: readonly PlacedText[];
  /** Where the ticks' lines run. */
  readonly grid: readonly number[];
  /** SVG paths; empty where there is nothing to draw. The baseline has gaps where a count is unknown. */
  readonly baseline: string;
  readonly bars: string;
  readonly line: string;
  readonly band: string;
  /** Where a slot's value is; `null` where it is unknown. */
  readonly tops: readonly (number | null)[];
  readonly bottom: number;
}

export interface TrendLayout {
  readonly width: number;
  readonly height: number;
  readonly plotLeft: number;
  readonly plotRight: number;
  readonly barWidth: number;
  readonly strips: readonly PlacedStrip[];
  /** A slot in all strips: where the pointer finds it and the focus ring runs. */
  readonly areas: readonly Box[];
  readonly dates: readonly PlacedText[];
}

/** Slots narrower than this many pixels are neither seen nor pointed at one by one. */
const LEAST_SLOT = 3;
/** More of them in font sizes. */
const TITLE = 1.7;
const HEIGHT = { tall: 5, low: 2.8 } as const;
const BELOW = 0.7;
const DATES = 1.6;
const TICK_GAP = 0.5;
/** Room for the scale's values where no one knows them yet. */
const USUAL_GUTTER = 3;
/** A baseline this far below the middle of a line looks centred. */
const MIDDLE = 0.34;
const WIDEST_BAR = 28;
const NICE = 4;

/** The finest of the grains whose slots have room, or else the coarsest. */
export function fittingGrain(
  grains: readonly TrendGrain[],
  { width, fontSize }: Pick<TrendLayoutOptions, 'width' | 'fontSize'>,
): TrendGrain | undefined {
  const room = width - USUAL_GUTTER * fontSize;
  return grains.find(({ slots }) => room / slots >= LEAST_SLOT) ?? grains.at(-1);
}

/** Strips one below the other over one axis of `slots` slots. No text meets another or reaches outside of `width`. */
export function layoutTrend({ strips, dateOf }: TrendSeries, slots: number, options: TrendLayoutOptions): TrendLayout {
  const { width, fontSize: em, measure } = options;
  const scales = strips.map((strip) => linearScale(niceTop(highest(strip), NICE), HEIGHT[strip.height] * em, 0));
  const tickTexts = scales.map(({ top }, index) => [0, top].map((value) => strips[index]?.tick(value) ?? ''));
  const gutter = tickTexts.flat().reduce((widest, text) => Math.max(widest, measure(text) * SMALL), 0);
  const plotLeft = Math.ceil(gutter + TICK_GAP * em);
  const slotWidth = (width - plotLeft) / Math.max(1, slots);
  const centre = (slot: number): number => plotLeft + (slot + 0.5) * slotWidth;
  const barWidth = slotWidth < 4 ? slotWidth * 0.8 : Math.min(WIDEST_BAR, slotWidth * 0.72);

  const placed: PlacedStrip[] = [];
  let y = 0;
  strips.forEach((strip, index) => {
    const scale = scales[index];
    if (!scale) return;
    placed.push(placeStrip(strip, scale, y, { ...options, plotLeft, slotWidth, barWidth, centre }));
    y += (TITLE + HEIGHT[strip.height] + BELOW) * em;
  });
  return {
    width,
    height: Math.ceil(y + DATES * em),
    plotLeft,
    plotRight: width,
    barWidth,
    strips: placed,
    areas: Array.from({ length: slots }, (_, slot) => ({
      x: centre(slot) - slotWidth / 2,
      y: 0,
      width: slotWidth,
      height: y,
    })),
    dates: dateTicks(slots, { ...options, y: y + 0.9 * em, centre, dateOf }),
  };
}

interface Plan extends TrendLayoutOptions {
  readonly plotLeft: number;
  readonly slotWidth: number;
  readonly barWidth: number;
  readonly centre: (slot: number) => number;
}

function placeStrip(strip: TrendStrip, scale: LinearScale, y: number, plan: Plan): PlacedStrip {
  const { width, fontSize: em, measure, plotLeft, barWidth, centre } = plan;
  const top = y + TITLE * em;
  const bottom = top + HEIGHT[strip.height] * em;
  // Nothing reaches above its strip: the interval of a few mails may be most of the scale.
  const at = (value: number): number => top + Math.max(0, scale.at(value));
  const tops = strip.values.map((value) => (value === null ? null : at(value)));
  const xs = tops.map((_, slot) => centre(slot));
  const values = [0, scale.top];
  const roomForLabel = width - plotLeft - (strip.newest === '' ? 0 : measure(strip.newest) + em);
  return {
    strip,
    label: { x: plotLeft, y: y + 1.1 * em, anchor: 'start', text: fitText(strip.label, roomForLabel, measure) },
    newest: { x: width, y: y + 1.1 * em, anchor: 'end', text: strip.newest },
    // Zero and the top: a nice scale ends at a value that is easily read.
    ticks: values.map((value) => ({
      x: plotLeft - TICK_GAP * em,
      y: at(value) + MIDDLE * em * SMALL,
      anchor: 'end',
      text: strip.tick(value),
    })),
    grid: values.filter((value) => value > 0).map(at),
    baseline: baselinePath(strip, bottom, plan),
    bars: strip.kind === 'bars' ? barsPath(xs, tops, bottom, barWidth) : '',
    line: strip.kind === 'line' ? linePath(xs, tops) : '',
    band: bandPath(
      xs,
      strip.bands.map((band) => band && [at(band.high), at(band.low)]),
    ),
    tops,
    bottom,
  };
}

/** Bars from the bottom; the smallest of counts is still seen, and zero is none. */
function barsPath(xs: readonly number[], tops: readonly (number | null)[], bottom: number, width: number): string {
  return xs
    .map((x, slot) => {
      const top = tops[slot] ?? bottom;
      if (top >= bottom) return '';
      return `M${round(x - width / 2)},${bottom}V${round(Math.min(top, bottom - 1))}h${round(width)}V${bottom}Z`;
    })
    .join('');
}

function baselinePath({ kind, values }: TrendStrip, bottom: number, { width, plotLeft, slotWidth }: Plan): string {
  if (kind === 'line') return `M${plotLeft},${bottom}H${width}`;
  const edge = (slot: number): number => round(plotLeft + slot * slotWidth);
  return runsOf(values)
    .map((run) => `M${edge(run[0] ?? 0)},${bottom}H${edge((run.at(-1) ?? 0) + 1)}`)
    .join('');
}

/** Intervals reach out of the chart rather than press its line flat. */
function highest({ values, bands }: TrendStrip): number {
  const most = (numbers: readonly number[]): number => numbers.reduce((top, next) => Math.max(top, next), 0);
  const value = most(values.map((next) => next ?? 0));
  const bound = most(bands.map((band) => band?.high ?? 0));
  const top = value === 0 ? bound : Math.max(value, Math.min(bound, 1.5 * value));
  return top === 0 ? 1 : top;
}
