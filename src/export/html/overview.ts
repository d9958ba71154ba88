// What a reader sees first: whose report, how it does, and the figures.
import * as l10n from '@vscode/l10n';
import { FIGURE_NAMES, type Figure } from '../../analytics/figures';
import type { Format } from '../../analytics/format';
import type { CampaignReport } from '../../analytics/report';
import { summaryText } from '../../analytics/summaryWords';
import { campaignStatus, daysText, figureCount, figureLabel, fraction, positivePart } from '../../analytics/words';
import type { ExportOptions } from '../exportOptions';
import { campaignTitle, reportFacts, reportWarnings } from '../exportWords';
import { foreign, html, type Markup } from './markup';

/** Name, period and facts, what to know before reading on, and the summary. */
export function pageHeader(report: CampaignReport, options: ExportOptions): Markup {
  const { campaign, period } = report;
  return html`<header>
    <p class="period">${l10n.t('Campaign report')} · ${daysText(period, options.format)}</p>
    <h1>
      ${foreign(campaignTitle(campaign, options))}
      <span class="badge">${foreign(campaignStatus(campaign.status))}</span>
    </h1>
    ${reportWarnings(options).map((sentence) => html`<p class="warning">${foreign(sentence)}</p> `)}
    <p class="summary">${foreign(summaryText(report, options.format))}</p>
    <dl class="facts">
      ${reportFacts(report, options).map(
        ({ term, meaning }) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${foreign(meaning)}</dd>
          </div>`,
      )}
    </dl>
  </header> `;
}

/** The seven figures and click-to-open, large. */
export function tiles({ figures, positiveReplied, clickToOpen }: CampaignReport, format: Format): Markup {
  return html`<dl class="tiles">
    ${FIGURE_NAMES.map((name) =>
      figureTile(figures[name], name === 'replied' ? positivePart(positiveReplied, format) : undefined, format),
    )}${
      clickToOpen
        ? tile('click-to-open', l10n.t('Click-to-open'), format.percent(clickToOpen.value), [
            fraction(clickToOpen, format),
          ])
        : null
    }
  </dl> `;
}

function figureTile(figure: Figure, part: string | undefined, format: Format): Markup {
  const { name, rate, tracked, count } = figure;
  const counted = figureCount(figure, format);
  if (rate === null || !tracked || count === null) return tile(name, figureLabel(name), counted, []);
  return tile(name, figureLabel(name), format.percent(rate.value), [
    fraction(rate, format),
    ...(part === undefined ? [] : [part]),
  ]);
}

function tile(name: string, label: string, main: string, quiet: readonly string[]): Markup {
  return html`<div class="tile tile-${name}">
    <dt>${label}</dt>
    <dd class="main">${main}</dd>
    ${quiet.map((line) => html`<dd>${line}</dd>`)}
  </div> `;
}
