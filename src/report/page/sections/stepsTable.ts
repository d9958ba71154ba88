import * as l10n from '@vscode/l10n';
import type { FigureName, Figures } from '../../../analytics/figures';
import type { Format } from '../../../analytics/format';
import type { StepReport } from '../../../analytics/steps';
import { figureCount, figureLabel, stepTitle, variantName } from '../../../analytics/words';
import type { DataTable, TableCell, TableRow } from '../dataTable';
import { rateDetails } from '../rateDetails';
import type { StepRate } from './stepRows';

/** A row a step, variants under their step, with counts and rates. */
export function stepsTable(steps: readonly StepReport[], rates: readonly StepRate[], format: Format): DataTable {
  return {
    caption: l10n.t('Steps'),
    columns: [l10n.t('Email'), ...figureColumns(rates)],
    rows: steps.flatMap((step): TableRow[] => [
      {
        header: stepTitle(step),
        ...(step.sequenceStep === null ? {} : { note: l10n.t('sequence step {0}', step.sequenceStep) }),
        ...(step.subject === null ? {} : { secondary: step.subject }),
        cells: figureCells(step.figures, rates, format),
      },
      ...step.variants.map((variant): TableRow => ({
        header: variantName(variant),
        level: 1,
        cells: figureCells(variant.figures, rates, format),
      })),
    ]),
  };
}

function columnNames(rates: readonly StepRate[]): FigureName[] {
  return ['sent', 'delivered', ...rates];
}

/** The headers of the columns that `figureCells` fills. */
export function figureColumns(rates: readonly StepRate[]): string[] {
  return columnNames(rates).map(figureLabel);
}

/** What was sent and delivered, and the counts behind the rates, each with its share. */
export function figureCells(figures: Figures, rates: readonly StepRate[], format: Format): TableCell[] {
  return columnNames(rates).map((name) => {
    const { count, rate } = figures[name];
    return {
      main: figureCount(figures[name], format),
      ...(rate && count !== null && { aside: format.percent(rate.value), title: rateDetails(rate, format).join(', ') }),
    };
  });
}
