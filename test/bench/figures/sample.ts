/** What was measured of one thing, again and again. */
export interface Summary {
  readonly median: number;
  /** The quartiles: half of all measurements lie between them. */
  readonly from: number;
  readonly to: number;
  readonly times: number;
}

export function summaryOf(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    from: quantile(sorted, 0.25),
    to: quantile(sorted, 0.75),
    times: sorted.length,
  };
}

export function median(values: readonly number[]): number {
  return summaryOf(values).median;
}

/** Between the two values that lie next to it. */
function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) throw new RangeError('Nothing was measured');
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
