import * as l10n from '@vscode/l10n';
import type { ABTest } from '../../analytics/abTest';
import type { Format } from '../../analytics/format';
import type { TestMetric } from '../../analytics/testMetric';
import { differenceIntervalText, differenceText, metricHeading } from '../../analytics/testWords';
import type { VariantPair } from '../../analytics/variantPairs';
import { fraction, rateWithFraction, variantName } from '../../analytics/words';
import type { Cell, Table } from './table';

/** A row a variant: its rate, and what the rate lets one expect of it. */
export function variantsTable({ variants }: ABTest, metric: TestMetric, format: Format): Table {
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

/** As many pairs as are read at once: those of four variants. */
const MOST_PAIRS = 6;

/** A row a pair; where there are many, those of the leader. */
export function pairsTable({ leader, pairs, variants }: ABTest, format: Format): Table {
  const withLeader = ({ a, b }: VariantPair, index: number): boolean =>
    leader === undefined ? index < variants.length - 1 : a === leader || b === leader;
  const shown = pairs.length <= MOST_PAIRS ? pairs : pairs.filter(withLeader);
  return {
    caption: l10n.t('Pairs'),
    columns: [
      l10n.t('Pair'),
      l10n.t('Difference'),
      l10n.t('Lift'),
      l10n.t('p, Holm-adjusted'),
      l10n.t('p, however often one looks'),
    ],
    rows: shown.map((pair) => ({
      header: l10n.t('{0} against {1}', pair.b ?? l10n.t('Main'), pair.a ?? l10n.t('Main')),
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
