import * as l10n from '@vscode/l10n';
import type { FigureName, Figures } from '../../analytics/figures';
import type { Format } from '../../analytics/format';
import type { StepReport } from '../../analytics/steps';
import { figureCount, figureLabel, stepTitle, variantName } from '../../analytics/words';
import { figureCell } from './rateCell';
import type { Cell, Row, Table } from './table';

export type StepRate = Extract<FigureName, 'opened' | 'clicked' | 'replied' | 'bounced'>;

/** The rates that can be known of steps. Replies only where an answer has them: their absence is documented. */
export function stepRates(rows: readonly { readonly figures: Figures }[]): StepRate[] {
  const hasReplies = rows.some(({ figures }) => figures.replied.count !== null);
  return hasReplies ? ['opened', 'clicked', 'replied', 'bounced'] : ['opened', 'clicked', 'bounced'];
}

/** A row a step, its variants below it. */
export function stepsTable(steps: readonly StepReport[], caption: string, format: Format): Table {
  const rates = stepRates(steps);
  const cells = (figures: Figures): Cell[] => figureCells(figures, rates, format);
  return {
    caption,
    columns: [l10n.t('Email'), ...figureColumns(rates)],
    rows: steps.flatMap((step): Row[] => [
      { header: stepTitle(step), quiet: aboutStep(step), cells: cells(step.figures) },
      ...step.variants.map((variant): Row => ({
        header: variantName(variant),
        level: 1,
        cells: cells(variant.figures),
      })),
    ]),
  };
}

export function figureColumns(rates: readonly StepRate[]): string[] {
  return [...COUNTS, ...rates].map(figureLabel);
}

export function figureCells(figures: Figures, rates: readonly StepRate[], format: Format): Cell[] {
  return [
    ...COUNTS.map((name) => ({ main: figureCount(figures[name], format) })),
    ...rates.map((name) => figureCell(figures[name], format)),
  ];
}

/** What the rates are shares of. */
const COUNTS = ['sent', 'delivered'] as const;

function aboutStep({ subject, sequenceStep }: StepReport): string[] {
  return [
    ...(subject === null ? [] : [subject]),
    ...(sequenceStep === null ? [] : [l10n.t('sequence step {0}', sequenceStep)]),
  ];
}
