import * as l10n from '@vscode/l10n';
import type { VariantPair } from '../../../analytics/variantPairs';
import type { Format } from '../../../analytics/format';
import { pairColumns, pairName } from '../../../analytics/testTableWords';
import { differenceIntervalText } from '../../../analytics/testWords';
import type { DataTable } from '../dataTable';

/** A row a pair: how far apart, and how surely. */
export function pairsTable(pairs: readonly VariantPair[], caption: string, format: Format): DataTable {
  return {
    caption,
    columns: pairColumns(l10n.t('Method'), l10n.t('p')),
    rows: pairs.map((pair) => ({
      header: pairName(pair),
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
