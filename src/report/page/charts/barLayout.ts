import type { BarRow } from './barRow';
import type { MeasureText } from './measureText';

/** All lengths are in pixels. */
export interface BarLayoutOptions {
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
  readonly point: { readonly x: number; readonly y: number; readonly radius: number } | null;
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

/** How small the quiet texts of a chart are, as its stylesheet has them. */
export const SMALL = 0.92;

/** Between two texts of a line, in font sizes. */
export const GAP = 1;
