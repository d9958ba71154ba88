export type Point = readonly [size: number, value: number];

/** The power of the size that values grow with: the slope of the line through them on logarithmic scales. */
export function exponentOf(points: readonly Point[]): number {
  const logs = points.map(([size, value]) => [Math.log(size), Math.log(value)] as const);
  const meanX = mean(logs.map(([x]) => x));
  const meanY = mean(logs.map(([, y]) => y));
  const rise = mean(logs.map(([x, y]) => (x - meanX) * (y - meanY)));
  return rise / mean(logs.map(([x]) => (x - meanX) ** 2));
}

/** What the same size measured twice may differ by, on a machine that does other things too. */
const NOISE = 0.1;

/** The largest exponent that may be n log n between these sizes. */
export function nLogN(sizes: readonly number[]): number {
  return NOISE + exponentOf(sizes.map((size) => [size, size * Math.log2(size + 1)]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
