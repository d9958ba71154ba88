import assert from 'node:assert/strict';
import { formatFor } from '../../src/analytics/format';
import { summaryText } from '../../src/analytics/summaryWords';
import { texts } from './support/reading';
import { DRAFT_ANSWER, fullReport, reportFrom, TESTED_ANSWER, viewOf } from './support/reports';
import { useReports } from './support/useReports';

describe('The first thing on the page', () => {
  const open = useReports();

  it('is how the campaign does and what to do next, in the words that every surface has', async () => {
    const { page, show } = await open();
    const report = reportFrom(TESTED_ANSWER);
    await show(viewOf({ report }));
    const [said] = await texts(page, '.summary');
    assert.equal(said, summaryText(report, formatFor('en')));
    assert.match(
      said,
      /^2\.9% replied: 260 of 8,950 delivered\. Bounce rate warning \(2\.7%\), most of all in Email 2/,
    );
  });

  it('stands above all figures, which stand in the order in which they are asked for', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport(), workspace: 'Growth' }));
    assert.deepEqual(
      await page
        .locator('.report > *, .leads > *')
        .evaluateAll((parts) => parts.map((part) => part.classList[0]).filter((name) => name !== 'leads')),
      [
        'summary',
        'tiles',
        'health',
        'funnel',
        'trend',
        'steps',
        'subsequences',
        'lead-status',
        'total-replied',
        'notes',
        'fold',
      ],
    );
  });

  it('is calm where nothing has been sent', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: reportFrom(DRAFT_ANSWER) }));
    assert.deepEqual(await texts(page, '.summary'), ['Nothing has been sent yet.']);
  });
});
