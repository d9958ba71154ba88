import type { Format } from '../analytics/format';
import type { Trend, TrendDay } from '../analytics/trend';
import { rateDocument, type RateDocument } from './figureDocument';

/** The rates of the seven days that end on `to`: a single day's replies belong to mails of other days. */
export interface SevenDaysDocument {
  readonly to: string;
  readonly opened: RateDocument;
  readonly clicked: RateDocument;
  readonly replied: RateDocument;
  readonly bounced: RateDocument;
}

export interface TrendDocument {
  /** Every day from the first to the last, ascending; a count is `null` where it is unknown. */
  readonly days: readonly TrendDay[];
  readonly sevenDays: readonly SevenDaysDocument[];
}

export function trendDocument({ days, windows }: Trend, format: Format): TrendDocument {
  return {
    days,
    sevenDays: windows.map(({ date, opened, clicked, replied, bounced }) => ({
      to: date,
      opened: rateDocument(opened, format),
      clicked: rateDocument(clicked, format),
      replied: rateDocument(replied, format),
      bounced: rateDocument(bounced, format),
    })),
  };
}
