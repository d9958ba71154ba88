// How often a test that is looked at every day calls a winner, and how often it is right.
import { abTestOf, type VerdictWord } from '../../src/analytics/abTest';
import { figuresOf } from '../../src/analytics/figures';
import { DEFAULT_AB_TEST_RULES, type ABTestRules } from '../../src/analytics/rules';
import { sampleSizePerArm } from '../../src/analytics/statistics/sampleSize';
import type { VariantReport } from '../../src/analytics/variant';
import { binomial, randomFrom } from './random';

export interface Scenario {
  /** True click rates, one a variant. */
  readonly rates: readonly number[];
  /** Delivered to each variant on a day. */
  readonly perDay: number;
  readonly days: number;
  readonly rules?: ABTestRules;
}

export interface Peeking {
  readonly runs: number;
  /** The share of runs in which "Clear winner" was said on any day. */
  readonly everClear: number;
  /** The share of runs in which "Clear winner" was said on the first day on which the planned size was reached. */
  readonly clearAtPlannedSize: number;
}

export function simulate(
  { rates, perDay, days, rules = DEFAULT_AB_TEST_RULES }: Scenario,
  runs: number,
  seed: number,
): Peeking {
  const random = randomFrom(seed);
  let everClear = 0;
  let clearAtPlannedSize = 0;
  for (let run = 0; run < runs; run += 1) {
    const words = wordsOfRun(rates, perDay, days, rules, random);
    const first = words.find(({ interim }) => !interim);
    if (words.some(({ word }) => word === 'clearWinner')) everClear += 1;
    if (first?.word === 'clearWinner') clearAtPlannedSize += 1;
  }
  return { runs, everClear: everClear / runs, clearAtPlannedSize: clearAtPlannedSize / runs };
}

/** Days that reach the planned size of a base rate, a little more than one day over. */
export function daysToPlannedSize(base: number, perDay: number, { minimumLift }: ABTestRules): number {
  return Math.ceil((sampleSizePerArm({ base, lift: minimumLift }) ?? 0) / perDay) + 2;
}

function wordsOfRun(
  rates: readonly number[],
  perDay: number,
  days: number,
  rules: ABTestRules,
  random: () => number,
): { word: VerdictWord | null; interim: boolean }[] {
  const clicked = rates.map(() => 0);
  return Array.from({ length: days }, (_, day) => {
    rates.forEach((rate, arm) => (clicked[arm] = (clicked[arm] ?? 0) + binomial(perDay, rate, random)));
    const variants = clicked.map((count, arm) => variant(String.fromCharCode(65 + arm), perDay * (day + 1), count));
    const { word, interim } = abTestOf(variants, rules);
    return { word, interim };
  });
}

function variant(label: string, sent: number, clicked: number): VariantReport {
  const counters = { sent, delivered: sent, opened: sent, clicked, replied: null, bounced: 0, unsubscribed: null };
  return { label, figures: figuresOf(counters, 'delivered') };
}
