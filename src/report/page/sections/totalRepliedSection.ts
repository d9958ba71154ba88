import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { CampaignReport } from '../../../analytics/report';
import type { PageContext } from '../pageContext';
import { section } from '../section';

/** The one count that SendKit gives outside of its totals. */
export function totalRepliedSection({ totalReplied }: CampaignReport, { format }: PageContext): TemplateResult {
  return section('total-replied', l10n.t('Total replied'), html`<p class="total">${format.count(totalReplied)}</p>`);
}
