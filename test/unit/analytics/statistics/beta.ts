import { stirlingRemainder } from './stirling';

/** Far more than a and b of 1e9 take. */
const MOST_TERMS = 1_000_000;

/** Density of Beta(a, b) at `x` in [0, 1], for a, b >= 1. */
export function betaPdf(x: number, a: number, b: number): number {
  if (x <= 0) return x === 0 && a === 1 ? b : 0;
  if (x >= 1) return x === 1 && b === 1 ? a : 0;
  return weight(x, 1 - x, a, b) / (x * (1 - x));
}

/**
 * P(X <= x) for X of Beta(a, b) and x in [0, 1], for a, b >= 1.
 * A continued fraction (the even part of DLMF 8.17.22) of some √(a + b) terms where x is near the mean, fewer elsewhere.
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x * b <= (1 - x) * a ? lowerTail(x, 1 - x, a, b) : 1 - lowerTail(1 - x, x, b, a);
}

/** P(X <= x) for x up to the mean, where all terms are positive; `rest` is 1 - x. */
function lowerTail(x: number, rest: number, a: number, b: number): number {
  const lead = weight(x, rest, a, b);
  const off = a * rest - b * x + 1;
  let fraction = (a * off) / (a + 1);
  let c = fraction;
  let d = 0;
  let change = 0;
  for (let m = 1; m < MOST_TERMS && Math.abs(change - 1) > 1e-15; m++) {
    const before = x / (a + 2 * m - 1);
    const numerator = (a + m - 1) * (a + b + m - 1) * m * (b - m) * before ** 2;
    const denominator = m + m * (b - m) * before + ((a + m) * (off + m * (1 + rest))) / (a + 2 * m + 1);
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    change = c * d;
    fraction *= change;
  }
  return lead / fraction;
}

/**
 * xᵃ restᵇ / B(a, b), where x + rest = 1. Its value at the peak, x = a / (a + b), and the fall from there are computed
 * apart: logarithms of gamma functions of 1e9 have lost the digits that this keeps.
 */
function weight(x: number, rest: number, a: number, b: number): number {
  const n = a + b;
  const peak = Math.sqrt(((a / n) * b) / (2 * Math.PI));
  const correction = stirlingRemainder(n) - stirlingRemainder(a) - stirlingRemainder(b);
  const off = x * b - rest * a;
  return peak * Math.exp(correction + a * logOfNext(off / a, x / (a / n)) + b * logOfNext(-off / b, rest / (b / n)));
}

/** ln(1 + off), where `ratio` is 1 + off: each is exact where the other is not. */
function logOfNext(off: number, ratio: number): number {
  return Math.abs(off) < 0.5 ? Math.log1p(off) : Math.log(ratio);
}
