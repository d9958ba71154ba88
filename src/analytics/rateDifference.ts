import type { Rate } from './rate';
import { differenceInterval } from './statistics/newcombe';
import type { Proportion } from './statistics/proportion';
import { differenceTest } from './statistics/twoProportions';
import type { Interval } from './wilson';

/** How much higher the rate of b is than that of a. */
export interface RateDifference {
  /** Rate of b − rate of a, as a fraction, with its Newcombe 95 % interval. */
  readonly difference: number;
  readonly interval: Interval | null;
  /** Rate of b ÷ rate of a − 1; `null` where a has none. */
  readonly lift: number | null;
  readonly method: 'z' | 'fisher';
  /** Two-sided, for one look at this pair alone. */
  readonly p: number;
}

export function rateDifference(a: Proportion, b: Proportion): RateDifference {
  const [rateA, rateB] = [shareOf(a), shareOf(b)];
  return {
    difference: rateB - rateA,
    interval: differenceInterval(a, b),
    lift: rateA === 0 ? null : rateB / rateA - 1,
    ...differenceTest(a, b),
  };
}

/** 0 where there is nothing to divide by. */
export function shareOf({ events, trials }: Proportion): number {
  return trials === 0 ? 0 : events / trials;
}

/** The counts behind a rate; `null` where one is unknown or they contradict each other. */
export function proportionOf(rate: Rate | null | undefined): Proportion | null {
  const { numerator, denominator } = rate ?? { numerator: null, denominator: null };
  if (numerator === null || denominator === null || numerator > denominator) return null;
  return { events: numerator, trials: denominator };
}
