import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { FIGURE_NAMES } from '../../../analytics/figures';
import type { Format } from '../../../analytics/format';
import type { Rate } from '../../../analytics/rate';
import type { CampaignReport } from '../../../analytics/report';
import { figureLabel, fraction, intervalText, rateWithFraction } from '../../../analytics/words';

interface Tile {
  readonly name: string;
  readonly label: string;
  readonly main: string;
  readonly rate: Rate | null;
  /** The rate beside `main`; `null` where `main` is the rate. */
  readonly aside: string | null;
  readonly title: string | null;
}

/** The seven figures and click-to-open, each with its fraction and interval. */
export function figureTiles(report: CampaignReport, format: Format): TemplateResult {
  return html`<dl class="tiles">${tilesOf(report, format).map((tile) => drawTile(tile, format))}</dl>`;
}

function tilesOf({ figures, clickToOpen }: CampaignReport, format: Format): Tile[] {
  return [
    ...FIGURE_NAMES.map((name): Tile => {
      const { count, rate, otherRate } = figures[name];
      return {
        name,
        label: figureLabel(name),
        main: format.count(count),
        rate,
        aside: rate && count !== null ? format.percent(rate.value) : null,
        title: otherRate && rateWithFraction(otherRate, format),
      };
    }),
    {
      name: 'click-to-open',
      label: l10n.t('Click-to-open'),
      main: format.percent(clickToOpen.value),
      rate: clickToOpen,
      aside: null,
      title: null,
    },
  ];
}

function drawTile({ name, label, main, rate, aside, title }: Tile, format: Format): TemplateResult {
  return html`<div class="tile tile-${name}" title=${title ?? nothing}>
    <dt>${label}</dt>
    <dd class="figure">
      <span class="main">${main}</span>${aside === null ? nothing : html` <span class="rate">${aside}</span>`}
    </dd>
    ${
      rate
        ? html`<dd class="quiet">${fraction(rate, format)}</dd>
            <dd class="quiet interval">${intervalText(rate, format) ?? nothing}</dd>`
        : nothing
    }
  </div>`;
}
