import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import { chartRef } from '../../../analytics/chartRef';
import type { Format } from '../../../analytics/format';
import type { LeadStatus } from '../../../analytics/leadStatus';
import { isAllTime } from '../period/customDays';
import type { CampaignReport } from '../../../analytics/report';
import { leadCount, leadCountNow, leadStatus as statusLabel } from '../../../analytics/words';
import { chartWithTable, PAPER_WIDTH } from '../chart';
import type { BarChartModel } from '../charts/barChart';
import type { BarRow, Tone } from '../charts/barRow';
import { dataTable, type DataTable } from '../dataTable';
import { MOST_ROWS } from '../mostRows';
import type { PageContext } from '../pageContext';
import { rateDetails } from '../rateDetails';
import { emptyState, restNote, section } from '../section';

/** Where the leads are. */
export function leadStatusSection({ leadStatus, period }: CampaignReport, context: PageContext): TemplateResult {
  const { format } = context;
  const heading = l10n.t('Lead status');
  const { rows } = leadStatus;
  const draw = (body: TemplateResult, aside?: string): TemplateResult =>
    section({ id: 'lead-status', heading, body, aside }, context);
  if (rows.length === 0) return draw(emptyState(l10n.t('There are no leads yet.')));
  const total = isAllTime(period) ? leadCount(leadStatus.total, format) : leadCountNow(leadStatus.total, format);
  const shown = { ...leadStatus, rows: rows.slice(0, MOST_ROWS) };
  const table = leadStatusTable(shown, heading, format);
  if (leadStatus.total === 0) return draw(dataTable(table), total);
  const model: BarChartModel = {
    name: heading,
    rows: leadStatusRows(shown, format),
    thickness: 'slim',
    tick: null,
    paperWidth: PAPER_WIDTH,
  };
  return draw(
    html`${chartWithTable('lead-status-chart', model, chartRef('leadStatus'), table, context)}
    ${restNote(rows.length, format)}`,
    total,
  );
}

function leadStatusRows({ rows }: LeadStatus, format: Format): BarRow[] {
  return rows.map(({ status, count, share }) => ({
    label: statusLabel(status),
    name: statusLabel(status),
    level: 0,
    tone: toneOf(status),
    series: null,
    value: count,
    interval: null,
    texts: [format.count(count), format.percent(share.value)],
    lost: null,
    details: rateDetails(share, format).slice(0, 1),
  }));
}

/** The colours that the same events have elsewhere on the page. */
function toneOf(status: string): Tone {
  switch (status) {
    case 'replied':
      return 'green';
    case 'bounced':
      return 'red';
    default:
      return 'neutral';
  }
}

function leadStatusTable({ rows, total }: LeadStatus, caption: string, format: Format): DataTable {
  return {
    caption,
    columns: [l10n.t('Status'), l10n.t('Leads'), l10n.t('Share')],
    rows: rows.map(({ status, count, share }) => ({
      header: statusLabel(status),
      cells: [{ main: format.count(count) }, { main: format.percent(share.value) }],
    })),
    total: { header: l10n.t('Total'), cells: [{ main: format.count(total) }, { main: '' }] },
  };
}
