/** Coefficients of 1/a, 1/a³, …: B₂ₖ / (2k (2k - 1)). */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];
const SERIES_FROM = 15;

/**
 * What Stirling's formula leaves of ln Γ(a), a > 0: ln Γ(a) - ((a - ½) ln a - a + ½ ln 2π), right to 1e-14.
 * By its series (DLMF 5.11.1) from 15 on, below that from the next a.
 */
export function stirlingRemainder(a: number): number {
  if (a < SERIES_FROM) return stirlingRemainder(a + 1) + (a + 0.5) * Math.log1p(1 / a) - 1;
  return SERIES.reduceRight((sum, coefficient) => sum / (a * a) + coefficient, 0) / a;
}
