// Counts and rates of an exported report.
import type { Figure, FigureName, Figures } from '../analytics/figures';
import { FIGURE_NAMES } from '../analytics/figures';
import type { Format } from '../analytics/format';
import { rate, type Rate, type RateBase } from '../analytics/rate';
import type { CampaignReport } from '../analytics/report';
import type { Interval } from '../analytics/wilson';
import { figureCount, figureLabel, notTracked, rateWithFraction } from '../analytics/words';

/** A share: `rate` is `numerator / denominator` as a fraction (0.083), `null` where one is unknown or there is nothing to divide. */
export interface RateDocument {
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** What the denominator counts. */
  readonly base: RateBase;
  readonly rate: number | null;
  /** Wilson, 95 %, as fractions. */
  readonly interval95: Interval | null;
  /** As it is shown: `8.3% (12 of 145 delivered)`. */
  readonly text: string;
}

export interface FigureDocument {
  /** The field's word for it, in the language of the export. */
  readonly label: string;
  /** `null` where it is unknown, which is not zero. */
  readonly count: number | null;
  /** `false` where the campaign does not count it at all: then count and rates are unknown. */
  readonly tracked: boolean;
  /** `null` for `sent`, which is a share of nothing. */
  readonly rate: RateDocument | null;
  /** The same count over the other of sent and delivered; `null` where only one base makes sense. */
  readonly otherRate: RateDocument | null;
  /** As it is shown: `8.3% (12 of 145 delivered)`, `150`, `not tracked` or `—`. */
  readonly text: string;
}

export type FiguresDocument = Readonly<Record<FigureName, FigureDocument>>;

/** The figures of a campaign as a whole, where SendKit counts positive replies, too. */
export type TotalsDocument = FiguresDocument & Readonly<Record<'positiveReplied', FigureDocument>>;

export function rateDocument(rate: Rate, format: Format): RateDocument {
  const { numerator, denominator, base, value, interval } = rate;
  return {
    numerator,
    denominator,
    base,
    rate: value,
    interval95: interval && { low: interval.low, high: interval.high },
    text: rateWithFraction(rate, format),
  };
}

export function figureDocument(figure: Figure, format: Format): FigureDocument {
  const { name, count, tracked, rate, otherRate } = figure;
  return {
    label: figureLabel(name),
    count,
    tracked,
    rate: rate && rateDocument(rate, format),
    otherRate: otherRate && rateDocument(otherRate, format),
    text: rate && tracked ? rateWithFraction(rate, format) : figureCount(figure, format),
  };
}

export function figuresDocument(figures: Figures, format: Format): FiguresDocument {
  return Object.fromEntries(
    FIGURE_NAMES.map((name) => [name, figureDocument(figures[name], format)]),
  ) as unknown as FiguresDocument;
}

export function totalsDocument(
  { figures, positiveReplied }: Pick<CampaignReport, 'figures' | 'positiveReplied'>,
  format: Format,
): TotalsDocument {
  return { ...figuresDocument(figures, format), positiveReplied: figureDocument(positiveReplied, format) };
}

/** A rate of two figures; "not tracked" where one of them is not counted. */
export function clickToOpenDocument(
  { clickToOpen }: Pick<CampaignReport, 'clickToOpen'>,
  format: Format,
): RateDocument {
  return clickToOpen
    ? rateDocument(clickToOpen, format)
    : { ...rateDocument(rate(null, null, 'opened'), format), text: notTracked() };
}
