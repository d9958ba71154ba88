import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { PlainMessage, ReportProblem, ReportView } from '../../protocol';
import { button } from '../button';
import { icon } from '../icon';
import type { PageContext } from '../pageContext';

/** What went wrong, what can be done about it, and how old the figures below are. */
export function problemBanner(
  {
    problem,
    report,
    fetchedAt,
    loading,
  }: Pick<ReportView, 'problem' | 'fetchedAt' | 'loading'> & { readonly report: object | null },
  { format, host }: PageContext,
): TemplateResult | typeof nothing {
  // What is being tried again is not known to have failed yet.
  if (!problem || loading) return nothing;
  const post = (type: PlainMessage['type']) => () => host.post({ type });
  return html`<div class="problem">
    ${icon('error')}
    <div role="alert">
      <p>${problem.message}</p>
      ${
        report && fetchedAt !== null
          ? html`<p class="quiet">${l10n.t('Figures of {0}', format.dateTime(fetchedAt))}</p>`
          : nothing
      }
    </div>
    <div class="actions">
      ${button({ id: 'remedy', label: remedyLabel(problem.remedy), onClick: post(problem.remedy) })}
      ${button({ id: 'show-log', label: l10n.t('Show Log'), secondary: true, onClick: post('showLog') })}
    </div>
  </div>`;
}

function remedyLabel(remedy: ReportProblem['remedy']): string {
  switch (remedy) {
    case 'setApiKey':
      return l10n.t('Set API Key');
    case 'selectWorkspace':
      return l10n.t('Select Workspace');
    case 'openBaseUrlSetting':
      return l10n.t('Open Setting');
    case 'refresh':
      return l10n.t('Try Again');
  }
}
