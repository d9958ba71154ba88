import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../../../analytics/format';
import type { CampaignReport } from '../../../analytics/report';
import type { SubsequenceReport } from '../../../analytics/subsequences';
import { leadsEntered } from '../../../analytics/words';
import { dataTable, type DataTable } from '../dataTable';
import { foreign } from '../foreignText';
import type { PageContext } from '../pageContext';
import { emptyState, section } from '../section';
import { stepRates } from './stepRows';
import { stepsBody } from './stepsBody';
import { figureCells, figureColumns, stepsTable } from './stepsTable';

/** More of them than a person reads, each with charts of its own. */
const MOST_SUBSEQUENCES = 30;

/** The follow-ups inside the campaign, each with its own steps, which are never those of the main sequence. */
export function subsequencesSection(
  { bySequence, subsequences }: CampaignReport,
  context: PageContext,
): TemplateResult | typeof nothing {
  const { format } = context;
  const totals = bySequence && (bySequence.subsequence.sent.count ?? 0) > 0 ? bySequence : null;
  if (!totals && subsequences.length === 0) return nothing;
  const rest =
    subsequences.length > MOST_SUBSEQUENCES
      ? emptyState(
          l10n.t(
            'The first {0} of {1} subsequences are shown.',
            format.count(MOST_SUBSEQUENCES),
            format.count(subsequences.length),
          ),
        )
      : nothing;
  const body = html`${totals ? dataTable(totalsTable(totals, format)) : nothing}
  ${subsequences.slice(0, MOST_SUBSEQUENCES).map((one, index) => drawOne(one, index, context))} ${rest}`;
  return section({ id: 'subsequences', heading: l10n.t('Subsequences'), body }, context);
}

/** What the main sequence and all subsequences together did. */
function totalsTable({ main, subsequence }: NonNullable<CampaignReport['bySequence']>, format: Format): DataTable {
  const rates = stepRates([{ figures: main }, { figures: subsequence }]);
  return {
    caption: l10n.t('Main sequence and subsequences'),
    columns: [l10n.t('Sequence'), ...figureColumns(rates)],
    rows: [
      { header: l10n.t('Main sequence'), cells: figureCells(main, rates, format) },
      { header: l10n.t('All subsequences'), cells: figureCells(subsequence, rates, format) },
    ],
  };
}

function drawOne(subsequence: SubsequenceReport, place: number, context: PageContext): TemplateResult {
  const id = `subsequence-${place}`;
  const { format } = context;
  const { steps, figures } = subsequence;
  const name = subsequence.name ?? l10n.t('Subsequence without a name');
  const rates = stepRates([...steps, subsequence]);
  const table: DataTable = {
    ...stepsTable(steps, rates, format),
    caption: l10n.t('Steps of {0}', name),
    total: { header: l10n.t('Whole subsequence'), cells: figureCells(figures, rates, format) },
  };
  return html`<article class="subsequence" aria-labelledby="${id}-heading">
    <h3 id="${id}-heading">${foreign(name)}</h3>
    <ul class="facts quiet">
      ${factsOf(subsequence, format).map((fact) => html`<li>${foreign(fact)}</li>`)}
    </ul>
    ${
      steps.length === 0
        ? html`${emptyState(l10n.t('No step has been sent yet.'))}
          ${(figures.sent.count ?? 0) > 0 ? dataTable(table) : nothing}`
        : stepsBody({ id, level: 4, steps, subsequence: place, table }, context)
    }
  </article>`;
}

/** What leads a lead into it, whether it runs, and how many it has. */
function factsOf({ trigger, enabled, archived, added, enrolled }: SubsequenceReport, format: Format): string[] {
  return [
    trigger === null ? undefined : l10n.t('enters on the tag “{0}”', trigger),
    stateOf(enabled, archived),
    added === null ? undefined : leadsEntered(added, format),
    enrolled === null ? undefined : l10n.t('{0} in it now', format.count(enrolled)),
  ].filter((fact) => fact !== undefined);
}

function stateOf(enabled: boolean | null, archived: boolean | null): string | undefined {
  if (archived === true) return l10n.t('archived');
  if (enabled === null) return undefined;
  return enabled ? l10n.t('enabled') : l10n.t('switched off');
}
