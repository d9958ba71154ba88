// What the charts need of d3-scale, which would bring 24 KB of colours and formats into the page's script.

/** A scale from zero, in pixels. */
export interface LinearScale {
  readonly at: (value: number) => number;
  /** The highest value. */
  readonly top: number;
  /** Zero and round values up to the top, about `count` steps apart. */
  readonly ticks: (count: number) => number[];
}

/** The scale on which zero is at pixel `from` and `top`, above zero, at pixel `to`. */
export function linearScale(top: number, from: number, to: number): LinearScale {
  return {
    at: (value) => from + (value / top) * (to - from),
    top,
    ticks: (count) => {
      const step = roundStep(top, count);
      return Array.from({ length: Math.floor(top / step + TINY) + 1 }, (_, index) => index * step);
    },
  };
}

/** The least round value that is not below `top`, for a scale of about `count` steps. */
export function niceTop(top: number, count: number): number {
  const step = roundStep(top, count);
  const nice = Math.ceil(top / step - TINY) * step;
  return roundStep(nice, count) === step ? nice : niceTop(nice, count);
}

/** Of the error that comes with fractions. */
const TINY = 1e-9;

/** One, two or five times a power of ten, so that about `count` of them reach `top`. */
function roundStep(top: number, count: number): number {
  const step = top / count;
  const power = 10 ** Math.floor(Math.log10(step));
  const error = step / power;
  const factor = error >= Math.sqrt(50) ? 10 : error >= Math.sqrt(10) ? 5 : error >= Math.SQRT2 ? 2 : 1;
  return factor * power;
}
