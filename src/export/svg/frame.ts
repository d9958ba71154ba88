import { round } from './round';

/** Where a chart stands from left to right. */
export interface Frame {
  /** Of the whole chart, as an attribute. */
  readonly width: string;
  /** A fraction of the width, as an attribute. */
  readonly x: (fraction: number) => string;
  /** Characters that a label may have beside a value; wide ones count twice. */
  readonly labelLength: number;
}

/** As wide as the page gives it: texts keep their size, so a narrow page has whole charts, too. */
export const FLUID: Frame = { width: '100%', x: (fraction) => `${round(fraction * 100)}%`, labelLength: 24 };

/** A picture by itself, in pixels. */
export function pictureFrame(width: number): Frame {
  return {
    width: String(width),
    x: (fraction) => String(round(fraction * width)),
    labelLength: Math.floor(width / 12),
  };
}
