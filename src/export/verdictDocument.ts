// What is said of the variants of one step, with the numbers behind it.
import type { ABTest, ComparedVariant, VerdictWord } from '../analytics/abTest';
import type { EngagementBase } from '../analytics/figures';
import type { Format } from '../analytics/format';
import type { TestMetric } from '../analytics/testMetric';
import type { VariantLabel, VariantPair } from '../analytics/variantPairs';
import {
  differenceText,
  metricHeading,
  metricSentences,
  planSentence,
  testCautions,
  verdictLabel,
  verdictSentence,
} from '../analytics/testWords';
import type { Interval } from '../analytics/wilson';
import { variantName } from '../analytics/words';
import { rateDocument, type RateDocument } from './figureDocument';

/** A variant by the API's own label (`null` for the main copy) and by the name that people read. */
export interface VariantNameDocument {
  readonly label: string | null;
  readonly name: string;
}

export interface ComparedVariantDocument extends VariantNameDocument {
  /** Of the verdict's metric. */
  readonly rate: RateDocument;
  /** That its true rate is the highest; `null` where nothing may be said yet. */
  readonly bestProbability: number | null;
  readonly bestProbabilityText: string;
  /** What choosing it is expected to cost, as a fraction of rate; `null` as above. */
  readonly expectedLoss: number | null;
  readonly expectedLossText: string;
}

/** Rate of b minus rate of a. */
export interface PairDocument {
  readonly a: VariantNameDocument;
  readonly b: VariantNameDocument;
  /** A fraction: 0.02 is two percentage points. */
  readonly difference: number;
  /** Newcombe, 95 %. */
  readonly interval95: Interval | null;
  /** `+2.0 points (95% interval +0.2 to +3.9)`. */
  readonly differenceText: string;
  /** Rate of b ÷ rate of a − 1; `null` where a has none. */
  readonly lift: number | null;
  readonly liftText: string;
  /** Pooled two-proportion z, or Fisher's exact where an expected cell is under 5. */
  readonly method: 'z' | 'fisher';
  /** Two-sided, for one look at this pair alone. */
  readonly p: number;
  /** After Holm over all pairs of the step. */
  readonly adjustedP: number;
  readonly adjustedPText: string;
  /** The same, valid however often one looks; 1 before the planned size. Only this one calls a winner. */
  readonly alwaysValidP: number;
}

export interface PlanDocument {
  /** The step's rate over all variants. */
  readonly baseRate: number | null;
  /** The smallest lift worth finding, as a factor. */
  readonly lift: number;
  /** Mails of the rate's base per variant, for 80 % power at 5 %. */
  readonly perVariant: number | null;
  /** Still missing for the smallest variant; 0 when the size is reached. */
  readonly missing: number | null;
  /** The name of the test file that plans this size; `null` where it was worked out for the lift. */
  readonly file: string | null;
  readonly sentence: string;
}

export interface VerdictDocument {
  /** `null` where nothing can be said; `obstacle` says why. */
  readonly word: VerdictWord | null;
  readonly obstacle: ABTest['obstacle'];
  /** `Leaning B · interim`. */
  readonly label: string;
  readonly sentence: string;
  /** Said before the planned size was reached. */
  readonly interim: boolean;
  readonly metric: TestMetric | null;
  /** `Click rate`; `null` without a metric. */
  readonly metricLabel: string | null;
  /** Why this metric, and what to hold against it. */
  readonly why: readonly string[];
  /** The variant with the highest rate; `null` where there is none, or two share it. */
  readonly leader: VariantNameDocument | null;
  readonly variants: readonly ComparedVariantDocument[];
  readonly pairs: readonly PairDocument[];
  readonly plan: PlanDocument;
  /** What else has to be known before acting on it. */
  readonly cautions: readonly string[];
  readonly leaderBouncesMoreThan: readonly VariantNameDocument[];
  /** Chi-square p of the sends against equal shares, where it is below 0.001. */
  readonly unevenSends: number | null;
}

export function verdictDocument(test: ABTest, base: EngagementBase, format: Format): VerdictDocument {
  const { baseRate, lift, perVariant, missing, file = null } = test.plan;
  return {
    word: test.word,
    obstacle: test.obstacle,
    label: verdictLabel(test),
    sentence: verdictSentence(test, format),
    interim: test.interim,
    metric: test.metric,
    metricLabel: test.metric && metricHeading(test.metric),
    why: metricSentences(test),
    leader: test.leader === undefined ? null : nameDocument(test.leader),
    variants: test.variants.map((variant) => variantDocument(variant, format)),
    pairs: test.pairs.map((pair) => pairDocument(pair, format)),
    plan: { baseRate, lift, perVariant, missing, file, sentence: planSentence(test.plan, base, format) },
    cautions: testCautions(test, format),
    leaderBouncesMoreThan: test.leaderBouncesMoreThan.map(nameDocument),
    unevenSends: test.unevenSends,
  };
}

export function nameDocument(label: VariantLabel): VariantNameDocument {
  return { label, name: variantName({ label }) };
}

function variantDocument(
  { label, rate, bestProbability, expectedLoss }: ComparedVariant,
  format: Format,
): ComparedVariantDocument {
  return {
    ...nameDocument(label),
    rate: rateDocument(rate, format),
    bestProbability,
    bestProbabilityText: format.chance(bestProbability),
    expectedLoss,
    expectedLossText: format.percent(expectedLoss),
  };
}

function pairDocument(pair: VariantPair, format: Format): PairDocument {
  const { a, b, difference, interval, lift, method, p, adjustedP, alwaysValidP } = pair;
  return {
    a: nameDocument(a),
    b: nameDocument(b),
    difference,
    interval95: interval && { low: interval.low, high: interval.high },
    differenceText: differenceText(pair, format),
    lift,
    liftText: format.lift(lift),
    method,
    p,
    adjustedP,
    adjustedPText: format.pValue(adjustedP),
    alwaysValidP,
  };
}
