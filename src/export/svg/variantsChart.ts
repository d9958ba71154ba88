import * as l10n from '@vscode/l10n';
import { MAX_VARIANTS, type ABTest } from '../../analytics/abTest';
import type { Format } from '../../analytics/format';
import { listed } from '../../analytics/joinedWords';
import type { TestMetric } from '../../analytics/testMetric';
import { metricHeading } from '../../analytics/testWords';
import { intervalText, rateWithFraction, variantName } from '../../analytics/words';
import type { BarChart } from './barChart';

/** A test's variants by the rate that they are compared by: as many as are compared at most, of a damaged answer. */
export function variantsChart(id: string, title: string, test: ABTest, metric: TestMetric, format: Format): BarChart {
  return {
    id,
    title: l10n.t('{0}: {1} of the variants', title, metricHeading(metric)),
    caption: l10n.t('{0} with 95% intervals', metricHeading(metric)),
    tick: format.tick,
    rows: test.variants.slice(0, MAX_VARIANTS).map(({ label, rate }, index) => {
      const name = variantName({ label });
      const details = listed([rateWithFraction(rate, format), intervalText(rate, format)]);
      return {
        label: name,
        value: format.percent(rate.value),
        length: rate.value,
        interval: rate.interval,
        tone: 'neutral',
        variant: index,
        details: l10n.t('{0}: {1}', name, details),
      };
    }),
  };
}
