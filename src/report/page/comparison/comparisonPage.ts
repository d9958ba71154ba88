import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import type { Comparison } from '../../../analytics/comparison';
import { comparisonSentence, priorSentence } from '../../../analytics/comparisonWords';
import type { ComparisonView } from '../../protocol';
import { STATUS_ID } from '../announce';
import { dataTable } from '../dataTable';
import { foreign } from '../foreignText';
import type { PageContext } from '../pageContext';
import { emptyState, section, sentence } from '../section';
import { definitionsFold } from '../sections/definitionsFold';
import { problemBanner } from '../sections/problemBanner';
import { comparisonHeader } from './comparisonHeader';
import { rateSection } from './rateSection';
import { subjectsTable } from './subjectsTable';

/** Campaigns, or periods of one, side by side. */
export function comparisonPage(view: ComparisonView, context: PageContext): TemplateResult {
  const { comparison, loading, problem, fetchedAt } = view;
  return html`
    ${
      loading
        ? html`<vscode-progress-bar aria-label=${l10n.t('Loading')} .indeterminate=${true}></vscode-progress-bar>`
        : nothing
    }
    <p id=${STATUS_ID} class="visually-hidden" role="status"></p>
    ${comparisonHeader(view, context)} ${problemBanner({ problem, loading, fetchedAt, report: comparison }, context)}
    ${comparison ? body(comparison, context) : loading || problem ? nothing : emptyState(l10n.t('No figures have been loaded yet.'))}
  `;
}

function body(comparison: Comparison, context: PageContext): TemplateResult {
  const { format } = context;
  const subjects = section(
    {
      id: 'subjects',
      heading: l10n.t('Campaigns'),
      body: html`${dataTable(subjectsTable(comparison, format))}
      ${sentence(comparison.prior ? priorSentence(comparison.prior, format) : undefined)}`,
    },
    context,
  );
  return html`<div class="report">
    <p class="summary">${foreign(comparisonSentence(comparison, format))}</p>
    ${subjects} ${context.extent === 'whole' ? belowTheFigures(comparison, context) : nothing}
  </div>`;
}

function belowTheFigures(comparison: Comparison, context: PageContext): TemplateResult {
  return html`${comparison.rates.map((rate) => rateSection(comparison, rate, context))}
  ${definitionsFold(comparison, context)}`;
}
