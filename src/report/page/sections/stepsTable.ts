import * as l10n from '@vscode/l10n';
import type { FigureName, Figures } from '../../../analytics/figures';
import type { Format } from '../../../analytics/format';
import type { StepReport } from '../../../analytics/steps';
import { figureCount, figureLabel, stepTitle, variantName } from '../../../analytics/words';
import type { DataTable, TableCell, TableRow } from '../dataTable';
import type { StepRate } from './stepRows';

/** A row a step, variants under their step, with counts and rates. */
export function stepsTable(steps: readonly StepReport[], rates: readonly StepRate[], format: Format): DataTable {
  return {
    caption: l10n.t('Steps'),
    columns: [l10n.t('Email'), ...figureColumns(rates)],
    rows: rowsOf(steps, (figures) => figureCells(figures, rates, format)),
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
    const main = figureCount(figures[name], format);
    return rate && count !== null
      ? { main, aside: format.percent(rate.value), below: rate.interval ? format.interval(rate) : undefined }
      : { main };
  });
}

/** A row a step, variants under their step. */
export function rowsOf(steps: readonly StepReport[], cells: (figures: Figures) => TableCell[]): TableRow[] {
  return steps.flatMap((step): TableRow[] => [
    {
      header: stepTitle(step),
      ...(step.sequenceStep === null ? {} : { note: l10n.t('sequence step {0}', step.sequenceStep) }),
      ...(step.subject === null ? {} : { secondary: step.subject }),
      cells: cells(step.figures),
    },
    ...step.variants.map((variant): TableRow => ({
      header: variantName(variant),
      level: 1,
      cells: cells(variant.figures),
    })),
  ]);
}
