import { drawBarChart, type BarChart } from '../svg/barChart';
import { FLUID } from '../svg/frame';
import { drawTrendChart, type TrendChart } from '../svg/trendChart';
import { html, type Markup } from './markup';

/** A section under a heading of its own. */
export function section(
  id: string,
  heading: string,
  body: readonly (Markup | null)[],
  aside: string | null = null,
): Markup {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}${aside === null ? null : html` <span class="aside">${aside}</span>`}</h2>
    ${body}
  </section> `;
}

export function paragraphs(sentences: readonly string[], kind = 'quiet'): Markup {
  return html`${sentences.map((sentence) => html`<p class="${kind}">${sentence}</p> `)}`;
}

/** A chart as wide as it is given room, under its title. */
export function barFigure(chart: BarChart): Markup {
  return figure(chart.caption ?? chart.title, drawBarChart(chart, FLUID).svg);
}

export function trendFigure(chart: TrendChart): Markup {
  return figure(chart.title, drawTrendChart(chart, FLUID).svg);
}

function figure(title: string, svg: Markup): Markup {
  return html`<figure>
    <figcaption>${title}</figcaption>
    ${svg}
  </figure> `;
}
