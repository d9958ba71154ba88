import type { Format } from '../../analytics/format';
import type { Rate } from '../../analytics/rate';
import { fraction, intervalText } from '../../analytics/words';

/** A rate's fraction and interval, one line each. */
export function rateDetails(rate: Rate, format: Format): string[] {
  return [fraction(rate, format), intervalText(rate, format)].filter((line) => line !== undefined);
}
