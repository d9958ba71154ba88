import { html, nothing, type TemplateResult } from 'lit';
import type { CampaignReport } from '../../../analytics/report';
import { daysText } from '../../../analytics/words';
import type { ReportView } from '../../protocol';
import type { PageContext } from '../pageContext';
import { isAllTime } from '../period/customDays';

/** Which days the figures are really of: the chosen ones may be on their way, or not to be had. */
export function daysShown(
  { period }: Pick<ReportView, 'period'>,
  report: CampaignReport,
  { format }: PageContext,
): TemplateResult | typeof nothing {
  return period.kind === 'all' && isAllTime(report.period)
    ? nothing
    : html`<p class="days">${daysText(report.period, format)}</p>`;
}
