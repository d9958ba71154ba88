import { DEFAULT_AB_TEST_RULES } from '../../src/analytics/rules';
import { daysToPlannedSize, type Scenario } from './peeking';

/** Variants that are the same, looked at every day for two weeks, from slow campaigns to very fast ones. */
export const EQUAL_VARIANTS: readonly Scenario[] = [
  { rates: [0.03, 0.03], perDay: 200, days: 14 },
  { rates: [0.03, 0.03], perDay: 400, days: 14 },
  { rates: [0.03, 0.03], perDay: 1000, days: 14 },
  { rates: [0.02, 0.02], perDay: 4000, days: 14 },
  { rates: [0.1, 0.1], perDay: 300, days: 14 },
  { rates: [0.5, 0.5], perDay: 100, days: 14 },
  { rates: [0.05, 0.05, 0.05, 0.05], perDay: 800, days: 14 },
];

/** One variant is twice as good as the other, looked at every day until the planned size is reached. */
export const TWICE_AS_GOOD: readonly Scenario[] = [
  [0.02, 300],
  [0.03, 200],
  [0.03, 1000],
  [0.1, 100],
].map(([base = 0, perDay = 0]) => ({
  rates: [base, 2 * base],
  perDay,
  // The plan is made from the rate of both variants together.
  days: daysToPlannedSize(1.5 * base, perDay, DEFAULT_AB_TEST_RULES),
}));
