import { normalPdf, normalQuantile, normalUpperTail } from './normal';

/**
 * What a two-sided fixed-look `p` is worth when one looks as often as one likes from the planned size on: the chance
 * that it is ever as small at such a look with nothing there. `fraction` is collected by planned size; below 1 the
 * answer is 1. For a Wiener process W, P(|W(t)| >= √(t (a² + ln t)) for some t >= 1) = 2 (1 - Φ(a) + a φ(a))
 * (Robbins 1970, "Statistical methods related to the law of the iterated logarithm").
 */
export function anytimeP(p: number, fraction: number): number {
  if (!(fraction >= 1)) return 1;
  const z = normalQuantile(p / 2);
  if (z === -Infinity) return p;
  const a = Math.sqrt(Math.max(0, z * z - Math.log(fraction)));
  return Math.min(1, Math.max(p, 2 * (normalUpperTail(a) + a * normalPdf(a))));
}
