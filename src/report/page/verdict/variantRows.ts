import type { ABTest } from '../../../analytics/abTest';
import type { Format } from '../../../analytics/format';
import { variantName } from '../../../analytics/words';
import type { BarRow } from '../charts/barRow';
import { rateDetails } from '../rateDetails';

/** One point a variant, with its interval, of the rate that the variants are compared by. */
export function variantRows({ variants }: Pick<ABTest, 'variants'>, format: Format): BarRow[] {
  return variants.map(({ label, rate }, index) => ({
    label: variantName({ label }),
    name: variantName({ label }),
    level: 0,
    tone: 'neutral',
    series: index,
    value: rate.value,
    interval: rate.interval,
    texts: [format.percent(rate.value)],
    lost: null,
    details: rateDetails(rate, format),
  }));
}
