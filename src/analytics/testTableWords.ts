// What stands at the head of the tables behind a verdict, wherever they are shown.
import * as l10n from '@vscode/l10n';
import type { TestMetric } from './testMetric';
import { metricHeading } from './testWords';
import type { VariantPair } from './variantPairs';
import { variantLabel } from './words';

/** The heads of a row a variant: its rate, and what the rate lets one expect of it. */
export function variantColumns(metric: TestMetric): string[] {
  return [
    l10n.t('Variant'),
    metricHeading(metric),
    l10n.t('95% interval'),
    l10n.t('Probability of being the best'),
    l10n.t('Expected loss'),
  ];
}

/** The heads of a row a pair; how its p was found stands before what is made of it. */
export function pairColumns(...found: readonly string[]): string[] {
  return [
    l10n.t('Pair'),
    l10n.t('Difference'),
    l10n.t('Lift'),
    ...found,
    l10n.t('p, Holm-adjusted'),
    l10n.t('p, however often one looks'),
  ];
}

/** `B against A`. */
export function pairName({ a, b }: Pick<VariantPair, 'a' | 'b'>): string {
  return l10n.t('{0} against {1}', variantLabel(b), variantLabel(a));
}
