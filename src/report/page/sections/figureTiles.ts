import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { FIGURE_NAMES } from '../../../analytics/figures';
import type { Format } from '../../../analytics/format';
import type { Rate } from '../../../analytics/rate';
import type { CampaignReport } from '../../../analytics/report';
import {
  figureCount,
  figureLabel,
  fraction,
  intervalText,
  notTracked,
  positivePart,
  rateWithFraction,
} from '../../../analytics/words';

interface Tile {
  readonly name: string;
  readonly label: string;
  readonly main: string;
  /** `false` where `main` says that nobody counts. */
  readonly tracked: boolean;
  readonly rate: Rate | null;
  /** The rate beside `main`; `null` where `main` is the rate. */
  readonly aside: string | null;
  /** The rate over the other base: on hover, and for who listens; the funnel's table has it for who reads. */
  readonly title: string | null;
  /** What part of the figure is worth saying. */
  readonly part?: string | undefined;
}

/** The seven figures and click-to-open, each with its fraction and interval. */
export function figureTiles(report: CampaignReport, format: Format): TemplateResult {
  return html`<dl class="tiles">${tilesOf(report, format).map((tile) => drawTile(tile, format))}</dl>`;
}

function tilesOf({ figures, positiveReplied, clickToOpen }: CampaignReport, format: Format): Tile[] {
  return [
    ...FIGURE_NAMES.map((name): Tile => {
      const figure = figures[name];
      const { count, rate, otherRate, tracked } = figure;
      return {
        name,
        label: figureLabel(name),
        main: figureCount(figure, format),
        tracked,
        rate: tracked ? rate : null,
        aside: rate && count !== null ? format.percent(rate.value) : null,
        title: otherRate?.interval && tracked ? rateWithFraction(otherRate, format) : null,
        part: name === 'replied' ? positivePart(positiveReplied, format) : undefined,
      };
    }),
    clickToOpenTile(clickToOpen, format),
  ];
}

function clickToOpenTile(rate: Rate | null, format: Format): Tile {
  return {
    name: 'click-to-open',
    label: l10n.t('Click-to-open'),
    main: rate ? format.percent(rate.value) : notTracked(),
    tracked: rate !== null,
    rate,
    aside: null,
    title: null,
  };
}

function drawTile({ name, label, main, tracked, rate, aside, title, part }: Tile, format: Format): TemplateResult {
  return html`<div class="tile tile-${name}" title=${title ?? nothing}>
    <dt>${label}</dt>
    <dd class="figure ${tracked ? '' : 'untracked'}">
      <span class="main">${main}</span>${aside === null ? nothing : html` <span class="rate">${aside}</span>`}
    </dd>
    ${
      rate
        ? html`<dd class="quiet">${fraction(rate, format)}</dd>
            <dd class="quiet interval">${intervalText(rate, format) ?? nothing}</dd>`
        : nothing
    }
    ${part === undefined ? nothing : html`<dd class="quiet part">${part}</dd>`}
    ${title === null ? nothing : html`<dd class="visually-hidden">${title}</dd>`}
  </div>`;
}
