import * as l10n from '@vscode/l10n';
import { nothing, type TemplateResult } from 'lit';
import type { CampaignReport } from '../../../analytics/report';
import { noteSentence } from '../../../analytics/noteWords';
import { noteList } from '../noteList';
import type { PageContext } from '../pageContext';
import { section } from '../section';

/** What a reader should know before trusting a figure. */
export function notesSection({ notes }: CampaignReport, context: PageContext): TemplateResult | typeof nothing {
  if (notes.length === 0) return nothing;
  const body = noteList(notes.map((note) => noteSentence(note, context.format)));
  return section({ id: 'notes', heading: l10n.t('Data notes'), body }, context);
}
