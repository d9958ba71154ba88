// What the charts need of d3-scale, which would bring 24 KB of colours and formats into the page's script.

/** A scale from zero, in pixels. */
export interface LinearScale {
  readonly at: (value: number) => number;
  /** The highest value. */
  readonly top: number;
  /** Zero and round values up to the top, about `count` steps apart. */
  readonly ticks: (count: number) => number[];
}

/** The scale on which zero is at pixel `from` and `top` at pixel `to`. */
export function linearScale(highest: number, from: number, to: number): LinearScale {
  const top = Math.max(highest, LEAST);
  return {
    at: (value) => from + (value / top) * (to - from),
    top,
    ticks: (count) => {
      const step = roundStep(top, count);
      return Array.from({ length: Math.floor(top / step + TINY) + 1 }, (_, index) => index * step);
    },
  };
}

/** The least round value that is not below `highest`, for a scale of about `count` steps. */
export function niceTop(highest: number, count: number): number {
  let top = Math.max(highest, LEAST);
  // A rounder top may have longer steps, of which it has to be a multiple again.
  for (let step = 0, next = roundStep(top, count); next > step; next = roundStep(top, count)) {
    step = next;
    top = Math.ceil(top / step - TINY) * step;
  }
  return top;
}

/** Less than any rate of mails. */
const LEAST = 1e-9;

/** More than the error that comes with fractions. */
const TINY = 1e-12;

/** One, two or five times a power of ten, so that about `count` of them reach `top`. */
function roundStep(top: number, count: number): number {
  const step = top / count;
  const power = 10 ** Math.floor(Math.log10(step));
  const error = step / power;
  const factor = error >= Math.sqrt(50) ? 10 : error >= Math.sqrt(10) ? 5 : error >= Math.SQRT2 ? 2 : 1;
  return factor * power;
}
