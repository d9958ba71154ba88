import * as l10n from '@vscode/l10n';
import type { FigureName } from '../../analytics/figures';
import type { Format } from '../../analytics/format';
import type { CampaignReport } from '../../analytics/report';
import { rateLabel } from '../../analytics/words';
import type { BarChart, Tone } from './barChart';
import { rateRow } from './rateRow';

const RATES = {
  opened: 'blue',
  clicked: 'purple',
  replied: 'green',
  bounced: 'red',
  unsubscribed: 'neutral',
} as const satisfies Partial<Record<FigureName, Tone>>;

/** The campaign's rates with their intervals. Delivery is left out: beside it the others would be nothing. */
export function ratesChart({ figures }: CampaignReport, format: Format): BarChart {
  const names = Object.keys(RATES) as (keyof typeof RATES)[];
  return {
    id: 'rates',
    title: l10n.t('Rates with 95% intervals'),
    tick: format.tick,
    rows: names
      .filter((name) => figures[name].tracked)
      .map((name) => rateRow(figures[name], { label: rateLabel(name), tone: RATES[name], variant: null }, format)),
  };
}
