import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { answerWithSteps, DRAFT_ANSWER, reportFrom, viewOf } from './support/reports';
import { useReports } from './support/useReports';

/** What a person reads in each of these elements, white space made one. */
async function texts(page: Page, selector: string): Promise<string[]> {
  const found = await page.locator(selector).allInnerTexts();
  return found.map((text) => text.replace(/\s+/g, ' ').trim());
}

/** A table row by row, cell by cell. */
function cells(page: Page, table: string): Promise<string[][]> {
  return page
    .locator(`${table} :is(tbody, tfoot) tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim())),
    );
}

describe('The report of the seed’s campaign', () => {
  const open = useReports();

  it('says whose it is, since when, and how old', async () => {
    const { page, show } = await open();
    await show(viewOf());
    assert.deepEqual(await texts(page, 'h1'), ['Q1 Outreach Campaign']);
    assert.deepEqual(await texts(page, '.badge'), ['active']);
    assert.deepEqual(await texts(page, '.facts li'), ['Started Jun 15, 2025', 'Fetched Jul 1, 2025, 9:30 AM']);
  });

  it('has the figures with rate, fraction and interval', async () => {
    const { page, show } = await open();
    await show(viewOf());
    assert.deepEqual(await texts(page, '.tile'), [
      'Sent 150',
      'Delivered 145 96.7% 145 of 150 sent 95% interval 92.4%–98.6%',
      'Opened 72 49.7% 72 of 145 delivered 95% interval 41.6%–57.7%',
      'Clicked 18 12.4% 18 of 145 delivered 95% interval 8.0%–18.8%',
      'Replied 12 8.3% 12 of 145 delivered 95% interval 4.8%–13.9%',
      'Bounced 5 3.3% 5 of 150 sent 95% interval 1.4%–7.6%',
      'Unsubscribed 2 1.4% 2 of 145 delivered 95% interval 0.4%–4.9%',
      'Click-to-open 25.0% 18 of 72 opened 95% interval 16.4%–36.1%',
    ]);
    assert.equal(await page.locator('.tile-replied').getAttribute('title'), '8.0% (12 of 150 sent)');
  });

  it('has the funnel as a chart and as a table', async () => {
    const { page, show } = await open({ width: 1200 });
    await show(viewOf());
    const labels = await page
      .locator('#funnel-chart [role=option]')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')));
    assert.deepEqual(labels, [
      'Sent, 150',
      'Delivered, 145, 96.7%',
      'Opened, 72, 49.7%',
      'Clicked, 18, 12.4%',
      'Replied, 12, 8.3%',
    ]);
    assert.deepEqual(await cells(page, '.funnel table'), [
      ['Sent', '150', '', '', ''],
      ['Delivered', '145', '96.7%', '145 of 150 sent', '92.4%–98.6%'],
      ['Opened', '72', '49.7%', '72 of 145 delivered', '41.6%–57.7%'],
      ['Clicked', '18', '12.4%', '18 of 145 delivered', '8.0%–18.8%'],
      ['Replied', '12', '8.3%', '12 of 145 delivered', '4.8%–13.9%'],
    ]);
    assert.ok(await page.locator('.funnel table').isVisible(), 'beside the chart where there is room');
  });

  it('has the steps as charts of rates and as a table of counts', async () => {
    const { page, show } = await open();
    await show(viewOf());
    assert.deepEqual(await texts(page, '.steps h3'), [
      'Open rate of delivered',
      'Click rate of delivered',
      'Bounce rate of sent',
    ]);
    const labels = await page
      .locator('.steps [role=option]')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')));
    assert.deepEqual(labels, [
      'Email 1, 51.5%',
      'Email 2, 45.8%',
      'Email 1, 12.4%',
      'Email 2, 12.5%',
      'Email 1, 3.0%',
      'Email 2, 4.0%',
    ]);
    assert.equal(await page.locator('.steps .whisker').count(), 6);
    assert.deepEqual(await cells(page, '.steps table'), [
      ['Email 1 sequence step 0', '100', '97 97.0%', '50 51.5%', '12 12.4%', '3 3.0%'],
      ['Email 2 sequence step 2', '50', '48 96.0%', '22 45.8%', '6 12.5%', '2 4.0%'],
    ]);
  });

  it('has the lead status, largest first, with shares and the total', async () => {
    const { page, show } = await open();
    await show(viewOf());
    assert.deepEqual(await texts(page, '.lead-status .heading'), ['Lead status 500 leads']);
    await page.getByText('Show table').last().click();
    assert.deepEqual(await cells(page, '.lead-status table'), [
      ['Active', '350', '70.0%'],
      ['Completed', '100', '20.0%'],
      ['Removed', '31', '6.2%'],
      ['Replied', '12', '2.4%'],
      ['Bounced', '5', '1.0%'],
      ['Unsubscribed', '2', '0.4%'],
      ['Total', '500', ''],
    ]);
    assert.ok(await page.locator('.lead-status table').isVisible());
  });

  it('has total replied, no note, and the definitions at the end', async () => {
    const { page, show } = await open();
    await show(viewOf());
    assert.deepEqual(await texts(page, '.total-replied'), ['Total replied 12']);
    assert.equal(await page.locator('.notes').count(), 0);
    await page.getByText('How these figures are calculated').click();
    assert.match((await texts(page, '.definitions')).join(), /Click-to-open clicked ÷ opened/);
  });

  it('draws bars to scale', async () => {
    const { page, show } = await open();
    await show(viewOf());
    const widths = await page
      .locator('#funnel-chart .bar')
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
    const [sent = 0] = widths;
    assert.deepEqual(
      widths.map((width) => Math.round((width / sent) * 150)),
      [150, 145, 72, 18, 12],
    );
  });
});

describe('A report of another shape', () => {
  const open = useReports();

  it('of a draft says calmly what there is not, and nowhere 0% or NaN', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: reportFrom(DRAFT_ANSWER) }));
    assert.deepEqual(await texts(page, '.empty'), [
      'Nothing has been sent yet.',
      'No step has been sent yet.',
      'There are no leads yet.',
    ]);
    assert.deepEqual((await texts(page, '.tile')).slice(0, 3), [
      'Sent 0',
      'Delivered 0 — 0 of 0 sent',
      'Opened 0 — 0 of 0 delivered',
    ]);
    assert.doesNotMatch(await page.locator('main').innerText(), /NaN|undefined|null|\d%/);
  });

  it('with unknown counts shows a dash for each', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: reportFrom({ stats: {}, statusBreakdown: { active: null } }) }));
    assert.deepEqual((await texts(page, '.figure')).join(' '), Array(8).fill('—').join(' '));
    assert.doesNotMatch(await page.locator('main').innerText(), /NaN|undefined|null|\d%/);
  });

  it('with one step and no variant has one bar a rate', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: reportFrom(answerWithSteps(1, 0)) }));
    assert.equal(await page.locator('.steps .bar').count(), 3);
  });

  it('with 60 steps of four variants has them all, step by step', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: reportFrom(answerWithSteps(60, 4)) }));
    assert.equal(await page.locator('#steps-opened [role=option]').count(), 300);
    const rows = await page.locator('.steps tbody th').allInnerTexts();
    assert.equal(rows.length, 300);
    assert.deepEqual(
      rows.slice(-5).map((text) => text.replace(/\s+/g, ' ')),
      ['Email 60 sequence step 118', 'Variant A', 'Variant B', 'Variant C', 'Variant D'],
    );
  });

  it('with more rows than a person reads says that it shows the first', async () => {
    const { page, show } = await open();
    const statusBreakdown = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`status ${index}`, index]));
    await show(viewOf({ report: reportFrom({ stats: {}, statusBreakdown }) }));
    assert.equal(await page.locator('#lead-status-chart [role=option]').count(), 500);
    assert.deepEqual(await texts(page, '.lead-status .empty'), ['The first 500 of 600 rows are shown.']);
  });
});
