import * as l10n from '@vscode/l10n';
import type { EngagementBase } from '../../analytics/figures';
import type { Format } from '../../analytics/format';
import type { CampaignReport } from '../../analytics/report';
import type { SubsequenceReport } from '../../analytics/subsequences';
import { subsequenceName } from '../../analytics/words';
import { restSentence } from '../exportRest';
import { sequencesTable, subsequenceFacts, subsequenceTable } from '../tables/subsequenceTables';
import { htmlTable } from './htmlTable';
import { foreign, html, type Markup } from './markup';
import { paragraphs, section } from './section';
import { stepCharts, verdictCards } from './stepsSection';

/** More of them than a person reads. */
const MOST_SUBSEQUENCES = 30;

/** The follow-ups inside the campaign, each with its own steps. */
export function subsequencesSection(report: CampaignReport, format: Format): Markup | null {
  const totals = sequencesTable(report, format);
  const shown = report.subsequences.slice(0, MOST_SUBSEQUENCES);
  if (!totals && shown.length === 0) return null;
  const all = report.subsequences.length;
  return section('subsequences', l10n.t('Subsequences'), [
    totals ? htmlTable(totals) : null,
    ...shown.map((subsequence, index) => drawOne(subsequence, `subsequence-${index}`, report.rateBase, format)),
    all > shown.length ? paragraphs([restSentence(shown.length, all)]) : null,
  ]);
}

function drawOne(subsequence: SubsequenceReport, id: string, base: EngagementBase, format: Format): Markup {
  const { steps } = subsequence;
  const facts = subsequenceFacts(subsequence, format);
  return html`<div class="subsequence">
    <h3>${foreign(subsequenceName(subsequence))}</h3>
    ${facts.length === 0 ? null : html`<p class="quiet">${foreign(facts.join(' · '))}</p>`}
    ${verdictCards(steps, { prefix: id, level: 'h4', base, format })}${
      steps.length === 0 ? paragraphs([l10n.t('No step has been sent yet.')]) : stepCharts(id, steps, format)
    }${htmlTable(subsequenceTable(subsequence, format))}
  </div> `;
}
