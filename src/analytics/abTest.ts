// What the variants of one step can bear to have said about them. How often somebody looks does not matter: from the
// planned size on, a winner is only called by p-values that stay valid however often one looks (`alwaysValidP`).
import type { Count } from '../sendkit/schemas';
import type { Rate } from './rate';
import { proportionOf, rateDifference, shareOf } from './rateDifference';
import { SIGNIFICANT } from './significance';
import type { ABTestRules } from './rules';
import { holmAdjusted } from './statistics/holm';
import { bestOf } from './statistics/posterior';
import { sampleRatioP } from './statistics/sampleRatio';
import { chooseMetric, type MetricChoice } from './testMetric';
import { noPlan, planOf, type PlannedSize, type TestPlan } from './testPlan';
import type { VariantReport } from './variant';
import { pairsOf, type LabelledArm, type VariantLabel, type VariantPair } from './variantPairs';

export type VerdictWord = 'clearWinner' | 'leaning' | 'tooCloseToCall' | 'notEnoughData';

export interface ComparedVariant {
  readonly label: VariantLabel;
  /** Of the test's metric. */
  readonly rate: Rate;
  /** That this variant's true rate is the highest, under Beta(1,1); `null` where nothing may be said yet. */
  readonly bestProbability: number | null;
  /** What choosing this variant is expected to cost, as a fraction of rate; `null` as above. */
  readonly expectedLoss: number | null;
}

export interface ABTest extends MetricChoice {
  /** `null` where the counts contradict themselves or are unknown, so that nothing can be said. */
  readonly word: VerdictWord | null;
  readonly obstacle: 'unknown' | 'contradictory' | 'tooManyVariants' | null;
  /** Said before the planned size was reached. */
  readonly interim: boolean;
  /** The variant with the highest rate; absent where there is none, or two share it. */
  readonly leader?: VariantLabel;
  /** In the step's order. */
  readonly variants: readonly ComparedVariant[];
  /** All pairs, with the metric's rates. */
  readonly pairs: readonly VariantPair[];
  readonly plan: TestPlan;
  /** The variants that bounce significantly less than the leader, which then is no winner. */
  readonly leaderBouncesMoreThan: readonly VariantLabel[];
  /** Chi-square p of the sends against equal shares, where it is below 0.001. */
  readonly unevenSends: number | null;
}

const LEANING = 0.9;
const UNEVEN = 0.001;
/** SendKit letters its variants; beyond the alphabet an answer is damaged, and all pairs would be too many. */
export const MAX_VARIANTS = 26;

/** More pairs take a noticeable time; no campaign has as many. */
const MAX_PAIRS = 6_500;

/** So many variants of a step are compared at most, in an answer of so many rows: together no more pairs than are bearable. */
export function mostVariantsIn(rows: number): number {
  return Math.min(MAX_VARIANTS, 1 + Math.floor((2 * MAX_PAIRS) / Math.max(rows, 1)));
}

/** The test of a step's variants, two or more. Does not depend on their order. Of the sizes planned for it, the first for its metric counts. */
export function abTestOf(
  variants: readonly VariantReport[],
  rules: ABTestRules,
  planned: readonly PlannedSize[] = [],
  mostVariants = MAX_VARIANTS,
): ABTest {
  const choice = chooseMetric(variants);
  const rates = variants.map(({ figures }) =>
    choice.metric === null ? NO_RATE : (figures[choice.metric].rate ?? NO_RATE),
  );
  const nothing: ABTest = {
    ...choice,
    word: null,
    obstacle: 'unknown',
    interim: true,
    variants: variants.map(({ label }, index) => ({
      label,
      rate: rates[index] ?? NO_RATE,
      bestProbability: null,
      expectedLoss: null,
    })),
    pairs: [],
    plan: noPlan(rules.minimumLift),
    leaderBouncesMoreThan: [],
    unevenSends: unevenSendsOf(variants),
  };
  if (variants.length > mostVariants) return { ...nothing, obstacle: 'tooManyVariants' };
  if ([...rates, ...variants.map(({ figures }) => figures.bounced.rate ?? NO_RATE)].some(isContradictory))
    return { ...nothing, obstacle: 'contradictory' };
  const arms = rates.flatMap((rate, index): LabelledArm[] => {
    const arm = proportionOf(rate);
    return arm ? [{ label: variants[index]?.label ?? null, arm }] : [];
  });
  if (arms.length < variants.length) return nothing;

  const proportions = arms.map(({ arm }) => arm);
  const plan = planOf(
    proportions,
    rules.minimumLift,
    planned.find(({ metric }) => metric === choice.metric),
  );
  const compared = { ...nothing, obstacle: null, plan, pairs: pairsOf(arms, plan), interim: plan.missing !== 0 };
  return hasEnough(variants, arms, rules) ? judged(compared, variants, arms) : { ...compared, word: 'notEnoughData' };
}

const NO_RATE: Rate = { numerator: null, denominator: null, base: 'delivered', value: null, interval: null };

function judged(test: ABTest, variants: readonly VariantReport[], arms: readonly LabelledArm[]): ABTest {
  const { probabilities, expectedLosses } = bestOf(arms.map(({ arm }) => arm));
  const chances = {
    variants: test.variants.map((variant, index) => ({
      ...variant,
      bestProbability: probabilities[index] ?? null,
      expectedLoss: expectedLosses[index] ?? null,
    })),
  };
  const place = leaderOf(arms);
  const leader = variants[place ?? -1];
  if (place === undefined || !leader) return { ...test, ...chances, word: 'tooCloseToCall' };

  const { label } = leader;
  const ofLeader = test.pairs.filter(({ a, b }) => a === label || b === label);
  const leaderBouncesMoreThan = bouncesMoreThan(leader, variants);
  const wins = ofLeader.every(({ alwaysValidP }) => alwaysValidP < SIGNIFICANT);
  const isAhead = ofLeader.every(({ adjustedP }) => adjustedP < SIGNIFICANT);
  return {
    ...test,
    ...chances,
    leader: label,
    leaderBouncesMoreThan,
    word:
      wins && leaderBouncesMoreThan.length === 0
        ? 'clearWinner'
        : isAhead || (probabilities[place] ?? 0) >= LEANING
          ? 'leaning'
          : 'tooCloseToCall',
  };
}

function isContradictory({ numerator, denominator }: Rate): boolean {
  return numerator !== null && denominator !== null && numerator > denominator;
}

function hasEnough(variants: readonly VariantReport[], arms: readonly LabelledArm[], rules: ABTestRules): boolean {
  const events = arms.reduce((total, { arm }) => total + arm.events, 0);
  return (
    events >= rules.minimumEvents && variants.every(({ figures }) => (figures.sent.count ?? 0) >= rules.minimumSent)
  );
}

function leaderOf(arms: readonly LabelledArm[]): number | undefined {
  const shares = arms.map(({ arm }) => shareOf(arm));
  const highest = Math.max(...shares);
  const first = shares.indexOf(highest);
  return shares.lastIndexOf(highest) === first ? first : undefined;
}

/** The variants whose bounce rate is significantly below the leader's, after Holm over the leader's pairs. */
function bouncesMoreThan(leader: VariantReport, variants: readonly VariantReport[]): VariantLabel[] {
  const own = proportionOf(leader.figures.bounced.rate);
  if (!own) return [];
  const others = variants.flatMap(({ label, figures }) => {
    const bounces = label === leader.label ? null : proportionOf(figures.bounced.rate);
    return bounces ? [{ label, ...rateDifference(bounces, own) }] : [];
  });
  const adjusted = holmAdjusted(others.map(({ p }) => p));
  return others
    .filter(({ difference }, index) => difference > 0 && (adjusted[index] ?? 1) < SIGNIFICANT)
    .map(({ label }) => label);
}

/** How unlikely the split of the sends is if every variant was meant to get the same; `null` unless it is very unlikely. */
function unevenSendsOf(variants: readonly VariantReport[]): number | null {
  const sends = variants.map(({ figures }): Count => figures.sent.count);
  if (!sends.every((count) => count !== null)) return null;
  const p = sampleRatioP(sends);
  return p < UNEVEN ? p : null;
}
