import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { ABTest } from '../../../analytics/abTest';
import type { ChartRef } from '../../../analytics/chartRef';
import type { StepReport } from '../../../analytics/steps';
import {
  baseOf,
  metricCaution,
  metricHeading,
  planSentence,
  testCautions,
  verdictLabel,
  verdictSentence,
} from '../../../analytics/testWords';
import { shareOf, stepTitle } from '../../../analytics/words';
import { barChart, PAPER_WIDTH } from '../chart';
import { disclosure } from '../disclosure';
import { foreign } from '../foreignText';
import { heading, type HeadingLevel } from '../heading';
import { icon } from '../icon';
import { noteList } from '../noteList';
import type { PageContext } from '../pageContext';
import { testFigures } from './testFigures';
import { variantRows } from './variantRows';
import { verdictIcon } from './verdictIcon';

export interface TestedStep {
  /** Begins the ids of the card's parts. */
  readonly id: string;
  readonly step: StepReport;
  readonly test: ABTest;
  readonly chart: ChartRef;
}

/** What can be said of a tested step: the word first, then one plain sentence, the rates, and the rest on request. */
export function verdictCard(tested: TestedStep, level: HeadingLevel, context: PageContext): TemplateResult {
  const { id, step, test } = tested;
  const { format } = context;
  const words = html`<span class="quiet">${foreign(stepTitle(step))}</span>
    <span class="word">${icon(verdictIcon(test))}<span>${foreign(verdictLabel(test))}</span></span>`;
  return html`<article class="verdict word-${test.word ?? 'none'}" aria-labelledby="${id}-heading">
    <div class="verdict-body">
      <div>
        ${heading(level, words, `${id}-heading`)}
        <p>${foreign(verdictSentence(test, format))}</p>
        ${test.word === null ? nothing : html`<p class="quiet">${foreign(planSentence(test.plan, baseOf(test), format))}</p>`}
        ${cautions(test, context)}
      </div>
      ${rates(tested, context)}
    </div>
    ${
      test.word === null
        ? nothing
        : disclosure(
            {
              id: `${id}-figures`,
              label: l10n.t('Figures behind the verdict'),
              kind: 'figures-fold',
              content: () => html`${testFigures(id, test, context)}`,
            },
            context,
          )
    }
  </article>`;
}

function cautions(test: ABTest, { format }: PageContext): TemplateResult | typeof nothing {
  const caution = metricCaution(test);
  const all = [...testCautions(test, format), ...(caution === undefined ? [] : [caution])];
  return all.length === 0 ? nothing : noteList(all);
}

function rates({ id, test, chart }: TestedStep, { format }: PageContext): TemplateResult | typeof nothing {
  if (test.metric === null || test.word === null) return nothing;
  const metric = metricHeading(test.metric);
  return html`<div>
    <p><strong>${metric}</strong> <span class="quiet">${shareOf(baseOf(test))}</span></p>
    ${barChart(
      id,
      {
        name: l10n.t('{0} by variant', metric),
        rows: variantRows(test, format),
        thickness: 'slim',
        tick: format.tick,
        paperWidth: PAPER_WIDTH - 30,
      },
      chart,
    )}
  </div>`;
}
