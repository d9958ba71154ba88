import { normalUpperTail } from './normal';
import { fisherExact } from './fisherExact';
import type { Proportion } from './proportion';

export { fisherExact };

/** From this smallest expected cell on, the normal approximation holds (Cochran 1954). */
const ENOUGH_EXPECTED = 5;

/**
 * Pooled two-proportion z test of b against a, without continuity correction: `z` is positive when b's rate is higher,
 * `p` two-sided. `null` where the pooled standard error is 0: no trials on a side, nothing happened, or everything did.
 */
export function pooledZ(a: Proportion, b: Proportion): { z: number; p: number } | null {
  const trials = a.trials + b.trials;
  const events = a.events + b.events;
  const variance = (events / trials) * ((trials - events) / trials) * (1 / a.trials + 1 / b.trials);
  if (!(variance > 0 && variance < Infinity)) return null;
  const z = (b.events / b.trials - a.events / a.trials) / Math.sqrt(variance);
  return { z, p: 2 * normalUpperTail(Math.abs(z)) };
}

/** The smallest of the four counts expected in the 2 × 2 table if both rates were the same; 0 without trials. */
export function smallestExpectedCell(a: Proportion, b: Proportion): number {
  const trials = a.trials + b.trials;
  if (trials === 0) return 0;
  const events = a.events + b.events;
  return (Math.min(a.trials, b.trials) * Math.min(events, trials - events)) / trials;
}

/**
 * Two-sided p for "the two rates are the same": pooled z where every expected cell is at least 5, else Fisher's exact
 * test. 1 where the counts can say nothing: no trials on a side, nothing happened, or everything did.
 */
export function differenceTest(a: Proportion, b: Proportion): { p: number; method: 'z' | 'fisher' } {
  const pooled = smallestExpectedCell(a, b) >= ENOUGH_EXPECTED ? pooledZ(a, b) : null;
  return pooled ? { p: pooled.p, method: 'z' } : { p: fisherExact(a, b), method: 'fisher' };
}
