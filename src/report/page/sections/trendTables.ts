import * as l10n from '@vscode/l10n';
import type { Format } from '../../../analytics/format';
import type { Trend } from '../../../analytics/trend';
import { figureLabel, fraction, rateLabel } from '../../../analytics/words';
import type { DataTable } from '../dataTable';
import { MOST_ROWS } from '../mostRows';
import type { TrendCount } from './trendSlots';
import type { TrendRate } from './trendSeries';

/** A row a day, the newest first, and not more than a person reads. */
export function countsTable({ days }: Trend, names: readonly TrendCount[], format: Format): DataTable {
  return {
    caption: l10n.t('Counts by day'),
    columns: [l10n.t('Day'), ...names.map(figureLabel)],
    rows: newest(days).map((day) => ({
      header: format.day(day.date),
      cells: names.map((name) => ({ main: format.count(day[name]) })),
    })),
  };
}

/** A row a day with the rates of the seven days up to it, the newest first. */
export function ratesTable({ windows }: Trend, names: readonly TrendRate[], format: Format): DataTable {
  return {
    caption: l10n.t('Rates over seven days'),
    columns: [l10n.t('Seven days to'), ...names.map(rateLabel)],
    rows: newest(windows).map((window) => ({
      header: format.day(window.date),
      cells: names.map((name) => ({
        main: format.percent(window[name].value),
        aside: fraction(window[name], format),
        below: window[name].interval ? format.interval(window[name]) : undefined,
      })),
    })),
  };
}

function newest<Row>(rows: readonly Row[]): Row[] {
  return rows.slice(-MOST_ROWS).reverse();
}
