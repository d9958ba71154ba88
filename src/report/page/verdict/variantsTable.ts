import * as l10n from '@vscode/l10n';
import type { ABTest } from '../../../analytics/abTest';
import type { Format } from '../../../analytics/format';
import type { TestMetric } from '../../../analytics/testMetric';
import { variantColumns } from '../../../analytics/testTableWords';
import { fraction, variantName } from '../../../analytics/words';
import type { DataTable } from '../dataTable';

/** A row a variant: its rate, and what the rate lets one expect of it. */
export function variantsTable({ variants, leader }: ABTest, metric: TestMetric, format: Format): DataTable {
  return {
    caption: l10n.t('Variants'),
    columns: variantColumns(metric),
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
