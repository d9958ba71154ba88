import * as l10n from '@vscode/l10n';
import type { ABTest } from '../../analytics/abTest';
import type { Format } from '../../analytics/format';
import type { TestMetric } from '../../analytics/testMetric';
import { pairsInOrder } from '../../analytics/pairsInOrder';
import { pairColumns, pairName, variantColumns } from '../../analytics/testTableWords';
import { differenceIntervalText, differenceText } from '../../analytics/testWords';
import type { VariantPair } from '../../analytics/variantPairs';
import { fraction, rateWithFraction, variantName } from '../../analytics/words';
import type { Cell, Table } from './table';

/** A row a variant: its rate, and what the rate lets one expect of it. */
export function variantsTable({ variants }: ABTest, metric: TestMetric, format: Format): Table {
  return {
    caption: l10n.t('Variants'),
    columns: variantColumns(metric),
    rows: variants.map(({ label, rate, bestProbability, expectedLoss }) => ({
      header: variantName({ label }),
      cells: [
        {
          main: format.percent(rate.value),
          quiet: [fraction(rate, format)],
          line: rateWithFraction(rate, format),
        },
        { main: format.interval(rate) },
        { main: format.chance(bestProbability) },
        { main: format.percent(expectedLoss) },
      ],
    })),
  };
}

/** A row a pair; where there are many, those that the verdict rests on. */
export function pairsTable(test: ABTest, format: Format): Table {
  return {
    caption: l10n.t('Pairs'),
    columns: pairColumns(),
    rows: pairsInOrder(test).first.map((pair) => ({
      header: pairName(pair),
      cells: [
        differenceCell(pair, format),
        { main: format.lift(pair.lift) },
        { main: format.pValue(pair.adjustedP) },
        { main: format.pValue(pair.alwaysValidP) },
      ],
    })),
  };
}

function differenceCell(pair: VariantPair, format: Format): Cell {
  const interval = differenceIntervalText(pair, format);
  return {
    main: l10n.t('{0} points', format.points(pair.difference)),
    ...(interval === undefined ? {} : { quiet: [interval] }),
    line: differenceText(pair, format),
  };
}
