import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { CampaignReport } from '../../../analytics/report';
import { noteSentence } from '../../../analytics/words';
import { foreign } from '../foreignText';
import { icon } from '../icon';
import type { PageContext } from '../pageContext';
import { section } from '../section';

/** What a reader should know before trusting a figure. */
export function notesSection({ notes }: CampaignReport, { format }: PageContext): TemplateResult | typeof nothing {
  if (notes.length === 0) return nothing;
  const items = notes.map((note) => html`<li>${icon('info')}<span>${foreign(noteSentence(note, format))}</span></li>`);
  return section(
    'notes',
    l10n.t('Data notes'),
    html`<ul class="notes">
      ${items}
    </ul>`,
  );
}
