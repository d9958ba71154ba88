import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { ABTest } from '../../../analytics/abTest';
import { pairsInOrder } from '../../../analytics/pairsInOrder';
import { metricSentence } from '../../../analytics/testWords';
import { dataTable } from '../dataTable';
import { disclosure } from '../disclosure';
import type { PageContext } from '../pageContext';
import { sentence } from '../section';
import { pairsTable } from './pairsTable';
import { variantsTable } from './variantsTable';

/** What a verdict rests on: the rates, every pair's test, and why this metric. Nothing where nothing could be compared. */
export function testFigures(id: string, test: ABTest, context: PageContext): TemplateResult | typeof nothing {
  const { metric, word } = test;
  if (metric === null || word === null) return nothing;
  const { format } = context;
  const { first, rest } = pairsInOrder(test);
  const otherPairs = (): TemplateResult => dataTable(pairsTable(rest, l10n.t('Other pairs'), format));
  return html`${dataTable(variantsTable(test, metric, format))} ${dataTable(pairsTable(first, l10n.t('Pairs'), format))}
  ${
    rest.length === 0
      ? nothing
      : disclosure(
          {
            id: `${id}-pairs`,
            label: rest.length === 1 ? l10n.t('Another pair') : l10n.t('{0} other pairs', format.count(rest.length)),
            kind: 'pairs',
            content: otherPairs,
          },
          context,
        )
  }
  ${sentence(metricSentence(test))}`;
}
