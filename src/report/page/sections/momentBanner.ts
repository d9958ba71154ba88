import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReportView } from '../../protocol';
import { button } from '../button';
import { icon } from '../icon';
import type { PageContext } from '../pageContext';

/** Says that these are no figures of now, and leads back. */
export function momentBanner(
  { moment }: Pick<ReportView, 'moment'>,
  { format, host }: PageContext,
): TemplateResult | typeof nothing {
  if (moment === null) return nothing;
  const sentence = l10n.t('Figures as they were known on {0}. Daily figures are not kept.', format.dateTime(moment));
  const backToNow = (): void => host.post({ type: 'showMoment', at: null });
  return html`<div class="moment">
    ${icon('clockface')}
    <p>${sentence}</p>
    <div class="actions">${button({ id: 'back-to-now', label: l10n.t('Back to Now'), onClick: backToNow })}</div>
  </div>`;
}
