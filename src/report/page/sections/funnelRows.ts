import * as l10n from '@vscode/l10n';
import type { Figure, FigureName, Figures } from '../../../analytics/figures';
import type { Format } from '../../../analytics/format';
import { difference } from '../../../analytics/rate';
import { figureLabel, positivePart } from '../../../analytics/words';
import type { BarRow, Tone } from '../charts/barRow';
import { rateDetails } from '../rateDetails';

/** The way of a mail, in order. */
export const FUNNEL = ['sent', 'delivered', 'opened', 'clicked', 'replied'] as const satisfies readonly FigureName[];

const TONES: Readonly<Record<(typeof FUNNEL)[number], Tone>> = {
  sent: 'neutral',
  delivered: 'neutral',
  opened: 'blue',
  clicked: 'purple',
  replied: 'green',
};

/** One bar a stage that is counted, with what does not reach it. */
export function funnelRows(figures: Figures, positiveReplied: Figure, format: Format): BarRow[] {
  return FUNNEL.filter((name) => figures[name].tracked).map((name) => {
    const { count, rate } = figures[name];
    const label = figureLabel(name);
    const lost = lostBefore(name, figures, format);
    const positive = name === 'replied' ? positivePart(positiveReplied, format) : undefined;
    return {
      label,
      name: label,
      level: 0,
      tone: TONES[name],
      series: null,
      value: count,
      interval: null,
      texts: [format.count(count), rate ? format.percent(rate.value) : ''],
      lost,
      details: [
        ...(rate ? rateDetails(rate, format) : [l10n.t('{0} sent', format.count(count))]),
        ...(positive === undefined ? [] : [positive]),
        ...(lost === null ? [] : [lost]),
      ],
    };
  });
}

/** A reply needs no click, so what is lost before it is counted from the delivered mails. */
function lostBefore(name: (typeof FUNNEL)[number], figures: Figures, format: Format): string | null {
  const lost = (from: FigureName): string | null => {
    const count = difference(figures[from].count, figures[name].count);
    return count === null ? null : format.count(count);
  };
  const text = (count: string | null, words: (count: string) => string): string | null =>
    count === null ? null : words(count);
  switch (name) {
    case 'sent':
      return null;
    case 'delivered':
      return text(lost('sent'), (count) => l10n.t('{0} not delivered', count));
    case 'opened':
      return text(lost('delivered'), (count) => l10n.t('{0} not opened', count));
    case 'clicked':
      return text(lost('opened'), (count) => l10n.t('{0} opened without a click', count));
    case 'replied':
      return text(lost('delivered'), (count) => l10n.t('{0} delivered without a reply', count));
  }
}
