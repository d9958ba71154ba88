import type { EngagementBase } from '../analytics/figures';
import type { Format } from '../analytics/format';
import type { SubsequenceReport } from '../analytics/subsequences';
import { subsequenceName } from '../analytics/words';
import { figuresDocument, type FiguresDocument } from './figureDocument';
import { stepDocument, type StepDocument } from './stepDocument';

/** A follow-up sequence inside the campaign; its steps are never those of the main sequence. */
export interface SubsequenceDocument {
  readonly id: string;
  readonly name: string | null;
  /** The name, or what stands for one. */
  readonly title: string;
  /** What a lead's AI tag must be to enter it. */
  readonly trigger: string | null;
  readonly enabled: boolean | null;
  readonly archived: boolean | null;
  /** Leads that ever entered, and that are in it now. */
  readonly added: number | null;
  readonly enrolled: number | null;
  readonly figures: FiguresDocument;
  readonly steps: readonly StepDocument[];
}

export function subsequenceDocument(
  subsequence: SubsequenceReport,
  base: EngagementBase,
  format: Format,
): SubsequenceDocument {
  const { id, name, trigger, enabled, archived, added, enrolled, figures, steps } = subsequence;
  return {
    id,
    name,
    title: subsequenceName(subsequence),
    trigger,
    enabled,
    archived,
    added,
    enrolled,
    figures: figuresDocument(figures, format),
    steps: steps.map((step) => stepDocument(step, base, format)),
  };
}
