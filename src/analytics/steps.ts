import type { Count, SequenceStep, StepRow } from '../sendkit/schemas';
import { abTestOf, type ABTest } from './abTest';
import {
  deliveredOf,
  figuresOf,
  TRACKING_UNKNOWN,
  type Counters,
  type EngagementBase,
  type Figures,
  type Tracking,
} from './figures';
import { groupBy } from './groupBy';
import { sum } from './rate';
import { DEFAULT_AB_TEST_RULES, type ABTestRules } from './rules';
import type { PlannedSize } from './testPlan';
import type { VariantReport } from './variant';

export interface StepReport {
  /** 1, 2, 3 … among the e-mails; waits take numbers of their own in SendKit. `null` when the answer gives no step number. */
  readonly rank: number | null;
  /** SendKit's own number of the step. */
  readonly sequenceStep: Count;
  /** From the campaign's own sequence, where the step with this number is an e-mail; otherwise nobody guesses. */
  readonly name: string | null;
  readonly subject: string | null;
  readonly figures: Figures;
  /** Empty for a step that was not tested. */
  readonly variants: readonly VariantReport[];
  /** `null` for a step without variants to compare. */
  readonly test: ABTest | null;
}

export interface StepOptions {
  readonly base: EngagementBase;
  readonly tracking?: Tracking;
  readonly abTestRules?: ABTestRules;
  /** Of a step, to be compared. */
  readonly mostVariants?: number;
  readonly sequence?: readonly SequenceStep[];
  /** For the e-mails of this sequence. */
  readonly planned?: readonly PlannedSize[];
}

/** Rows of `stepAnalytics` grouped by step, ascending; rows of the same step and variant are added up. */
export function stepsOf(
  rows: readonly StepRow[],
  {
    base,
    tracking = TRACKING_UNKNOWN,
    abTestRules = DEFAULT_AB_TEST_RULES,
    mostVariants,
    sequence = [],
    planned = [],
  }: StepOptions,
): StepReport[] {
  const emails = new Map(sequence.filter(({ type }) => type === 'email').map((step) => [step.order, step]));
  const byStep = groupBy(rows, (row) => row._id.sequenceStep);
  const numbers = [...byStep.keys()].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return numbers.map((sequenceStep, index) => {
    const stepRows = byStep.get(sequenceStep) ?? [];
    const variants = variantsOf(stepRows, base, tracking);
    const email = sequenceStep === null ? undefined : emails.get(sequenceStep);
    const rank = sequenceStep === null ? null : index + 1;
    const ofStep = planned.filter(({ step }) => step === rank);
    return {
      rank,
      sequenceStep,
      name: email?.name ?? null,
      subject: email?.subject ?? null,
      figures: figuresOf(countersOf(stepRows), base, tracking),
      variants,
      test: variants.length > 1 ? abTestOf(variants, abTestRules, ofStep, mostVariants) : null,
    };
  });
}

function variantsOf(rows: readonly StepRow[], base: EngagementBase, tracking: Tracking): VariantReport[] {
  const byLabel = groupBy(rows, (row) => row._id.variant);
  if (byLabel.size === 1 && byLabel.has(null)) return [];
  return [...byLabel]
    .sort(([a], [b]) => compareLabels(a, b))
    .map(([label, sameLabel]) => ({ label, figures: figuresOf(countersOf(sameLabel), base, tracking) }));
}

/** Main first, then A, B … and 2 before 10. */
function compareLabels(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return a.localeCompare(b, 'en', { numeric: true });
}

/** Replies per step are not documented; where an answer has them they are used. Unsubscribes per step do not exist. */
function countersOf(rows: readonly StepRow[]): Counters {
  const total = (name: 'sent' | 'opened' | 'clicked' | 'replied' | 'bounced'): Count =>
    sum(rows.map((row) => row[name]));
  const sent = total('sent');
  const bounced = total('bounced');
  return {
    sent,
    delivered: deliveredOf({ delivered: null, sent, bounced }),
    opened: total('opened'),
    clicked: total('clicked'),
    replied: total('replied'),
    bounced,
    unsubscribed: null,
  };
}
