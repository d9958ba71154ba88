import * as l10n from '@vscode/l10n';
import type { TemplateResult } from 'lit';
import type { CampaignReport } from '../../../analytics/report';
import { figureLabel, fraction } from '../../../analytics/words';
import { chartWithTable, PAPER_WIDTH } from '../chart';
import type { BarChartModel } from '../charts/barChart';
import type { DataTable } from '../dataTable';
import type { PageContext } from '../pageContext';
import { emptyState, section } from '../section';
import { FUNNEL, funnelRows } from './funnelRows';

/** From sent to replied. */
export function funnelSection({ figures }: CampaignReport, context: PageContext): TemplateResult {
  const { format } = context;
  const heading = l10n.t('Funnel');
  if (FUNNEL.every((name) => (figures[name].count ?? 0) === 0)) {
    const sentence =
      figures.sent.count === null ? l10n.t('SendKit gave no counts yet.') : l10n.t('Nothing has been sent yet.');
    return section('funnel', heading, emptyState(sentence));
  }
  const table: DataTable = {
    caption: heading,
    columns: [l10n.t('Stage'), l10n.t('Count'), l10n.t('Rate'), l10n.t('Fraction'), l10n.t('95% interval')],
    rows: FUNNEL.map((name) => {
      const { count, rate } = figures[name];
      return {
        header: figureLabel(name),
        cells: [
          { main: format.count(count) },
          { main: rate ? format.percent(rate.value) : '' },
          { main: rate ? fraction(rate, format) : '' },
          { main: rate ? format.interval(rate) : '' },
        ],
      };
    }),
  };
  const model: BarChartModel = {
    name: heading,
    rows: funnelRows(figures, format),
    thickness: 'tall',
    tick: null,
    paperWidth: PAPER_WIDTH,
  };
  return section('funnel', heading, chartWithTable('funnel-chart', model, table, context, 'wide'));
}
