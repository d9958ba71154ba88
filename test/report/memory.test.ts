import assert from 'node:assert/strict';
import { SEED_ANSWER, viewOf } from './support/reports';
import { useReports } from './support/useReports';

describe('What the page remembers', () => {
  const open = useReports();

  it('is whose report it is, what is open, where it was scrolled to and what had the focus: no figures', async () => {
    const { page, show, state } = await open();
    await show(viewOf());
    await page.getByText('Show table').first().click();
    await page.locator('#steps-opened-1').focus();
    await page.evaluate(() => {
      const ended = new Promise((resolve) => document.addEventListener('scrollend', resolve, { once: true }));
      window.scrollTo({ top: 300 });
      return ended;
    });
    assert.deepEqual(await state(), {
      campaign: SEED_ANSWER.campaign.id,
      comparison: null,
      folds: { 'funnel-chart-table': true },
      scroll: 300,
      focus: 'steps-opened-1',
    });
  });

  it('brings the reader back', async () => {
    const { page, show } = await open({
      state: { campaign: 'x', folds: { 'lead-status-chart-table': true }, scroll: 250, focus: 'steps-clicked-1' },
    });
    await show(viewOf({ report: null, loading: true }));
    await show(viewOf());
    await page.waitForFunction(() => window.scrollY === 250);
    assert.equal(await page.locator('.lead-status table').isVisible(), true);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'steps-clicked-1');
  });

  it('does not move a reader who is already there', async () => {
    const { page, show } = await open({ state: { scroll: 250, focus: 'definitions' } });
    await show(viewOf());
    await page.waitForFunction(() => window.scrollY === 250);
    await page.locator('#funnel-chart-1').focus();
    await page.evaluate(
      (message) =>
        new Promise<void>((resolve) => {
          window.scrollTo({ top: 10 });
          window.addEventListener(
            'message',
            () => requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
            { once: true },
          );
          window.postMessage(message, '*');
        }),
      { type: 'show', view: viewOf() },
    );
    assert.equal(await page.evaluate(() => window.scrollY), 10);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'funnel-chart-1');
  });

  for (const [what, state] of [
    ['of another version', { version: 7, folds: 'all', scroll: 'top', focus: 4 }],
    ['that is no object', 'scrolled'],
    ['naming an element that is gone', { folds: { gone: true }, scroll: 1e9, focus: 'gone' }],
  ] as const) {
    it(`may be something ${what}`, async () => {
      const { page, show, violations } = await open({ state });
      await show(viewOf());
      assert.equal(await page.locator('.tile').count(), 8);
      assert.deepEqual(await violations(), []);
    });
  }
});
