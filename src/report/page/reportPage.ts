import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import type { CampaignReport } from '../../analytics/report';
import type { ReportView } from '../protocol';
import { STATUS_ID } from './announce';
import type { PageContext } from './pageContext';
import { emptyState } from './section';
import { changesSection } from './sections/changesSection';
import { definitionsFold } from './sections/definitionsFold';
import { figureTiles } from './sections/figureTiles';
import { funnelSection } from './sections/funnelSection';
import { daysShown } from './sections/daysShown';
import { header } from './sections/header';
import { healthSection } from './sections/healthSection';
import { leadStatusSection } from './sections/leadStatusSection';
import { momentBanner } from './sections/momentBanner';
import { notesSection } from './sections/notesSection';
import { problemBanner } from './sections/problemBanner';
import { stepsSection } from './sections/stepsSection';
import { subsequencesSection } from './sections/subsequencesSection';
import { summary } from './sections/summary';
import { totalRepliedSection } from './sections/totalRepliedSection';
import { trendSection } from './sections/trendSection';

/** The whole page. `skeleton` stands in for the report while the first one is on its way. */
export function reportPage(view: ReportView, skeleton: Element | null, context: PageContext): TemplateResult {
  return html`
    ${
      view.loading
        ? html`<vscode-progress-bar aria-label=${l10n.t('Loading')} .indeterminate=${true}></vscode-progress-bar>`
        : nothing
    }
    <p id=${STATUS_ID} class="visually-hidden" role="status"></p>
    ${header(view, context)} ${problemBanner(view, context)}
    ${view.report ? reportBody(view, view.report, context) : withoutReport(view, skeleton)}
  `;
}

function withoutReport({ loading, problem }: ReportView, skeleton: Element | null): unknown {
  if (loading) return skeleton;
  return problem ? nothing : emptyState(l10n.t('No figures have been loaded yet.'));
}

function reportBody(view: ReportView, report: CampaignReport, context: PageContext): TemplateResult {
  return html`<div class="report">
    ${momentBanner(view, context)} ${summary(report, context)} ${changesSection(view, context)}
    ${daysShown(view, report, context)} ${figureTiles(report, context.format)} ${healthSection(report, context)}
    ${context.extent === 'whole' ? belowTheFigures(report, context) : nothing}
  </div>`;
}

function belowTheFigures(report: CampaignReport, context: PageContext): TemplateResult {
  return html`${funnelSection(report, context)} ${trendSection(report, context)} ${stepsSection(report, context)}
    ${subsequencesSection(report, context)}
    <div class="leads">${leadStatusSection(report, context)} ${totalRepliedSection(report, context)}</div>
    ${notesSection(report, context)} ${definitionsFold(report, context)}`;
}
