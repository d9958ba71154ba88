import * as l10n from '@vscode/l10n';
import type { FigureName } from '../../analytics/figures';
import type { Format } from '../../analytics/format';
import { listed } from '../../analytics/joinedWords';
import type { CampaignReport } from '../../analytics/report';
import { figureLabel, positivePart, rateWithFraction } from '../../analytics/words';
import type { BarChart, Tone } from './barChart';

const FUNNEL = ['sent', 'delivered', 'opened', 'clicked', 'replied'] as const satisfies readonly FigureName[];

const TONES: Readonly<Record<(typeof FUNNEL)[number], Tone>> = {
  sent: 'neutral',
  delivered: 'neutral',
  opened: 'blue',
  clicked: 'purple',
  replied: 'green',
};

/** The way of a mail: a bar a stage that somebody counts. */
export function funnelChart({ figures, positiveReplied }: CampaignReport, format: Format): BarChart {
  return {
    id: 'funnel',
    title: l10n.t('Funnel'),
    tick: null,
    rows: FUNNEL.filter((name) => figures[name].tracked).map((name) => {
      const { count, rate } = figures[name];
      const label = figureLabel(name);
      const counted = format.count(count);
      const positive = name === 'replied' ? positivePart(positiveReplied, format) : undefined;
      const share = rate === null ? counted : rateWithFraction(rate, format);
      return {
        label,
        value: rate === null || count === null ? counted : `${counted} · ${format.percent(rate.value)}`,
        length: count,
        interval: null,
        tone: TONES[name],
        variant: null,
        details: listed([l10n.t('{0}: {1}', label, share), positive]),
      };
    }),
  };
}
