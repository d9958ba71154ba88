import assert from 'node:assert/strict';
import { cells, texts } from './support/reading';
import { answerWithSteps, DRAFT_ANSWER, reportFrom, SEED_ANSWER, TESTED_ANSWER, viewOf } from './support/reports';
import { useReports } from './support/useReports';

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
      'Opened 72 49.7% 72 of 145 delivered 95% interval 41.6%–57.7% 48.0% (72 of 150 sent)',
      'Clicked 18 12.4% 18 of 145 delivered 95% interval 8.0%–18.8% 12.0% (18 of 150 sent)',
      'Replied 12 8.3% 12 of 145 delivered 95% interval 4.8%–13.9% 8.0% (12 of 150 sent)',
      'Bounced 5 3.3% 5 of 150 sent 95% interval 1.4%–7.6%',
      'Unsubscribed 2 1.4% 2 of 145 delivered 95% interval 0.4%–4.9% 1.3% (2 of 150 sent)',
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
      ['Opened', '72', '49.7% 48.0% of sent', '72 of 145 delivered', '41.6%–57.7%'],
      ['Clicked', '18', '12.4% 12.0% of sent', '18 of 145 delivered', '8.0%–18.8%'],
      ['Replied', '12', '8.3% 8.0% of sent', '12 of 145 delivered', '4.8%–13.9%'],
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
      [
        'Email 1 sequence step 0',
        '100',
        '97 97.0% 91.5%–99.0%',
        '50 51.5% 41.7%–61.2%',
        '12 12.4% 7.2%–20.4%',
        '3 3.0% 1.0%–8.5%',
      ],
      [
        'Email 2 sequence step 2',
        '50',
        '48 96.0% 86.5%–98.9%',
        '22 45.8% 32.6%–59.7%',
        '6 12.5% 5.9%–24.7%',
        '2 4.0% 1.1%–13.5%',
      ],
    ]);
  });

  it('has the steps’ rates over the other base, as text, for whoever asks', async () => {
    const { page, show } = await open();
    await show(viewOf());
    await page.locator('#steps-other-base').focus();
    assert.equal(await page.locator('#steps-other-base').innerText(), 'The same rates of sent');
    await page.keyboard.press('Enter');
    const table = page.locator('.steps table').nth(1);
    await table.waitFor();
    assert.deepEqual(await cells(page, '.steps lazy-content table'), [
      ['Email 1 sequence step 0', '50.0% 50 of 100 sent 40.4%–59.6%', '12.0% 12 of 100 sent 7.0%–19.8%'],
      ['Email 2 sequence step 2', '44.0% 22 of 50 sent 31.2%–57.7%', '12.0% 6 of 50 sent 5.6%–23.8%'],
    ]);
    await show(viewOf({ report: reportFrom(SEED_ANSWER, { rateBase: 'sent' }) }));
    assert.equal(await page.locator('#steps-other-base').innerText(), 'The same rates of delivered');
    assert.equal((await cells(page, '.steps lazy-content table'))[0]?.[1], '51.5% 50 of 97 delivered 41.7%–61.2%');
  });

  it('keeps no figure for the pointer alone', async () => {
    const { page, show } = await open({ width: 1200 });
    await show(viewOf());
    // The name of a button without words is no figure, and is spoken, too.
    for (const titled of await page.locator('[title]:not(.menu-button)').all()) {
      const title = (await titled.getAttribute('title')) ?? '?';
      assert.ok((await titled.innerText()).includes(title), title);
    }
    assert.match((await cells(page, '.funnel table'))[4]?.[2] ?? '', /^8\.3% 8\.0% of sent$/);
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

  it('with 60 steps of four variants charts the steps, says so, and has all in the table', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: reportFrom(answerWithSteps(60, 4)) }));
    assert.equal(await page.locator('#steps-opened [role=option]').count(), 60);
    assert.deepEqual(await texts(page, '.panels + .sentence'), [
      'The charts leave out the variants: 300 rows would be too many. The table has them.',
    ]);
    const rows = await page.locator('.steps tbody th').allInnerTexts();
    assert.equal(rows.length, 300);
    assert.deepEqual(
      rows.slice(-5).map((text) => text.replace(/\s+/g, ' ')),
      ['Email 60 sequence step 118', 'Variant A', 'Variant B', 'Variant C', 'Variant D'],
    );
  });

  it('with 10,000 rows draws what a person can read in a moment, and says what it leaves out', async () => {
    const { page, show } = await open();
    await show(viewOf());
    // The rows are made in the page: to send so many from here takes longer than to draw them.
    const milliseconds = await page.evaluate(
      ({ view, count }) =>
        new Promise<number>((resolve) => {
          const [step] = view.report?.steps ?? [];
          const steps = Array.from({ length: count }, (_, index) => ({
            ...step,
            rank: index + 1,
            sequenceStep: index,
          }));
          const started = performance.now();
          const data = { type: 'show', view: { ...view, report: { ...view.report, steps } } };
          window.dispatchEvent(new MessageEvent('message', { data }));
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
        }),
      { view: viewOf(), count: 10_000 },
    );
    assert.ok(milliseconds < 8_000, `${milliseconds} ms`);
    assert.equal(await page.locator('.steps [role=option]').count(), 3 * 120);
    assert.deepEqual(await texts(page, '.panels + .sentence'), ['The charts show the first 120 of 10,000 steps.']);
    assert.equal(await page.locator('.steps tbody tr').count(), 500);
    assert.deepEqual(await texts(page, '.steps-table .empty'), ['The first 500 of 10,000 rows are shown.']);
  });

  it('with rates that cannot be says them, and draws the others to their own scale', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: reportFrom(TESTED_ANSWER) }));
    const last = page.locator('#steps-clicked .value').nth(-2);
    assert.equal(await last.textContent(), '141.4%');
    assert.equal(await page.locator('#steps-clicked .point').count(), 10, 'of eleven variants');
    assert.equal((await page.locator('#steps-clicked .tick').allTextContents()).at(-1), '100%');
  });

  it('with nothing but zeros has a scale, points at zero and their intervals', async () => {
    const { page, show } = await open();
    const stepAnalytics = ['A', 'B'].map((variant) => ({
      _id: { sequenceStep: 0, variant },
      sent: 300,
      opened: 0,
      clicked: 0,
      bounced: 0,
    }));
    await show(viewOf({ report: reportFrom({ ...SEED_ANSWER, stepAnalytics }) }));
    assert.equal(await page.locator('#steps-opened .point').count(), 2);
    assert.equal(await page.locator('#steps-opened .whisker').count(), 3);
    const zero = await page.locator('#steps-opened .zero').boundingBox();
    const point = await page.locator('#steps-opened .point').first().boundingBox();
    assert.ok(zero && point && Math.abs(point.x + point.width / 2 - zero.x) < 2);
  });

  it('with more rows than a person reads says that it shows the first', async () => {
    const { page, show } = await open();
    const statusBreakdown = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`status ${index}`, index]));
    await show(viewOf({ report: reportFrom({ stats: {}, statusBreakdown }) }));
    assert.equal(await page.locator('#lead-status-chart [role=option]').count(), 500);
    assert.deepEqual(await texts(page, '.lead-status .empty'), ['The first 500 of 600 rows are shown.']);
  });
});
