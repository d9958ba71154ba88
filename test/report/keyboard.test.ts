import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { answerWithSteps, reportFrom, viewOf } from './support/reports';
import { useReports } from './support/useReports';

function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? null);
}

describe('A person with a keyboard', () => {
  const open = useReports();

  it('passes one stop a chart and one for its menu, and every control once', async () => {
    const { page, show } = await open();
    await show(viewOf());
    const stops: (string | null)[] = [];
    for (let press = 0; press < 22; press++) {
      await page.keyboard.press('Tab');
      stops.push(await focused(page));
    }
    assert.deepEqual(stops, [
      'refresh',
      'export',
      'period',
      'health-toggle',
      'funnel-toggle',
      'Save or copy “Funnel”',
      'Sent, 150',
      'funnel-chart-table',
      'steps-toggle',
      'Save or copy “Open rate by step”',
      'Email 1, 51.5%',
      'Save or copy “Click rate by step”',
      'Email 1, 12.4%',
      'Save or copy “Bounce rate by step”',
      'Email 1, 3.0%',
      'steps-other-base',
      'lead-status-toggle',
      'Save or copy “Lead status”',
      'Active, 350, 70.0%',
      'lead-status-chart-table',
      'total-replied-toggle',
      'definitions',
    ]);
  });

  it('walks the marks of a chart with arrows, Home and End, and is told fraction and interval', async () => {
    const { page, show } = await open();
    await show(viewOf());
    await page.locator('#funnel-chart-0').focus();
    const walk: [key: string, mark: string, said: string][] = [
      ['ArrowDown', 'Delivered, 145, 96.7%', '145 of 150 sent, 95% interval 92.4%–98.6%, 5 not delivered'],
      ['ArrowRight', 'Opened, 72, 49.7%', '72 of 145 delivered, 95% interval 41.6%–57.7%, 73 not opened'],
      ['End', 'Replied, 12, 8.3%', '12 of 145 delivered, 95% interval 4.8%–13.9%, 133 delivered without a reply'],
      ['ArrowDown', 'Replied, 12, 8.3%', '12 of 145 delivered, 95% interval 4.8%–13.9%, 133 delivered without a reply'],
      ['ArrowUp', 'Clicked, 18, 12.4%', '18 of 145 delivered, 95% interval 8.0%–18.8%, 54 opened without a click'],
      ['Home', 'Sent, 150', '150 sent'],
    ];
    for (const [key, mark, said] of walk) {
      await page.keyboard.press(key);
      assert.equal(await focused(page), mark);
      assert.equal(await page.locator('[role=status]').innerText(), said);
      const tooltip = (await page.locator('.tooltip').innerText()).replace(/\s*\n\s*/g, ', ');
      assert.equal(tooltip, `${mark.split(',')[0]}, ${said}`);
    }
  });

  it('comes back to the mark that was left, and the tooltip goes with the focus', async () => {
    const { page, show } = await open();
    await show(viewOf());
    await page.locator('#funnel-chart-0').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    assert.equal(await page.locator('.tooltip').count(), 0);
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(page), 'Delivered, 145, 96.7%');
  });

  it('does not scroll the page with the keys that walk marks', async () => {
    const { page, show } = await open();
    await show(viewOf());
    await page.evaluate(() => {
      Object.assign(window, { scrolling: [] });
      window.addEventListener('keydown', (event) => {
        if (!event.defaultPrevented) (window as unknown as { scrolling: string[] }).scrolling.push(event.key);
      });
    });
    await page.locator('#funnel-chart-2').focus();
    for (const key of ['ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown', 'Tab'])
      await page.keyboard.press(key);
    const scrolling = await page.evaluate(() => (window as unknown as { scrolling: string[] }).scrolling);
    assert.deepEqual(scrolling, ['Tab']);
  });

  it('closes the tooltip with Escape', async () => {
    const { page, show } = await open();
    await show(viewOf());
    await page.locator('#funnel-chart-2').focus();
    assert.equal(await page.locator('.tooltip').count(), 1);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.tooltip').count(), 0);
  });

  it('keeps chords for VS Code', async () => {
    const { page, show } = await open();
    await show(viewOf());
    await page.locator('#funnel-chart-0').focus();
    for (const chord of ['Control+ArrowDown', 'Alt+End', 'Shift+ArrowDown', 'Meta+ArrowRight']) {
      await page.keyboard.press(chord);
      assert.equal(await focused(page), 'Sent, 150', chord);
    }
  });

  it('sees which mark has the focus', async () => {
    const { page, show } = await open();
    await show(viewOf());
    const stroke = (): Promise<string> =>
      page.locator('#funnel-chart-1').evaluate((area) => getComputedStyle(area).stroke);
    assert.equal(await stroke(), 'none');
    await page.locator('#funnel-chart-menu').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    assert.equal(await stroke(), 'rgb(0, 120, 212)');
  });

  it('keeps the focus through a refresh, on a mark and on the button that began it', async () => {
    const { page, show } = await open();
    await show(viewOf());
    await page.locator('#steps-opened-1').focus();
    await show(viewOf({ loading: true }));
    await show(viewOf({ report: reportFrom(answerWithSteps(2, 0)) }));
    assert.match((await focused(page)) ?? '', /^Email 2, /);
    await page.locator('#refresh').focus();
    await show(viewOf({ loading: true }));
    assert.equal(await focused(page), 'refresh');
  });

  it('is back at the same place when VS Code has taken the focus elsewhere, and only then', async () => {
    const { page, show } = await open();
    await show(viewOf());
    for (const place of ['funnel-chart-menu', 'steps-opened-1', 'export']) {
      await page.locator(`#${place}`).focus();
      const other = await page.evaluate(async () => {
        const leave = (): void => (document.activeElement as HTMLElement).blur();
        const turn = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));
        // As in VS Code: first the element, at once the window, and the page alone is given it back.
        leave();
        window.dispatchEvent(new Event('blur'));
        await turn();
        window.dispatchEvent(new Event('focus'));
        const back = document.activeElement?.id;
        leave();
        await turn();
        window.dispatchEvent(new Event('blur'));
        window.dispatchEvent(new Event('focus'));
        return [back, document.activeElement === document.body];
      });
      assert.deepEqual(other, [place, true]);
    }
  });

  it('opens a table', async () => {
    const { page, show } = await open();
    await show(viewOf());
    await page.locator('#funnel-chart-table').focus();
    assert.equal(await page.locator('.funnel table').isVisible(), false);
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.funnel table').isVisible(), true);
    assert.equal(await page.locator('#funnel-chart-table').innerText(), 'Hide table');
  });
});

describe('A person with a pointer', () => {
  const open = useReports();

  it('sees fraction and interval of the mark under it, and nothing once it is gone', async () => {
    const { page, show } = await open();
    await show(viewOf());
    await page.locator('#steps-clicked-1').hover();
    const tooltip = page.locator('.tooltip');
    assert.equal(
      (await tooltip.innerText()).replace(/\s*\n\s*/g, ', '),
      'Email 2, 6 of 48 delivered, 95% interval 5.9%–24.7%',
    );
    assert.equal(await page.locator('[role=status]').innerText(), '', 'hovering is not announced');
    await page.locator('h1').hover();
    assert.equal(await tooltip.count(), 0);
  });

  it('sees the whole tooltip, however narrow the chart', async () => {
    const { page, show } = await open({ width: 320 });
    await show(viewOf());
    for (const mark of ['#funnel-chart-0', '#funnel-chart-1', '#steps-bounced-1']) {
      await page.locator(mark).hover();
      const box = await page.locator('.tooltip').boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 320, mark);
    }
  });
});
