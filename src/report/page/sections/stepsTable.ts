import * as l10n from '@vscode/l10n';
import type { FigureName, Figures } from '../../../analytics/figures';
import type { Format } from '../../../analytics/format';
import type { StepReport } from '../../../analytics/steps';
import { figureLabel, stepName, variantName } from '../../../analytics/words';
import type { DataTable, TableCell, TableRow } from '../dataTable';
import { rateDetails } from '../rateDetails';
import type { StepRate } from './stepRows';

/** A row a step, variants under their step, with counts and rates. */
export function stepsTable(steps: readonly StepReport[], rates: readonly StepRate[], format: Format): DataTable {
  const names: readonly FigureName[] = ['sent', 'delivered', ...rates];
  const cells = (figures: Figures): TableCell[] => names.map((name) => cell(figures, name, format));
  return {
    caption: l10n.t('Steps'),
    columns: [l10n.t('Email'), ...names.map(figureLabel)],
    rows: steps.flatMap((step): TableRow[] => [
      {
        header: stepName(step),
        ...(step.sequenceStep === null ? {} : { note: l10n.t('sequence step {0}', step.sequenceStep) }),
        cells: cells(step.figures),
      },
      ...step.variants.map((variant): TableRow => ({
        header: variantName(variant),
        level: 1,
        cells: cells(variant.figures),
      })),
    ]),
  };
}

function cell(figures: Figures, name: FigureName, format: Format): TableCell {
  const { count, rate } = figures[name];
  return {
    main: format.count(count),
    ...(rate && { aside: format.percent(rate.value), title: rateDetails(rate, format).join(', ') }),
  };
}
