import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { chartRef } from '../../../analytics/chartRef';
import type { Format } from '../../../analytics/format';
import { notTrackedSentence, rateLabel, shareOf } from '../../../analytics/words';
import { barChart, PAPER_WIDTH } from '../chart';
import { dataTable, type DataTable } from '../dataTable';
import { disclosure } from '../disclosure';
import { heading } from '../heading';
import { MOST_ROWS } from '../mostRows';
import type { PageContext } from '../pageContext';
import { emptyState, restNote, sentence } from '../section';
import { verdictCards, type StepsOfSequence } from '../verdict/verdictCards';
import { otherBaseTable } from './otherBaseTable';
import { chartedSteps } from './chartedSteps';
import { isTracked, stepRates, stepRows, type StepRate } from './stepRows';

export interface StepsBody extends StepsOfSequence {
  readonly table: DataTable;
}

/** The steps of one sequence: the verdicts, a chart for each rate over all of them, and their table. */
export function stepsBody(body: StepsBody, context: PageContext): TemplateResult {
  const { steps } = body;
  return html`${
    steps.every((step) => step.figures.sent.count === 0)
      ? emptyState(l10n.t('Nothing has been sent yet.'))
      : html`${verdictCards(body, context)} ${panels(body, context.format)}`
  }
  ${table(body, context)}`;
}

function panels(body: StepsBody, format: Format): TemplateResult {
  const { steps } = body;
  const rates = stepRates(steps).filter((rate) => isTracked(steps, rate));
  const untracked = notTrackedSentence({
    opened: { tracked: isTracked(steps, 'opened') },
    clicked: { tracked: isTracked(steps, 'clicked') },
  });
  const { charted, leftOut } = chartedSteps(steps, format);
  return html`<div class="panels of-${rates.length}">
      ${rates.map((rate) => panel({ ...body, steps: charted }, rate, rates.length, format))}
    </div>
    ${sentence(leftOut)} ${sentence(untracked)}`;
}

function panel(
  { id, level, steps, subsequence }: StepsBody,
  rate: StepRate,
  count: number,
  format: Format,
): TemplateResult {
  const base = steps[0]?.figures[rate].rate?.base;
  const name = rateLabel(rate);
  const words = html`${name}${base === undefined ? nothing : html` <span class="quiet">${shareOf(base)}</span>`}`;
  return html`<div class="panel">
    ${heading(level, words, `${id}-${rate}-heading`)}
    ${barChart(
      `${id}-${rate}`,
      {
        name: l10n.t('{0} by step', name),
        rows: stepRows(steps, rate, format),
        thickness: 'slim',
        tick: format.tick,
        paperWidth: PAPER_WIDTH / (count === 4 ? 2 : count) - 30,
      },
      chartRef(rate, { subsequence }),
    )}
  </div>`;
}

function table({ id, steps, table }: StepsBody, context: PageContext): TemplateResult {
  const { format } = context;
  const draw = (whole: DataTable): TemplateResult =>
    html`${dataTable({ ...whole, rows: whole.rows.slice(0, MOST_ROWS) })} ${restNote(whole.rows.length, format)}
    ${sentence(l10n.t('Below each rate stands its 95% interval.'))}`;
  const other = otherBaseTable(steps, stepRates(steps), format);
  return html`<div class="steps-table">
    ${draw(table)}
    ${
      other
        ? disclosure(
            { id: `${id}-other-base`, label: other.label, kind: 'twin', content: () => draw(other.table()) },
            context,
          )
        : nothing
    }
  </div>`;
}
