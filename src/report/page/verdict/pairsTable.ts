import * as l10n from '@vscode/l10n';
import type { ABTest } from '../../../analytics/abTest';
import type { VariantPair } from '../../../analytics/variantPairs';
import type { Format } from '../../../analytics/format';
import { differenceIntervalText } from '../../../analytics/testWords';
import type { DataTable } from '../dataTable';

/** As many pairs as are read at once: those of four variants. */
const MOST_PAIRS = 6;

/** The pairs that a verdict rests on, and the others where there are many. */
export function pairsInOrder({ leader, pairs, variants }: Pick<ABTest, 'leader' | 'pairs' | 'variants'>): {
  readonly first: readonly VariantPair[];
  readonly rest: readonly VariantPair[];
} {
  const isFirst = ({ a, b }: VariantPair, index: number): boolean =>
    leader === undefined ? index < variants.length - 1 : a === leader || b === leader;
  const first = pairs.filter(isFirst);
  const rest = pairs.filter((pair) => !first.includes(pair));
  return pairs.length <= MOST_PAIRS ? { first: [...first, ...rest], rest: [] } : { first, rest };
}

/** A row a pair: how far apart, and how surely. */
export function pairsTable(pairs: readonly VariantPair[], caption: string, format: Format): DataTable {
  return {
    caption,
    columns: [
      l10n.t('Pair'),
      l10n.t('Difference'),
      l10n.t('Lift'),
      l10n.t('Method'),
      l10n.t('p'),
      l10n.t('p, Holm-adjusted'),
      l10n.t('p, however often one looks'),
    ],
    rows: pairs.map((pair) => ({
      header: l10n.t('{0} against {1}', pair.b ?? l10n.t('Main'), pair.a ?? l10n.t('Main')),
      cells: [
        {
          main: l10n.t('{0} points', format.points(pair.difference)),
          below: differenceIntervalText(pair, format),
        },
        { main: format.lift(pair.lift) },
        { main: methodName(pair.method) },
        { main: format.pValue(pair.p) },
        { main: format.pValue(pair.adjustedP) },
        { main: format.pValue(pair.alwaysValidP) },
      ],
    })),
  };
}

function methodName(method: VariantPair['method']): string {
  switch (method) {
    case 'z':
      return l10n.t('z test');
    case 'fisher':
      return l10n.t('Fisher’s exact test');
  }
}
