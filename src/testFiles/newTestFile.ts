import type { TestMetric } from '../analytics/testMetric';
import { nameInFile, type WrittenLabel } from './testFile';

export interface NewTest {
  readonly hypothesis: string;
  readonly campaign: string;
  /** `null` for the main sequence. */
  readonly subsequence: string | null;
  readonly step: number | null;
  readonly variants: readonly WrittenLabel[];
  readonly metric: TestMetric;
  /** Per variant; `null` where nothing could be proposed: the JSON schema then asks for it. */
  readonly plannedSize: number | null;
  readonly stopDate: string | null;
}

/** A new test file's text. */
export function newTestFile({ hypothesis, campaign, subsequence, step, variants, ...plan }: NewTest): string {
  const test = {
    ...{ hypothesis, campaign },
    ...(subsequence === null ? {} : { subsequence }),
    ...{ step, variants: variants.map((label) => nameInFile(label, variants)) },
    ...{ ...plan, decision: null },
  };
  return `${JSON.stringify(test, null, 2)}\n`;
}
