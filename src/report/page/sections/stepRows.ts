import * as l10n from '@vscode/l10n';
import type { FigureName, Figures } from '../../../analytics/figures';
import type { Format } from '../../../analytics/format';
import type { StepReport } from '../../../analytics/steps';
import { figureCount, stepName, stepTitle, variantName } from '../../../analytics/words';
import type { BarRow, Tone } from '../charts/barRow';
import { rateDetails } from '../rateDetails';

export type StepRate = Extract<FigureName, 'opened' | 'clicked' | 'replied' | 'bounced'>;

const TONES: Readonly<Record<StepRate, Tone>> = { opened: 'blue', clicked: 'purple', replied: 'green', bounced: 'red' };

/** The rates that can be known of such rows. Replies only where an answer has them: their absence is documented. */
export function stepRates(rows: readonly { readonly figures: Figures }[]): StepRate[] {
  const hasReplies = rows.some(({ figures }) => figures.replied.count !== null);
  return hasReplies ? ['opened', 'clicked', 'replied', 'bounced'] : ['opened', 'clicked', 'bounced'];
}

/** Whether anybody counts what a rate is made of, in any of the rows. */
export function isTracked(rows: readonly { readonly figures: Figures }[], rate: StepRate): boolean {
  return rows.some(({ figures }) => figures[rate].tracked);
}

/** One bar a step for one rate, and under a tested step one point a variant. */
export function stepRows(steps: readonly StepReport[], rateName: StepRate, format: Format): BarRow[] {
  const row = (label: string, name: string, series: number | null, figures: Figures): BarRow => {
    const { rate, tracked } = figures[rateName];
    return {
      label,
      name,
      level: series === null ? 0 : 1,
      tone: TONES[rateName],
      series,
      // Without an interval the counts contradict each other: 140 % would press all other bars flat.
      value: rate?.interval ? rate.value : null,
      interval: rate?.interval ?? null,
      texts: [tracked ? format.percent(rate?.value ?? null) : figureCount({ count: null, tracked }, format)],
      lost: null,
      details: rate && tracked ? rateDetails(rate, format) : [],
    };
  };
  return steps.flatMap((step) => [
    row(stepName(step), stepTitle(step), null, step.figures),
    ...step.variants.map((variant, index) => {
      const label = variantName(variant);
      return row(label, l10n.t('{0}, {1}', stepTitle(step), label), index, variant.figures);
    }),
  ]);
}
