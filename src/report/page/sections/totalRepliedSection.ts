import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { CampaignReport } from '../../../analytics/report';
import type { PageContext } from '../pageContext';
import { section } from '../section';

/** The one count that SendKit gives outside of its totals. */
export function totalRepliedSection({ totalReplied }: CampaignReport, context: PageContext): TemplateResult {
  const body = html`<p class="total">${context.format.count(totalReplied)}</p>`;
  return section({ id: 'total-replied', heading: l10n.t('Total replied'), body }, context);
}
