// Where a test file plans the size of a test, every export says so, and takes the file's name for text only.
import assert from 'node:assert/strict';
import { reportOf, type CampaignReport } from '../../../src/analytics/report';
import { reportDocument } from '../../../src/export/reportDocument';
import { anAnswer } from '../builders';
import { allFormats } from './allFormats';
import { OPTIONS } from './sandboxReports';

function reportPlannedIn(file: string): CampaignReport {
  const rows = ['A', 'B'].map((variant) => ({
    _id: { sequenceStep: 0, variant },
    sent: 2000,
    clicked: 40,
    bounced: 0,
  }));
  const { value } = anAnswer().set('stepAnalytics', rows).read();
  const planned = [{ subsequence: null, step: 1, metric: 'clicked', perVariant: 3900, file }] as const;
  return reportOf(value, { id: 'c1', rateBase: 'delivered', planned });
}

const filesFor = (file: string) => allFormats({ report: reportPlannedIn(file), options: { ...OPTIONS, fetchedAt: 0 } });

describe('A size that a test file plans', () => {
  it('is in every export, with the file that plans it', () => {
    const files = filesFor('opening.sendkit-test.json');
    const sentence = 'About 1,900 more delivered per variant to the planned 3,900';
    for (const ending of ['html', 'json']) {
      assert.ok(files.get(ending)?.includes(`${sentence} (planned in opening.sendkit-test.json)`), ending);
    }
    assert.ok(files.get('md')?.includes(sentence), 'md');
    const [names = '', row = ''] = files.get('steps.csv')?.split('\n') ?? [];
    assert.match(names, /,planned_per_variant,missing_per_variant,planned_in\s*$/);
    assert.match(row, /,3900,1900,opening\.sendkit-test\.json\s*$/);
    const { plan } = reportDocument(reportPlannedIn('opening.sendkit-test.json'), OPTIONS).steps[0]?.verdict ?? {};
    assert.deepEqual([plan?.perVariant, plan?.missing, plan?.file], [3900, 1900, 'opening.sendkit-test.json']);
  });

  it('has a name that is only text', () => {
    const files = filesFor('=cmd|<img src=x onerror=alert(1)>[x](https://example.com).sendkit-test.json');
    assert.doesNotMatch(files.get('html') ?? '', /<img/);
    assert.doesNotMatch(files.get('md') ?? '', /(?<!\\)<img|(?<!\\)\]\(/);
    assert.match(files.get('steps.csv') ?? '', /,"?'=cmd/);
  });
});
