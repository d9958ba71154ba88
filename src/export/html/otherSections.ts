import * as l10n from '@vscode/l10n';
import type { Format } from '../../analytics/format';
import { noteSentence } from '../../analytics/noteWords';
import type { CampaignReport } from '../../analytics/report';
import { definitions, leadCountNow, notTrackedSentence } from '../../analytics/words';
import { funnelChart } from '../svg/funnelChart';
import { leadStatusChart } from '../svg/leadStatusChart';
import { ratesChart } from '../svg/ratesChart';
import { countsChart, ratesTrendChart } from '../svg/trendCharts';
import { figuresTable } from '../tables/figuresTable';
import { leadStatusTable } from '../tables/leadStatusTable';
import { knownRates, trendTable } from '../tables/trendTable';
import { htmlTable } from './htmlTable';
import { foreign, html, type Markup } from './markup';
import { barFigure, paragraphs, section, trendFigure } from './section';

/** The way of the mails, the rates with their intervals, and the same as numbers. */
export function figuresSection(report: CampaignReport, format: Format): Markup {
  const notTracked = notTrackedSentence(report.figures);
  return section('figures', l10n.t('Funnel and rates'), [
    report.figures.sent.count
      ? html`<div class="charts">
          ${barFigure(funnelChart(report, format))}${barFigure(ratesChart(report, format))}
        </div> `
      : null,
    notTracked === undefined ? null : paragraphs([notTracked]),
    htmlTable(figuresTable(report, format)),
  ]);
}

/** Day by day; the numbers on request, as they are many. */
export function trendSection({ trend, figures }: CampaignReport, format: Format): Markup | null {
  if (!trend || trend.days.length === 0) return null;
  const hasRates = knownRates(trend, figures).length > 0;
  return section('trend', l10n.t('Trend'), [
    html`<div class="charts">
        ${trendFigure(countsChart(trend, figures, format))}${hasRates ? trendFigure(ratesTrendChart(trend, figures, format)) : null}
      </div>
      <details>
        <summary>${l10n.t('The same as a table')}</summary>
        ${htmlTable(trendTable(trend, figures, format))}
      </details> `,
  ]);
}

/** Where the leads are now, whatever the period. */
export function leadsSection({ leadStatus, totalReplied }: CampaignReport, format: Format): Markup {
  const table = htmlTable(leadStatusTable(leadStatus, format));
  const body =
    leadStatus.rows.length === 0
      ? paragraphs([l10n.t('There are no leads yet.')])
      : html`<div class="charts">
          ${leadStatus.total ? barFigure(leadStatusChart(leadStatus, format)) : null}
          <div>${table}</div>
        </div> `;
  return section(
    'leads',
    l10n.t('Lead status'),
    [body, paragraphs([l10n.t('{0}: {1}', l10n.t('Total replied'), format.count(totalReplied))], 'total')],
    leadStatus.total === null ? null : leadCountNow(leadStatus.total, format),
  );
}

export function notesSection({ notes }: CampaignReport, format: Format): Markup | null {
  if (notes.length === 0) return null;
  return section('notes', l10n.t('Data notes'), [
    html`<ul>
      ${notes.map((note) => html`<li>${foreign(noteSentence(note, format))}</li> `)}
    </ul> `,
  ]);
}

export function definitionsSection(report: CampaignReport): Markup {
  return section('definitions', l10n.t('Definitions'), [
    html`<dl class="definitions">
      ${definitions(report).map(
        ({ term, meaning }) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${meaning}</dd>
          </div> `,
      )}
    </dl> `,
  ]);
}
