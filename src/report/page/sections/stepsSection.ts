import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../../../analytics/format';
import type { CampaignReport } from '../../../analytics/report';
import type { StepReport } from '../../../analytics/steps';
import { rateLabel, shareOf } from '../../../analytics/words';
import { barChart, PAPER_WIDTH } from '../chart';
import { dataTable } from '../dataTable';
import type { PageContext } from '../pageContext';
import { emptyState, MOST_ROWS, restNote, section } from '../section';
import { stepRates, stepRows, type StepRate } from './stepRows';
import { stepsTable } from './stepsTable';

/** Which e-mail and which variant works: a chart for each rate over all steps, and a table of the counts. */
export function stepsSection({ steps }: CampaignReport, { format }: PageContext): TemplateResult {
  const heading = l10n.t('Steps');
  if (steps.length === 0) return section('steps', heading, emptyState(l10n.t('No step has been sent yet.')));
  const rates = stepRates(steps);
  const table = stepsTable(steps, rates, format);
  const body = html`${
      steps.every((step) => step.figures.sent.count === 0)
        ? emptyState(l10n.t('Nothing has been sent yet.'))
        : html`<div class="panels of-${rates.length}">
            ${rates.map((rate) => panel(steps, rate, rates.length, format))}
          </div>`
    }
    <div class="steps-table">
      ${dataTable({ ...table, rows: table.rows.slice(0, MOST_ROWS) })} ${restNote(table.rows.length, format)}
    </div>`;
  return section('steps', heading, body);
}

function panel(steps: readonly StepReport[], rate: StepRate, panels: number, format: Format): TemplateResult {
  const base = steps[0]?.figures[rate].rate?.base;
  const share = base && shareOf(base);
  const name = rateLabel(rate);
  return html`<div class="panel">
    <h3>${name}${share === undefined ? nothing : html` <span class="quiet">${share}</span>`}</h3>
    ${barChart(`steps-${rate}`, {
      name: l10n.t('{0} by step', name),
      rows: stepRows(steps, rate, format).slice(0, MOST_ROWS),
      thickness: 'slim',
      tick: format.tick,
      paperWidth: PAPER_WIDTH / (panels === 3 ? 3 : 2) - 30,
    })}
  </div>`;
}
