/**
 * Holm's step-down adjusted p-values, in the order given: the r-th smallest of m becomes the largest of
 * min(1, (m - s + 1) · p₍ₛ₎) over s <= r (Holm 1979).
 */
export function holmAdjusted(ps: readonly number[]): number[] {
  const adjusted = ps.slice();
  let largest = 0;
  for (const [rank, { index, p }] of ps
    .map((p, index) => ({ index, p }))
    .sort((one, other) => one.p - other.p)
    .entries()) {
    largest = Math.max(largest, Math.min(1, (ps.length - rank) * p));
    adjusted[index] = largest;
  }
  return adjusted;
}
