import type { Count, Subsequence } from '../sendkit/schemas';
import { figuresOfStated, type Figures } from './figures';
import { stepsOf, type StepOptions, type StepReport } from './steps';

/** A follow-up sequence inside a campaign. Its steps count from 0 again and are never those of the main sequence. */
export interface SubsequenceReport {
  /** The API's id, or the place in the list where there is none. */
  readonly id: string;
  readonly name: string | null;
  /** What a lead's AI tag must be to enter it. */
  readonly trigger: string | null;
  readonly enabled: boolean | null;
  readonly archived: boolean | null;
  /** Leads that ever entered, and that are in it now. */
  readonly added: Count;
  readonly enrolled: Count;
  readonly figures: Figures;
  readonly steps: readonly StepReport[];
}

export function subsequencesOf(
  rows: readonly Subsequence[],
  options: Omit<StepOptions, 'sequence'>,
): SubsequenceReport[] {
  return rows.map((row, index) => {
    const id = row.id ?? String(index);
    const planned = options.planned?.filter(({ subsequence }) => subsequence === id) ?? [];
    return {
      id,
      name: row.name,
      trigger: row.trigger.value,
      enabled: row.enabled,
      archived: row.archived,
      added: row.addedCount,
      enrolled: row.currentlyEnrolled,
      figures: figuresOfStated(row.stats, options.base, options.tracking),
      steps: stepsOf(row.stepAnalytics, { ...options, planned }),
    };
  });
}
