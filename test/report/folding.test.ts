import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { fullReport, viewOf } from './support/reports';
import { useReports } from './support/useReports';

const SECTIONS = [
  'health',
  'funnel',
  'trend',
  'steps',
  'subsequences',
  'lead-status',
  'total-replied',
  'notes',
] as const;

/** Which sections show what is in them. */
async function unfolded(page: Page): Promise<string[]> {
  const shown: string[] = [];
  for (const id of SECTIONS) {
    const isShown = await page
      .locator(`#${id}-body > *`)
      .first()
      .evaluate((part) => part.checkVisibility());
    const isExpanded = (await page.locator(`#${id}-toggle`).getAttribute('aria-expanded')) === 'true';
    assert.equal(isShown, isExpanded, id);
    if (isShown) shown.push(id);
  }
  return shown;
}

describe('A section of the report', () => {
  const open = useReports();

  it('is folded and unfolded with keys and with the pointer, each by itself', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport() }));
    assert.deepEqual(await unfolded(page), SECTIONS);
    await page.locator('#trend-toggle').focus();
    await page.keyboard.press('Enter');
    await page.locator('#steps-toggle').focus();
    await page.keyboard.press('Space');
    await page.locator('#health-toggle').click();
    assert.deepEqual(await unfolded(page), ['funnel', 'subsequences', 'lead-status', 'total-replied', 'notes']);
    await page.keyboard.press('Enter');
    assert.deepEqual(await unfolded(page), [
      'health',
      'funnel',
      'subsequences',
      'lead-status',
      'total-replied',
      'notes',
    ]);
  });

  it('says what matters of it still when it is folded', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport() }));
    await page.locator('#health-toggle').click();
    assert.ok(await page.locator('.health .heading p').isVisible());
  });

  it('is passed over by the tab key when it is folded', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport() }));
    for (const id of ['funnel', 'trend']) await page.locator(`#${id}-toggle`).click();
    await page.locator('#health-toggle').focus();
    const stops: (string | undefined)[] = [];
    for (let press = 0; press < 3; press++) {
      await page.keyboard.press('Tab');
      stops.push(await page.evaluate(() => document.activeElement?.id));
    }
    assert.deepEqual(stops, ['funnel-toggle', 'trend-toggle', 'steps-toggle']);
  });

  it('stays as the reader left it, through a refresh and when the page is opened again', async () => {
    const { page, show, state } = await open();
    await show(viewOf({ report: fullReport() }));
    await page.locator('#trend-toggle').click();
    await show(viewOf({ report: fullReport(), loading: true }));
    await page.locator('#funnel-toggle').click();
    await page.locator('#funnel-toggle').click();
    await show(viewOf({ report: fullReport(60) }));
    const rest = SECTIONS.filter((id) => id !== 'trend');
    assert.deepEqual(await unfolded(page), rest);

    const kept = (await state()) as { folds: unknown };
    assert.deepEqual(kept.folds, { 'trend-toggle': false, 'funnel-toggle': true });
    const again = await open({ state: kept });
    await again.show(viewOf({ report: fullReport() }));
    assert.deepEqual(await unfolded(again.page), rest);
    await again.page.locator('#trend-toggle').click();
    assert.deepEqual(await unfolded(again.page), SECTIONS);
    assert.ok(((await again.page.locator('#trend-counts svg').boundingBox())?.width ?? 0) > 800, 'its charts fit');
  });

  it('unfolds where the browser finds something in it, as with VS Code’s find', async () => {
    const { page, show, state } = await open();
    await show(viewOf({ report: fullReport() }));
    await page.locator('#trend-toggle').click();
    // Going to a fragment reveals it the way that finding a text does.
    await page.evaluate(() => (location.hash = '#trend-rates'));
    assert.deepEqual(await unfolded(page), SECTIONS);
    assert.equal(((await state()) as { folds: Record<string, boolean> }).folds['trend-toggle'], true);
  });

  it('is whole on paper', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport() }));
    await page.locator('#funnel-toggle').click();
    await page.emulateMedia({ media: 'print' });
    const chart = page.locator('#funnel-chart svg');
    assert.ok(await chart.evaluate((svg) => svg.checkVisibility()));
    assert.ok(((await chart.boundingBox())?.height ?? 0) > 100);
    assert.equal(await page.locator('.toggle .icon').first().isVisible(), false);
  });
});
