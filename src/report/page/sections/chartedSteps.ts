import * as l10n from '@vscode/l10n';
import type { Format } from '../../../analytics/format';
import type { StepReport } from '../../../analytics/steps';

/** More rows than a chart can show at a glance. */
const MOST_MARKS = 120;

/** The steps as they are charted: without their variants where those would be too many, and the first where steps are. */
export function chartedSteps(
  steps: readonly StepReport[],
  format: Format,
): { readonly charted: readonly StepReport[]; readonly leftOut: string | undefined } {
  const rows = steps.reduce((count, { variants }) => count + 1 + variants.length, 0);
  if (rows <= MOST_MARKS) return { charted: steps, leftOut: undefined };
  const charted = steps.slice(0, MOST_MARKS).map((step) => ({ ...step, variants: [] }));
  const leftOut =
    steps.length <= MOST_MARKS
      ? l10n.t('The charts leave out the variants: {0} rows would be too many. The table has them.', format.count(rows))
      : l10n.t('The charts show the first {0} of {1} steps.', format.count(MOST_MARKS), format.count(steps.length));
  return { charted, leftOut };
}
