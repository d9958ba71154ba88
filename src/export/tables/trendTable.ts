import * as l10n from '@vscode/l10n';
import type { Figures } from '../../analytics/figures';
import type { Format } from '../../analytics/format';
import type { Trend } from '../../analytics/trend';
import { daysText, figureLabel, fraction, rateLabel } from '../../analytics/words';
import type { Table } from './table';
import { slotLength, slotsOf, TREND_COUNTS, type TrendCount, type TrendSlot } from './trendSlots';

export const TREND_RATES = ['opened', 'clicked', 'replied', 'bounced'] as const;
export type TrendRate = (typeof TREND_RATES)[number];

/** The counts that somebody counts, and that are known of at least one day. */
export function knownCounts({ days }: Trend, figures: Figures): TrendCount[] {
  return TREND_COUNTS.filter(
    (name) => (name === 'positiveReplied' || figures[name].tracked) && days.some((day) => day[name] !== null),
  );
}

/** The rates that somebody counts, and that have a value on at least one day. */
export function knownRates({ windows }: Trend, figures: Figures): TrendRate[] {
  return TREND_RATES.filter((name) => figures[name].tracked && windows.some((window) => window[name].value !== null));
}

/** What the charts of the trend draw: counts, and the rates of the seven days up to then. */
export function trendTable(trend: Trend, figures: Figures, format: Format): Table {
  const counts = knownCounts(trend, figures);
  const rates = knownRates(trend, figures);
  return {
    caption: l10n.t('Trend'),
    columns: [
      l10n.t('Days'),
      ...counts.map(figureLabel),
      ...rates.map((name) => l10n.t('{0}, seven days', rateLabel(name))),
    ],
    rows: slotsOf(trend, slotLength(trend))
      .reverse()
      .map((slot) => ({
        header: slotName(slot, format),
        cells: [
          ...counts.map((name) => ({ main: format.count(slot.counts[name]) })),
          ...rates.map((name) => {
            const rate = slot.window?.[name];
            return rate ? { main: format.percent(rate.value), quiet: [fraction(rate, format)] } : { main: '' };
          }),
        ],
      })),
  };
}

export function slotName({ from, to }: Pick<TrendSlot, 'from' | 'to'>, format: Format): string {
  return from === to ? format.day(to) : daysText({ from, to }, format);
}
