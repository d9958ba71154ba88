import { GAP, SMALL, type PlacedText } from './barLayout';
import type { MeasureText } from './measureText';
import type { TrendSeries } from './trendSeries';

const MOST_DATES = 7;

export interface DateTicksOptions extends Pick<TrendSeries, 'dateOf'> {
  readonly width: number;
  readonly fontSize: number;
  readonly measure: MeasureText;
  /** The baseline. */
  readonly y: number;
  readonly centre: (slot: number) => number;
}

/** As many dates as their texts leave room for, evenly apart, always with the newest. */
export function dateTicks(slots: number, options: DateTicksOptions): PlacedText[] {
  const { fontSize: em, measure } = options;
  for (let count = Math.min(MOST_DATES, slots); count > 1; count--) {
    const step = Math.ceil((slots - 1) / (count - 1));
    const first = (slots - 1) % step;
    const ticks: PlacedText[] = [];
    for (let slot = first; slot < slots; slot += step) {
      ticks.push(place(slot, slot === first ? undefined : slot - step, options));
    }
    const areApart = ticks.every((next, index) => {
      const before = ticks[index - 1];
      return !before || left(next, measure) >= left(before, measure) + measure(before.text) * SMALL + GAP * em;
    });
    if (areApart) return ticks;
  }
  return slots === 0 ? [] : [place(slots - 1, undefined, options)];
}

function place(slot: number, before: number | undefined, options: DateTicksOptions): PlacedText {
  const { width, measure, y, centre, dateOf } = options;
  const text = dateOf(slot, before);
  const x = centre(slot);
  const half = (measure(text) * SMALL) / 2;
  if (x < half) return { x: 0, y, anchor: 'start', text };
  return x > width - half ? { x: width, y, anchor: 'end', text } : { x, y, anchor: 'middle', text };
}

function left({ x, anchor, text }: PlacedText, measure: MeasureText): number {
  return x - { start: 0, middle: 0.5, end: 1 }[anchor] * measure(text) * SMALL;
}
