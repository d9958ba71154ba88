import { rateDifference, type RateDifference } from './rateDifference';
import { anytimeP } from './statistics/anytime';
import { holmAdjusted } from './statistics/holm';
import type { Proportion } from './statistics/proportion';
import type { TestPlan } from './testPlan';
import type { VariantReport } from './variant';

/** A variant's label; `null` is the main copy. */
export type VariantLabel = VariantReport['label'];

export interface VariantPair extends RateDifference {
  readonly a: VariantLabel;
  readonly b: VariantLabel;
  /** After Holm over all pairs of the step. */
  readonly adjustedP: number;
  /** The same, valid however often one looks; 1 before the planned size. */
  readonly alwaysValidP: number;
}

export interface LabelledArm {
  readonly label: VariantLabel;
  readonly arm: Proportion;
}

/** All pairs in the order given. */
export function pairsOf(arms: readonly LabelledArm[], plan: TestPlan): VariantPair[] {
  const pairs = arms.flatMap((a, index) =>
    arms.slice(index + 1).map((b) => ({ a, b, ...rateDifference(a.arm, b.arm) })),
  );
  const adjusted = holmAdjusted(pairs.map(({ p }) => p));
  const alwaysValid = holmAdjusted(pairs.map(({ p, a, b }) => anytimeP(p, collected(a.arm, b.arm, plan))));
  return pairs.map((pair, index) => ({
    ...pair,
    a: pair.a.label,
    b: pair.b.label,
    adjustedP: adjusted[index] ?? 1,
    alwaysValidP: alwaysValid[index] ?? 1,
  }));
}

/** What a pair tells, as a part of what two variants of the planned size would; 0 before every variant has that size. */
function collected(a: Proportion, b: Proportion, { missing, perVariant }: TestPlan): number {
  if (missing !== 0 || perVariant === null || a.trials === 0 || b.trials === 0) return 0;
  return 2 / (1 / a.trials + 1 / b.trials) / perVariant;
}
