import type { VariantReport } from './variant';

/** What variants can be compared by, the weightiest first. */
export const TEST_METRICS = ['replied', 'clicked', 'opened'] as const;
export type TestMetric = (typeof TEST_METRICS)[number];

/** Why a weightier metric was not used. */
export interface PassedOver {
  readonly metric: TestMetric;
  readonly why: 'unknown' | 'notTracked' | 'none';
}

export interface MetricChoice {
  /** `null` where the answer has none of them for every variant. */
  readonly metric: TestMetric | null;
  readonly passedOver: readonly PassedOver[];
}

/** The first metric that every variant has and that happened at all. Replies per step are not documented: where an answer has them, they come first. */
export function chooseMetric(variants: readonly VariantReport[]): MetricChoice {
  const passedOver: PassedOver[] = [];
  for (const metric of TEST_METRICS) {
    const why = obstacle(metric, variants);
    if (why === undefined) return { metric, passedOver };
    passedOver.push({ metric, why });
  }
  // Nothing happened yet: the weightiest that is counted is what will be compared.
  const counted = passedOver.findIndex(({ why }) => why === 'none');
  const metric = passedOver[counted]?.metric ?? null;
  return { metric, passedOver: metric === null ? passedOver : passedOver.slice(0, counted) };
}

function obstacle(metric: TestMetric, variants: readonly VariantReport[]): PassedOver['why'] | undefined {
  const figures = variants.map((variant) => variant.figures[metric]);
  if (figures.some(({ tracked }) => !tracked)) return 'notTracked';
  if (figures.some(({ count }) => count === null)) return 'unknown';
  return figures.every(({ count }) => count === 0) ? 'none' : undefined;
}
