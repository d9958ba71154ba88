import * as l10n from '@vscode/l10n';
import type { ABTest } from '../analytics/abTest';
import type { Format } from '../analytics/format';
import { sentencesInARow } from '../analytics/joinedWords';
import { TEST_METRICS } from '../analytics/testMetric';
import { metricRate, metricSentence } from '../analytics/testWords';
import { rateLabel } from '../analytics/words';
import { choiceOf, flawAt, type Flaw } from './flaw';
import { contradicting } from './plans';
import type { TestFile } from './testFile';

/** Whether the verdict goes by the file's metric. Where that has only not happened yet, it may still come to it. */
export function checkMetric({ metric, fields }: TestFile, test: ABTest | undefined): Flaw[] {
  const used = test?.metric;
  if (metric && (!used || metric === used)) return [];
  const mayCome = test?.passedOver.some((passed) => passed.metric === metric && passed.why === 'none');
  return flawAt(
    fields.get('metric'),
    test && metric
      ? sentencesInARow([
          metricSentence(test),
          l10n.t('What is planned for the {0} does not count.', metricRate(metric)),
        ])
      : undefined,
    (used ? [used] : TEST_METRICS).map((name) => choiceOf(rateLabel(name), name)),
    mayCome ? 'information' : 'warning',
  );
}

/** Where another file plans another size for the same test. */
export function checkSize(file: TestFile, others: readonly TestFile[], format: Format): Flaw[] {
  return contradicting(file, others).flatMap(({ perVariant, file: name }) => {
    const size = format.count(perVariant);
    const message = l10n.t('{0} plans {1} for the same test. The larger size counts.', name, size);
    return flawAt(file.fields.get('plannedSize'), message, [choiceOf(size, perVariant)], 'warning');
  });
}
