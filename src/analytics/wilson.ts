/** Two-sided 95 % standard normal quantile. */
const Z95 = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson score interval, 95 %, without continuity correction, as fractions in [0, 1] (Wilson 1927).
 * `null` when there are no trials, or more events than trials.
 */
export function wilsonInterval(events: number, trials: number): Interval | null {
  if (!(trials > 0) || !(events >= 0) || events > trials) return null;
  const rate = events / trials;
  const z2 = Z95 * Z95;
  const centre = (rate + z2 / (2 * trials)) / (1 + z2 / trials);
  const half = (Z95 / (1 + z2 / trials)) * Math.sqrt((rate * (1 - rate)) / trials + z2 / (4 * trials * trials));
  return {
    low: events === 0 ? 0 : Math.max(0, centre - half),
    high: events === trials ? 1 : Math.min(1, centre + half),
  };
}
