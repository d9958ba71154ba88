import * as l10n from '@vscode/l10n';
import type { ABTest } from '../../analytics/abTest';
import type { EngagementBase } from '../../analytics/figures';
import type { Format } from '../../analytics/format';
import type { StepReport } from '../../analytics/steps';
import { metricSentences, planSentence, testCautions, verdictLabel, verdictSentence } from '../../analytics/testWords';
import { stepTitle } from '../../analytics/words';
import { pairsTable, variantsTable } from '../tables/variantTables';
import { variantsChart } from '../svg/variantsChart';
import { htmlTable } from './htmlTable';
import { foreign, html, type Markup } from './markup';
import { barFigure, paragraphs } from './section';

interface CardOptions {
  /** Unique in the page. */
  readonly id: string;
  readonly level: 'h3' | 'h4';
  readonly base: EngagementBase;
  readonly format: Format;
}

/** What can be said of a tested step: the word first, then one plain sentence, then the figures. */
export function verdictCard(step: StepReport, test: ABTest, { id, level, base, format }: CardOptions): Markup {
  const { word, metric } = test;
  const title = html`<span class="quiet">${foreign(stepTitle(step))}</span>
    <span class="word">${foreign(verdictLabel(test))}</span>`;
  const heading = level === 'h3' ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`;
  const sentence = html`<p>${foreign(verdictSentence(test, format))}</p> `;
  if (word === null || metric === null) {
    return html`<article class="verdict none">${heading} ${sentence}</article> `;
  }
  return html`<article class="verdict ${word}">
    <div class="pair">
      <div>
        ${heading}
        ${sentence}${paragraphs([planSentence(test.plan, base, format), ...metricSentences(test), ...testCautions(test, format)])}
      </div>
      ${barFigure(variantsChart(id, stepTitle(step), test, metric, format))}
    </div>
    ${htmlTable(namedTable(variantsTable(test, metric, format), step))}
    ${test.pairs.length === 0 ? null : htmlTable(namedTable(pairsTable(test, format), step))}
  </article> `;
}

/** Several tables of a page must not have the same name. */
function namedTable<Named extends { readonly caption: string }>(table: Named, step: StepReport): Named {
  return { ...table, caption: l10n.t('{0}: {1}', stepTitle(step), table.caption) };
}
