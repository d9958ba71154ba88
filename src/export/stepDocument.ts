import type { EngagementBase } from '../analytics/figures';
import type { Format } from '../analytics/format';
import type { StepReport } from '../analytics/steps';
import type { VariantReport } from '../analytics/variant';
import { stepTitle } from '../analytics/words';
import { figuresDocument, type FiguresDocument } from './figureDocument';
import { nameDocument, verdictDocument, type VariantNameDocument, type VerdictDocument } from './verdictDocument';

export interface VariantDocument extends VariantNameDocument {
  readonly figures: FiguresDocument;
}

export interface StepDocument {
  /** 1, 2, 3 … among the e-mails; `null` where SendKit gives no step number. */
  readonly rank: number | null;
  /** SendKit's own number of the step, in which waits count too. */
  readonly sequenceStep: number | null;
  readonly name: string | null;
  readonly subject: string | null;
  /** `Email 1 · First`. */
  readonly title: string;
  /** SendKit has no unsubscribes by step, and most answers no replies: these are unknown, not zero. */
  readonly figures: FiguresDocument;
  /** Empty for a step that was not tested. */
  readonly variants: readonly VariantDocument[];
  /** `null` for a step that was not tested. */
  readonly verdict: VerdictDocument | null;
}

export function stepDocument(step: StepReport, base: EngagementBase, format: Format): StepDocument {
  return {
    rank: step.rank,
    sequenceStep: step.sequenceStep,
    name: step.name,
    subject: step.subject,
    title: stepTitle(step),
    figures: figuresDocument(step.figures, format),
    variants: step.variants.map((variant) => variantDocument(variant, format)),
    verdict: step.test && verdictDocument(step.test, base, format),
  };
}

function variantDocument({ label, figures }: VariantReport, format: Format): VariantDocument {
  return { ...nameDocument(label), figures: figuresDocument(figures, format) };
}
