import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { BarChartModel } from './charts/barChart';
import type { TrendChartModel } from './charts/trendChart';
import { dataTable, type DataTable } from './dataTable';
import { disclosure } from './disclosure';
import type { PageContext } from './pageContext';
import './charts/barChart';
import './charts/trendChart';

/** The width of a sheet of A4 or Letter within usual margins, in pixels. */
export const PAPER_WIDTH = 660;

/** A chart. `id` makes its marks' ids, so that the focus finds back to them. */
export function barChart(id: string, model: BarChartModel): TemplateResult {
  return html`<bar-chart id=${id} .model=${model}></bar-chart>`;
}

/** A chart over days. `id` is as above. */
export function trendChart(id: string, model: TrendChartModel): TemplateResult {
  return html`<trend-chart id=${id} .model=${model}></trend-chart>`;
}

/** A chart and the same in a table, behind a disclosure; `wide` puts the table beside the chart where there is room. */
export function chartWithTable(
  id: string,
  model: BarChartModel,
  table: DataTable,
  context: PageContext,
  kind: 'wide' | 'narrow' = 'narrow',
): TemplateResult {
  return html`<div class="chart-with-table ${kind}">
    ${barChart(id, model)}
    ${disclosure(
      {
        id: `${id}-table`,
        label: { closed: l10n.t('Show table'), open: l10n.t('Hide table') },
        kind: 'twin',
        content: dataTable(table),
      },
      context,
    )}
  </div>`;
}
