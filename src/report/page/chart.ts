import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import type { ChartRef } from '../../analytics/chartRef';
import type { BarChartModel } from './charts/barChart';
import type { TrendChartModel } from './charts/trendChart';
import { chartSubject, menuButton } from './contextMenu';
import { dataTable, type DataTable } from './dataTable';
import { disclosure } from './disclosure';
import type { PageContext } from './pageContext';
import './charts/barChart';
import './charts/trendChart';

/** The width of a sheet of A4 or Letter within usual margins, in pixels. */
export const PAPER_WIDTH = 660;

/** A chart. `id` makes its marks' ids, so that the focus finds back to them; without `ref` it cannot be saved or copied. */
export function barChart(id: string, model: BarChartModel, ref: ChartRef | null): TemplateResult {
  return framed(id, model.name, ref, html`<bar-chart id=${id} .model=${model}></bar-chart>`);
}

/** A chart over days. `id` and `ref` are as above. */
export function trendChart(id: string, model: TrendChartModel, ref: ChartRef): TemplateResult {
  return framed(id, model.name, ref, html`<trend-chart id=${id} .model=${model}></trend-chart>`);
}

/** With its menu, for a click with the right button, and a button besides that opens it. */
function framed(id: string, name: string, ref: ChartRef | null, chart: TemplateResult): TemplateResult {
  if (ref === null) return chart;
  return html`<div class="chart-frame" data-vscode-context=${chartSubject(ref)}>
    ${menuButton(`${id}-menu`, l10n.t('Save or copy “{0}”', name))} ${chart}
  </div>`;
}

/** A chart and the same in a table, behind a disclosure; `wide` puts the table beside the chart where there is room. */
export function chartWithTable(
  id: string,
  model: BarChartModel,
  ref: ChartRef | null,
  table: DataTable,
  context: PageContext,
  kind: 'wide' | 'narrow' = 'narrow',
): TemplateResult {
  return html`<div class="chart-with-table ${kind}">
    ${barChart(id, model, ref)}
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
