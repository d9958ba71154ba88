import assert from 'node:assert/strict';
import { dailyRows, HOSTILE, HOSTILE_ANSWER, HOSTILE_DETAIL, reportFrom, viewOf } from './support/reports';
import { useReports } from './support/useReports';

describe('Hostile text', () => {
  const open = useReports();
  const hostile = () =>
    viewOf({
      report: reportFrom(HOSTILE_ANSWER, { detail: HOSTILE_DETAIL, daily: dailyRows(30) }),
      workspace: `${HOSTILE.markup} ${HOSTILE.override} ${HOSTILE.long}`,
      problem: { message: `${HOSTILE.markup} ${HOSTILE.override} ${HOSTILE.long}`, remedy: 'refresh' },
    });

  it('is shown as the text that it is, wherever it stands', async () => {
    const { page, show } = await open();
    await show(hostile());
    assert.equal(await page.locator('main :is(img, script, iframe, b)').count(), 0);
    assert.ok((await page.title()).includes('<img src=x'), 'the title is the campaign’s, which is only text there');
    for (const place of [
      'h1',
      '.facts',
      'div[role=alert]',
      '.steps table',
      '.steps .secondary',
      '.subsequence > h3',
      '.subsequence .facts',
      '#lead-status-chart',
      '.steps svg >> nth=0',
    ]) {
      assert.ok((await page.locator(place).first().textContent())?.includes('<img src=x'), place);
    }
  });

  it('stops no policy and throws nothing', async () => {
    const { page, show, violations } = await open();
    await show(hostile());
    await page.locator('#lead-status-chart-0').hover();
    assert.deepEqual(await violations(), []);
  });

  for (const width of [320, 900]) {
    it(`wraps or is cut with an ellipsis at ${width} pixels`, async () => {
      const { page, show } = await open({ width });
      await show(hostile());
      await page
        .locator('details')
        .evaluateAll((all) => all.forEach((details) => ((details as HTMLDetailsElement).open = true)));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      assert.ok((await page.locator('.steps svg').first().textContent())?.includes('…'));
    });
  }

  it('does not turn the text around it, whatever its direction', async () => {
    const { page, show } = await open();
    const report = reportFrom({
      ...HOSTILE_ANSWER,
      campaign: { name: `${HOSTILE.override} \u05E9\u05DC\u05D5\u05DD`, status: 'x' },
    });
    await show(viewOf({ report }));
    assert.equal(await page.locator('h1 bdi').getAttribute('dir'), 'auto');
    const isolation = await page.evaluate(() => [
      getComputedStyle(document.querySelector('h1 bdi') ?? document.body).unicodeBidi,
      getComputedStyle(document.querySelector('bar-chart text') ?? document.body).unicodeBidi,
    ]);
    assert.deepEqual(isolation, ['isolate', 'isolate']);
    const [name, badge] = await Promise.all([page.locator('h1').boundingBox(), page.locator('.badge').boundingBox()]);
    assert.ok(name && badge && name.x < badge.x, 'the badge stays behind the name');
  });

  it('that names what every object has is a status like another', async () => {
    const { page, show } = await open();
    const statusBreakdown = JSON.parse('{"__proto__": 3, "constructor": 2, "toString": 1}') as unknown;
    await show(viewOf({ report: reportFrom({ stats: {}, statusBreakdown }) }));
    assert.deepEqual(await page.locator('#lead-status-chart .label').allTextContents(), [
      '__proto__',
      'constructor',
      'toString',
    ]);
  });
});
