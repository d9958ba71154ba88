import { html, type Markup } from '../html/markup';
import type { Frame } from './frame';

export interface ChartWords {
  /** Unique in its document. */
  readonly id: string;
  readonly title: string;
  /** Shorter, where what is around the chart says the rest. */
  readonly caption?: string;
}

/** A chart and how high it is, in pixels. */
export interface DrawnChart {
  readonly svg: Markup;
  readonly height: number;
}

interface Drawing {
  readonly height: number;
  readonly frame: Frame;
  readonly content: Markup;
}

/** One image for a screen reader: its title, and everything that it shows as a description. */
export function chartSvgElement(
  { id, title }: ChartWords,
  details: readonly string[],
  { height, frame, content }: Drawing,
): DrawnChart {
  return {
    height,
    svg: html`<svg
      class="chart"
      role="img"
      width="${frame.width}"
      height="${height}"
      aria-labelledby="${id}-title"
      aria-describedby="${id}-desc"
    >
      <title id="${id}-title">${title}</title>
      <desc id="${id}-desc">${details.join('; ')}</desc>
      ${content}
    </svg> `,
  };
}
