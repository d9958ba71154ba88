import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { Format } from '../../../analytics/format';
import type { StepReport } from '../../../analytics/steps';
import { notTrackedSentence, rateLabel, shareOf } from '../../../analytics/words';
import { barChart, PAPER_WIDTH } from '../chart';
import { dataTable, type DataTable } from '../dataTable';
import { emptyState, MOST_ROWS, restNote, sentence } from '../section';
import { isTracked, stepRates, stepRows, type StepRate } from './stepRows';

export interface StepsBody {
  /** Begins the charts' ids. */
  readonly id: string;
  /** Of the headings of the charts. */
  readonly level: 3 | 4;
  readonly steps: readonly StepReport[];
  readonly table: DataTable;
}

/** The steps of one sequence: a chart for each rate over all of them, and their table. */
export function stepsBody(body: StepsBody, format: Format): TemplateResult {
  const { steps, table } = body;
  return html`${
      steps.every((step) => step.figures.sent.count === 0)
        ? emptyState(l10n.t('Nothing has been sent yet.'))
        : panels(body, format)
    }
    <div class="steps-table">
      ${dataTable({ ...table, rows: table.rows.slice(0, MOST_ROWS) })} ${restNote(table.rows.length, format)}
    </div>`;
}

function panels(body: StepsBody, format: Format): TemplateResult {
  const { steps } = body;
  const rates = stepRates(steps).filter((rate) => isTracked(steps, rate));
  const untracked = notTrackedSentence({
    opened: { tracked: isTracked(steps, 'opened') },
    clicked: { tracked: isTracked(steps, 'clicked') },
  });
  return html`<div class="panels of-${rates.length}">
      ${rates.map((rate) => panel(body, rate, rates.length, format))}
    </div>
    ${sentence(untracked)}`;
}

function panel({ id, level, steps }: StepsBody, rate: StepRate, count: number, format: Format): TemplateResult {
  const base = steps[0]?.figures[rate].rate?.base;
  const name = rateLabel(rate);
  const heading = html`${name}${base === undefined ? nothing : html` <span class="quiet">${shareOf(base)}</span>`}`;
  return html`<div class="panel">
    ${level === 3 ? html`<h3>${heading}</h3>` : html`<h4>${heading}</h4>`}
    ${barChart(`${id}-${rate}`, {
      name: l10n.t('{0} by step', name),
      rows: stepRows(steps, rate, format).slice(0, MOST_ROWS),
      thickness: 'slim',
      tick: format.tick,
      paperWidth: PAPER_WIDTH / (count === 4 ? 2 : count) - 30,
    })}
  </div>`;
}
