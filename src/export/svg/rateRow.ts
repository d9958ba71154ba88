import * as l10n from '@vscode/l10n';
import type { Figure } from '../../analytics/figures';
import type { Format } from '../../analytics/format';
import { listed } from '../../analytics/joinedWords';
import { figureCount, intervalText, rateWithFraction } from '../../analytics/words';
import type { BarRow } from './barChart';

type Place = Pick<BarRow, 'label' | 'tone' | 'variant'> & { readonly name?: string };

/** A figure's rate with the whisker of its interval. */
export function rateRow({ rate, tracked, count }: Figure, place: Place, format: Format): BarRow {
  const { label, tone, variant, name = label } = place;
  if (rate === null || !tracked || count === null) {
    const value = figureCount({ count: null, tracked }, format);
    return { label, tone, variant, value, length: null, interval: null, details: l10n.t('{0}: {1}', name, value) };
  }
  const details = listed([rateWithFraction(rate, format), intervalText(rate, format)]);
  return {
    label,
    tone,
    variant,
    value: format.percent(rate.value),
    length: rate.value,
    interval: rate.interval,
    details: l10n.t('{0}: {1}', name, details),
  };
}
