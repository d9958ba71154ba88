import * as l10n from '@vscode/l10n';
import type { ABTest } from '../../../analytics/abTest';
import type { Format } from '../../../analytics/format';
import type { TestMetric } from '../../../analytics/testMetric';
import { metricHeading } from '../../../analytics/testWords';
import { fraction, variantName } from '../../../analytics/words';
import type { DataTable } from '../dataTable';

/** A row a variant: its rate, and what the rate lets one expect of it. */
export function variantsTable({ variants, leader }: ABTest, metric: TestMetric, format: Format): DataTable {
  return {
    caption: l10n.t('Variants'),
    columns: [
      l10n.t('Variant'),
      metricHeading(metric),
      l10n.t('95% interval'),
      l10n.t('Probability of being the best'),
      l10n.t('Expected loss'),
    ],
    rows: variants.map(({ label, rate, bestProbability, expectedLoss }) => ({
      header: variantName({ label }),
      ...(label === leader ? { note: l10n.t('highest rate') } : {}),
      cells: [
        { main: format.percent(rate.value), aside: fraction(rate, format) },
        { main: format.interval(rate) },
        { main: format.chance(bestProbability) },
        { main: format.percent(expectedLoss) },
      ],
    })),
  };
}
