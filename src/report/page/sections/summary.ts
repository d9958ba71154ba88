import { html, type TemplateResult } from 'lit';
import type { CampaignReport } from '../../../analytics/report';
import { summaryText } from '../../../analytics/summaryWords';
import { foreign } from '../foreignText';
import type { PageContext } from '../pageContext';

/** How the campaign does and what to do next, before any figure. */
export function summary(report: CampaignReport, { format }: PageContext): TemplateResult {
  return html`<p class="summary">${foreign(summaryText(report, format))}</p>`;
}
