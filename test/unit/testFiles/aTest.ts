// A campaign with tests, and a file about one of them.
import assert from 'node:assert/strict';
import { formatFor } from '../../../src/analytics/format';
import { reportOf, type CampaignReport } from '../../../src/analytics/report';
import type { PlannedSize } from '../../../src/analytics/testPlan';
import type { Known } from '../../../src/testFiles/checkTestFile';
import { readTestFile, type TestFile } from '../../../src/testFiles/testFile';
import { anAnswer } from '../builders';

export const format = formatFor('en');
export const TODAY = '2025-09-01';

type Counts = Readonly<Record<string, number>>;
type Rows = readonly (readonly [sequenceStep: number, variant: string | null, counts: Counts])[];

const stepRows = (rows: Rows): unknown[] =>
  rows.map(([sequenceStep, variant, counts]) => ({
    _id: { sequenceStep, variant },
    opened: 100,
    bounced: 0,
    ...counts,
  }));

/** Email 1 is not tested, Email 2 is with A and B, Email 3 with the main copy and C; a subsequence has a test, too. */
export function aReport({
  rows = [
    [0, null, { sent: 3000, clicked: 60 }],
    [2, 'A', { sent: 2000, clicked: 30 }],
    [2, 'B', { sent: 2000, clicked: 70 }],
    [5, null, { sent: 500, clicked: 5 }],
    [5, 'C', { sent: 500, clicked: 5 }],
  ],
  planned = [],
}: { readonly rows?: Rows; readonly planned?: readonly PlannedSize[] } = {}): CampaignReport {
  const inSubsequence = stepRows([
    [0, 'X', { sent: 300, clicked: 10 }],
    [0, 'Y', { sent: 300, clicked: 12 }],
  ]);
  const { value } = anAnswer()
    .set('stepAnalytics', stepRows(rows))
    .set('subsequences', [{ id: 's1', name: 'Interested', stats: {}, stepStats: inSubsequence }])
    .read();
  return reportOf(value, { id: 'c1', rateBase: 'delivered', planned });
}

export const fields = {
  hypothesis: 'B has the higher click rate, because it is shorter.',
  campaign: 'c1',
  step: 2,
  variants: ['A', 'B'],
  metric: 'clicked',
  plannedSize: 3900,
  stopDate: null,
  decision: null,
};

export function aTestFile(changes: Readonly<Record<string, unknown>> = {}, path = '/w/a.sendkit-test.json'): TestFile {
  const file = readTestFile(JSON.stringify({ ...fields, ...changes }, null, 2), path);
  assert.ok(file, 'no test file');
  return file;
}

export function known(changes: Partial<Known> = {}): Known {
  return {
    ...{ campaigns: [], report: aReport(), obstacle: null, others: [], today: TODAY, format },
    ...changes,
  };
}
