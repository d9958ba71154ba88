import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { CampaignReport } from '../../../analytics/report';
import { definitions } from '../../../analytics/words';
import { disclosure } from '../disclosure';
import type { PageContext } from '../pageContext';

/** What each rate divides by what, at the end for those who ask. */
export function definitionsFold(report: Pick<CampaignReport, 'rateBase'>, context: PageContext): TemplateResult {
  const label = l10n.t('How these figures are calculated');
  const content = html`<dl class="definitions">
    ${definitions(report).map(
      ({ term, meaning }) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${meaning}</dd>
        </div>`,
    )}
  </dl>`;
  return disclosure({ id: 'definitions', label, kind: 'definitions-fold', content }, context);
}
