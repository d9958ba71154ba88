import type { Interval } from '../../../analytics/wilson';

/** Which of the theme's colours a bar has. */
export type Tone = 'neutral' | 'blue' | 'purple' | 'green' | 'red';

/** One bar or point with all its words: a chart draws what stands here and computes nothing else. */
export interface BarRow {
  readonly label: string;
  /** What a screen reader says for `label`, where the label alone would be unclear. */
  readonly name: string;
  /** 1 is part of the row of level 0 above it. */
  readonly level: 0 | 1;
  readonly tone: Tone;
  /** A variant's place among its siblings, from 0: drawn as a point of its own shape and colour instead of a bar. */
  readonly series: number | null;
  /** On the chart's scale; `null` is unknown and has no bar. */
  readonly value: number | null;
  /** On the chart's scale. */
  readonly interval: Interval | null;
  /** Right-aligned columns beside the bar, the weightiest first. */
  readonly texts: readonly string[];
  /** What is lost on the way from the bar above to this one. */
  readonly lost: string | null;
  /** The fraction, the interval: shown on hover and focus, one line each. */
  readonly details: readonly string[];
}
