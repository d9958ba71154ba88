import { wilsonInterval, type Interval } from '../wilson';
import type { Proportion } from './proportion';

/**
 * 95 % interval for b's rate minus a's, in [-1, 1], from the two Wilson intervals (Newcombe 1998, method 10).
 * `null` when a side has no trials.
 */
export function differenceInterval(a: Proportion, b: Proportion): Interval | null {
  const ofA = wilsonInterval(a.events, a.trials);
  const ofB = wilsonInterval(b.events, b.trials);
  if (!ofA || !ofB) return null;
  const rateA = a.events / a.trials;
  const rateB = b.events / b.trials;
  const difference = rateB - rateA;
  return {
    low: Math.max(-1, difference - Math.hypot(rateB - ofB.low, ofA.high - rateA)),
    high: Math.min(1, difference + Math.hypot(ofB.high - rateB, rateA - ofA.low)),
  };
}
