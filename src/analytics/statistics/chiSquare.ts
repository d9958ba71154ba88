import { normalPdf, normalUpperTail } from './normal';

/**
 * P(X > x) for a chi-square X with `df` degrees of freedom (a whole number, at least 1), x >= 0.
 * Finite sums of positive terms, one for even and one for odd `df` (Abramowitz and Stegun 26.4.4 and 26.4.5).
 */
export function chiSquareUpperTail(x: number, df: number): number {
  const even = df % 2 === 0;
  const root = Math.sqrt(x);
  let term = even ? Math.exp(-x / 2) : 2 * normalPdf(root) * root;
  let tail = even ? 0 : 2 * normalUpperTail(root);
  for (let order = even ? 2 : 3; order <= df; order += 2) {
    tail += term;
    term *= x / order;
  }
  return Math.min(1, tail);
}
