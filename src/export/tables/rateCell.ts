import type { Figure } from '../../analytics/figures';
import type { Format } from '../../analytics/format';
import type { Rate } from '../../analytics/rate';
import { figureCount, fraction, rateWithFraction } from '../../analytics/words';
import type { Cell } from './table';

/** A rate over its fraction and interval. */
export function rateCell(rate: Rate, format: Format): Cell {
  return {
    main: format.percent(rate.value),
    quiet: [fraction(rate, format), ...(rate.interval ? [format.interval(rate)] : [])],
    line: rateWithFraction(rate, format),
  };
}

/** A figure's rate, or its count where it is a share of nothing, or why there is neither. */
export function figureCell(figure: Figure, format: Format): Cell {
  const { rate, tracked, count } = figure;
  return rate && tracked && count !== null ? rateCell(rate, format) : { main: figureCount(figure, format) };
}
