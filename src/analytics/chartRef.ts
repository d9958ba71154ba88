/** The charts of a report that can be taken out of it, by name. */
export const CHART_NAMES = [
  'funnel',
  'trendCounts',
  'trendRates',
  /** These of all steps of a sequence. */
  'opened',
  'clicked',
  'replied',
  'bounced',
  'verdict',
  'leadStatus',
] as const;
export type ChartName = (typeof CHART_NAMES)[number];

/** One chart of a report. */
export interface ChartRef {
  readonly chart: ChartName;
  /** Of charts of steps: the place of their subsequence in the report; `null` for the main sequence. */
  readonly subsequence: number | null;
  /** Of a verdict: the place of its step in the sequence. */
  readonly step: number | null;
}

/** A chart that its name says all of. */
export function chartRef(chart: ChartName, place: Partial<Omit<ChartRef, 'chart'>> = {}): ChartRef {
  return { chart, subsequence: null, step: null, ...place };
}
