import type { Interval } from '../../../analytics/wilson';
import type { Tone } from './barRow';
import type { MarkWords } from './chartElement';

/** One series on a scale of its own, from zero. Charts draw what stands here and compute nothing else. */
export interface TrendStrip {
  readonly label: string;
  readonly tone: Tone;
  /** Counts are bars; rates are a line with their intervals as a band. */
  readonly kind: 'bars' | 'line';
  readonly height: 'tall' | 'low';
  /** One a slot; `null` is unknown, and leaves a gap. */
  readonly values: readonly (number | null)[];
  /** One a slot, or none at all. */
  readonly bands: readonly (Interval | null)[];
  readonly tick: (value: number) => string;
  /** Opposite to the label: the newest value, or nothing. */
  readonly newest: string;
}

/** Series over the same days. A slot is a day, or several where days would have no room. */
export interface TrendSeries {
  readonly strips: readonly TrendStrip[];
  /** On the axis of days; `before` is the slot whose date stands before it there, if any. */
  readonly dateOf: (slot: number, before: number | undefined) => string;
  readonly wordsOf: (slot: number) => MarkWords;
  /** What a slot is, where it is not a day. */
  readonly note: string | undefined;
}

/** The same days in slots of one length. */
export interface TrendGrain {
  readonly slots: number;
  readonly series: () => TrendSeries;
}
