import { SIGNIFICANT } from './significance';
import type { Proportion } from './statistics/proportion';
import { sampleSizePerArm } from './statistics/sampleSize';
import type { TestMetric } from './testMetric';

/** How many mails it takes to find the smallest lift worth finding: 80 % power at 5 % over all pairs. */
export interface TestPlan {
  /** The step's own rate over all variants. */
  readonly baseRate: number | null;
  /** The lift as a factor. */
  readonly lift: number;
  /** Per variant, in mails of the rate's base; `null` where no size would do. */
  readonly perVariant: number | null;
  /** Mails still missing for the smallest variant; 0 when the size is reached. */
  readonly missing: number | null;
  /** The name of the file that plans this size; without one, it was worked out for the lift. */
  readonly file?: string;
}

/** A size that somebody wrote down, for one e-mail and one rate. */
export interface PlannedSize {
  /** The subsequence's id; `null` for the main sequence. */
  readonly subsequence: string | null;
  /** 1 is "Email 1". */
  readonly step: number;
  readonly metric: TestMetric;
  /** In mails of the rate's base, above 0. */
  readonly perVariant: number;
  /** The file's name without its folders, on one line. */
  readonly file: string;
}

/** The size that was written down; else the one for a lift, from the rate of all variants together, which tells nothing of their differences. */
export function planOf(arms: readonly Proportion[], lift: number, planned?: PlannedSize): TestPlan {
  const trials = arms.reduce((total, arm) => total + arm.trials, 0);
  const events = arms.reduce((total, arm) => total + arm.events, 0);
  if (trials === 0 && !planned) return noPlan(lift);
  const base = events / trials;
  const perVariant = planned?.perVariant ?? sizePerVariant({ base, lift, variants: arms.length });
  const smallest = Math.min(...arms.map((arm) => arm.trials));
  return {
    baseRate: trials === 0 ? null : base,
    lift,
    perVariant,
    missing: perVariant === null ? null : Math.max(0, perVariant - smallest),
    ...(planned ? { file: planned.file } : {}),
  };
}

export function noPlan(lift: number): TestPlan {
  return { baseRate: null, lift, perVariant: null, missing: null };
}

interface PlannedTest {
  /** A fraction. */
  readonly base: number;
  readonly lift: number;
  readonly variants: number;
}

/** Mails per variant; where a rate cannot grow by so much, it can still fall by it. `null` where no size would do. */
export function sizePerVariant({ base, lift, variants }: PlannedTest): number | null {
  const alpha = alphaOfPair(variants);
  return sampleSizePerArm({ base, lift, alpha }) ?? sampleSizePerArm({ base, lift: 1 / lift, alpha });
}

/** The 5 % shared out over all pairs, as Holm's first step does. */
export function alphaOfPair(variants: number): number {
  return SIGNIFICANT / Math.max(1, (variants * (variants - 1)) / 2);
}
