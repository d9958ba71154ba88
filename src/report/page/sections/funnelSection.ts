import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import { chartRef } from '../../../analytics/chartRef';
import type { Figure } from '../../../analytics/figures';
import type { Format } from '../../../analytics/format';
import type { CampaignReport } from '../../../analytics/report';
import { figureCount, figureLabel, fraction, notTrackedSentence, percentOf } from '../../../analytics/words';
import { chartWithTable, PAPER_WIDTH } from '../chart';
import type { BarChartModel } from '../charts/barChart';
import type { DataTable, TableRow } from '../dataTable';
import type { PageContext } from '../pageContext';
import { emptyState, section, sentence } from '../section';
import { FUNNEL, funnelRows } from './funnelRows';

/** From sent to replied. */
export function funnelSection({ figures, positiveReplied }: CampaignReport, context: PageContext): TemplateResult {
  const { format } = context;
  const heading = l10n.t('Funnel');
  if (FUNNEL.every((name) => (figures[name].count ?? 0) === 0)) {
    const nothingYet =
      figures.sent.count === null ? l10n.t('SendKit gave no counts yet.') : l10n.t('Nothing has been sent yet.');
    return section({ id: 'funnel', heading, body: emptyState(nothingYet) }, context);
  }
  const table: DataTable = {
    caption: heading,
    columns: [l10n.t('Stage'), l10n.t('Count'), l10n.t('Rate'), l10n.t('Fraction'), l10n.t('95% interval')],
    rows: [
      ...FUNNEL.map((name) => tableRow(figures[name], format)),
      ...(positiveReplied.count === null ? [] : [{ ...tableRow(positiveReplied, format), level: 1 as const }]),
    ],
  };
  const model: BarChartModel = {
    name: heading,
    rows: funnelRows(figures, positiveReplied, format),
    thickness: 'tall',
    tick: null,
    paperWidth: PAPER_WIDTH,
  };
  const chart = chartWithTable('funnel-chart', model, chartRef('funnel'), table, context, 'wide');
  const body = html`${chart} ${sentence(notTrackedSentence(figures))}`;
  return section({ id: 'funnel', heading, body }, context);
}

/** `8.0% of sent`, where the rate beside it is of delivered. */
function otherRateText({ otherRate, tracked }: Figure, format: Format): string | undefined {
  return otherRate?.interval && tracked ? percentOf(otherRate, format) : undefined;
}

function tableRow(figure: Figure, format: Format): TableRow {
  const rate = figure.tracked ? figure.rate : null;
  return {
    header: figureLabel(figure.name),
    cells: [
      { main: figureCount(figure, format) },
      { main: rate ? format.percent(rate.value) : '', below: otherRateText(figure, format) },
      { main: rate ? fraction(rate, format) : '' },
      { main: rate ? format.interval(rate) : '' },
    ],
  };
}
