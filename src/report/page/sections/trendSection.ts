import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { chartRef } from '../../../analytics/chartRef';
import type { CampaignReport } from '../../../analytics/report';
import type { Trend } from '../../../analytics/trend';
import { daysText, notTrackedSentence } from '../../../analytics/words';
import { PAPER_WIDTH, trendChart } from '../chart';
import { dataTable, type DataTable } from '../dataTable';
import { disclosure } from '../disclosure';
import type { PageContext } from '../pageContext';
import { emptyState, newestNote, section, sentence } from '../section';
import { countGrains, knownCounts, knownRates, rateGrains } from './trendSeries';
import { countsTable, ratesTable } from './trendTables';

/** How it went day by day, and the rates as they moved; nothing where no daily figures are known. */
export function trendSection(report: CampaignReport, context: PageContext): TemplateResult | typeof nothing {
  const { trend, figures } = report;
  if (!trend || trend.days.length === 0) return nothing;
  const heading = l10n.t('Trend');
  const days = daysText({ from: trend.days[0]?.date ?? '', to: trend.days.at(-1)?.date ?? '' }, context.format);
  const counts = knownCounts(trend, figures);
  const draw = (body: TemplateResult): TemplateResult => section({ id: 'trend', heading, body, aside: days }, context);
  if (counts.length === 0) return draw(emptyState(l10n.t('SendKit gave no counts for these days.')));
  if (trend.days.every((day) => counts.every((name) => day[name] === 0))) {
    return draw(emptyState(l10n.t('Nothing was sent, opened or answered on these days.')));
  }
  const model = { name: l10n.t('Counts by day'), paperWidth: PAPER_WIDTH };
  return draw(
    html`${sentence(notTrackedSentence(figures))}
      <div class="trend-panels">
        <div class="panel">
          <h3>${l10n.t('Counts by day')}</h3>
          ${trendChart('trend-counts', { ...model, grains: countGrains(trend, counts, context.format) }, chartRef('trendCounts'))}
          ${twin(
            'trend-counts-table',
            { closed: l10n.t('Show the counts in a table'), open: l10n.t('Hide the table of counts') },
            () => countsTable(trend, counts, context.format),
            trend.days.length,
            context,
          )}
        </div>
        <div class="panel">
          <h3>${l10n.t('Rates over seven days')}</h3>
          ${rates(trend, report, context)}
        </div>
      </div>`,
  );
}

function rates(trend: Trend, { figures }: CampaignReport, context: PageContext): TemplateResult {
  const reason = l10n.t(
    'A day’s replies belong to mails of earlier days, so each rate is of the seven days up to its date.',
  );
  if (trend.windows.length === 0) return html`${sentence(reason)} ${sentence(l10n.t('There are not yet seven days.'))}`;
  const names = knownRates(trend, figures);
  if (names.length === 0) {
    return html`${sentence(reason)} ${sentence(l10n.t('There was nothing to divide in any seven of these days.'))}`;
  }
  const grains = rateGrains(trend, names, context.format);
  const model = { name: l10n.t('Rates over seven days'), paperWidth: PAPER_WIDTH, grains };
  return html`${trendChart('trend-rates', model, chartRef('trendRates'))} ${sentence(reason)}
  ${twin(
    'trend-rates-table',
    { closed: l10n.t('Show the rates in a table'), open: l10n.t('Hide the table of rates') },
    () => ratesTable(trend, names, context.format),
    trend.windows.length,
    context,
  )}`;
}

function twin(
  id: string,
  label: { readonly closed: string; readonly open: string },
  table: () => DataTable,
  count: number,
  context: PageContext,
): TemplateResult {
  const content = (): TemplateResult => html`${dataTable(table())} ${newestNote(count, context.format)}`;
  return disclosure({ id, label, kind: 'twin', content }, context);
}
