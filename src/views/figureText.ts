// A figure in a row of a tree, and the lines of its tooltip.
import * as l10n from '@vscode/l10n';
import { FIGURE_NAMES, type Figure, type Figures } from '../analytics/figures';
import type { Format } from '../analytics/format';
import type { Rate } from '../analytics/rate';
import { figureCount, figureLabel, intervalText, rateWithFraction } from '../analytics/words';

/** `145 · 96.7%`, `150` for what is no share, or "not tracked". */
export function figureText(figure: Figure, format: Format): string {
  if (figure.rate === null || !figure.tracked) return figureCount(figure, format);
  return countAndRate(figure.count, figure.rate, format);
}

/** `145 · 96.7%`. */
export function countAndRate(count: number | null, rate: Rate, format: Format): string {
  return `${format.count(count)} · ${format.percent(rate.value)}`;
}

/** A line for each figure that is known, with its rate and fraction. */
export function figuresLines(figures: Figures, format: Format): string[] {
  return FIGURE_NAMES.map((name) => figures[name])
    .filter((figure) => figure.count !== null)
    .map((figure) =>
      figure.rate === null
        ? l10n.t('{0}: {1}', figureLabel(figure.name), format.count(figure.count))
        : l10n.t('{0}: {1}', figureLabel(figure.name), rateWithFraction(figure.rate, format)),
    );
}

/** As `figuresLines`, with intervals and the other base: for what has no rows of its own for them. */
export function fullFiguresLines(figures: Figures, format: Format): string[] {
  return FIGURE_NAMES.map((name) => figures[name])
    .filter((figure) => figure.count !== null)
    .map((figure) => fullFigureLine(figure, format));
}

export function fullFigureLine(figure: Figure, format: Format): string {
  return l10n.t('{0}: {1}', figureLabel(figure.name), figureLines(figure, format).join(' · '));
}

export function figureLines(figure: Figure, format: Format): string[] {
  const { rate, otherRate, tracked } = figure;
  if (rate === null || !tracked) return [figureCount(figure, format)];
  return [...rateLines(rate, format), ...(otherRate ? [rateWithFraction(otherRate, format)] : [])];
}

export function rateLines(rate: Rate, format: Format): string[] {
  const interval = intervalText(rate, format);
  return [rateWithFraction(rate, format), ...(interval === undefined ? [] : [interval])];
}
