import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReportView } from '../../protocol';
import { foreign } from '../foreignText';
import type { PageContext } from '../pageContext';
import { section } from '../section';

/** What is different from the figures of the visit before. */
export function changesSection(
  { changed }: Pick<ReportView, 'changed'>,
  context: PageContext,
): TemplateResult | typeof nothing {
  if (!changed) return nothing;
  const body = html`<ul class="changes-list">
    ${changed.sentences.map((sentence) => html`<li>${foreign(sentence)}</li>`)}
  </ul>`;
  const aside = context.format.dateTime(changed.since);
  return section({ id: 'changes', heading: l10n.t('Since you last looked'), body, aside }, context);
}
