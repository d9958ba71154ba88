export type Point = readonly [size: number, value: number];

/** The power of the size that values grow with: the slope of the line through them on logarithmic scales. */
export function exponentOf(points: readonly Point[]): number {
  const logs = points.map(([size, value]) => [Math.log(size), Math.log(value)] as const);
  const meanX = mean(logs.map(([x]) => x));
  const meanY = mean(logs.map(([, y]) => y));
  const rise = mean(logs.map(([x, y]) => (x - meanX) * (y - meanY)));
  return rise / mean(logs.map(([x]) => (x - meanX) ** 2));
}

/** The same for what grows as n log n. */
export function nLogN(sizes: readonly number[]): number {
  return exponentOf(sizes.map((size) => [size, size * Math.log2(size + 1)]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
