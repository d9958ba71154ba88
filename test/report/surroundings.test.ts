import assert from 'node:assert/strict';
import type { CampaignReport } from '../../src/analytics/report';
import { chartColours, cutOff, overlaps } from './support/drawnTexts';
import { unfold } from './support/reading';
import { answerWithVariants, fullReport, reportFrom, SEED_DETAIL, TESTED_ANSWER, viewOf } from './support/reports';
import { useReports } from './support/useReports';
import { THEMES, type ThemeName } from './themes';

function everyVerdict(): CampaignReport {
  return reportFrom(TESTED_ANSWER, { detail: SEED_DETAIL });
}

describe('The report page at any width', () => {
  const open = useReports();

  for (const width of [320, 400, 560, 740, 900, 1200, 1600]) {
    it(`of ${width} pixels has no scrolling sideways, no texts that meet, nothing cut off`, async () => {
      const { page, show } = await open({ width });
      for (const report of [viewOf().report, everyVerdict(), reportFrom(answerWithVariants(26)), fullReport(400)]) {
        await show(viewOf({ report, workspace: 'Growth' }));
        await page.locator('#period').selectOption('other');
        await unfold(page);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        assert.deepEqual(await overlaps(page), []);
        assert.deepEqual(await cutOff(page), []);
      }
    });
  }

  it('follows the width while it is open', async () => {
    const { page, show } = await open({ width: 1200 });
    await show(viewOf({ report: fullReport() }));
    for (const width of [360, 1000]) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForFunction(() =>
        [...document.querySelectorAll('bar-chart, trend-chart')].every(
          (chart) => chart.querySelector('svg')?.getAttribute('width') === String(chart.clientWidth),
        ),
      );
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    }
  });

  it('at 200 % zoom reads like a page of half the width', async () => {
    const { page, show } = await open({ width: 640, deviceScaleFactor: 2 });
    await show(viewOf({ report: { ...fullReport(), steps: everyVerdict().steps } }));
    await unfold(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 640);
    assert.deepEqual(await cutOff(page), []);
    assert.deepEqual(await overlaps(page), []);
  });

  it('follows a larger font of the editor', async () => {
    const { page, show } = await open();
    await page.evaluate(() => document.documentElement.style.setProperty('--vscode-font-size', '20px'));
    await show(viewOf({ report: fullReport() }));
    assert.equal(
      await page
        .locator('#funnel-chart text')
        .first()
        .evaluate((text) => getComputedStyle(text).fontSize),
      '20px',
    );
    assert.deepEqual(await overlaps(page), []);
  });
});

describe('The report page in any theme', () => {
  const open = useReports();

  it('follows a change while it is open', async () => {
    const { page, show, setTheme } = await open({ theme: 'dark' });
    await show(viewOf());
    const look = (): Promise<string[]> =>
      page.evaluate(() => {
        const fill = (selector: string): string =>
          getComputedStyle(document.querySelector(selector) ?? document.body).fill;
        return [getComputedStyle(document.body).backgroundColor, fill('.tone-blue.bar'), fill('bar-chart .label')];
      });
    const seen: Record<string, string[]> = {};
    for (const theme of Object.keys(THEMES) as ThemeName[]) {
      await setTheme(theme);
      seen[theme] = await look();
    }
    assert.deepEqual(seen, {
      dark: ['rgb(31, 31, 31)', 'rgb(89, 164, 249)', 'rgb(204, 204, 204)'],
      light: ['rgb(255, 255, 255)', 'rgb(0, 99, 211)', 'rgb(59, 59, 59)'],
      highContrast: ['rgb(0, 0, 0)', 'rgb(89, 164, 249)', 'rgb(255, 255, 255)'],
      highContrastLight: ['rgb(255, 255, 255)', 'rgb(0, 99, 211)', 'rgb(41, 41, 41)'],
    });
  });

  it('draws with the system’s colours where those are forced', async () => {
    const { page, show } = await open({ theme: 'dark', forcedColors: 'active' });
    await show(viewOf({ report: { ...fullReport(), steps: everyVerdict().steps } }));
    const { drawn, system } = await chartColours(page);
    assert.deepEqual(drawn, [system]);
  });

  for (const [how, options, bodyClass] of [
    ['the system', { reducedMotion: 'reduce' as const }, ''],
    ['VS Code', {}, 'vscode-reduce-motion'],
  ] as const) {
    it(`moves nothing where ${how} asks for less motion`, async () => {
      const { page, show } = await open(options);
      await page.evaluate((name) => name && document.body.classList.add(name), bodyClass);
      await show(viewOf({ report: null, loading: true }));
      const moving = await page.evaluate(() =>
        document.getAnimations().map((animation) => (animation.effect as KeyframeEffect).target?.className),
      );
      assert.deepEqual(moving, []);
    });
  }
});

describe('The report page on paper', () => {
  const open = useReports();

  it('is black on white with everything unfolded and nothing to press', async () => {
    const { page, show } = await open({ theme: 'dark' });
    await show(viewOf({ problem: { message: 'It did not work.', remedy: 'refresh' } }));
    await page.emulateMedia({ media: 'print' });
    const [paper, ink] = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return [backgroundColor, color];
    });
    assert.deepEqual([paper, ink], ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    assert.deepEqual(
      await page.getByRole('button').evaluateAll((all) => all.filter((button) => !button.matches('h2 > .toggle'))),
      [],
    );
    for (const table of await page.locator('table').all()) assert.ok(await table.isVisible());
    assert.ok(await page.locator('.definitions').isVisible());
    assert.equal(await page.getByText('Show table').first().isVisible(), false);
  });

  it('lays its charts out for a sheet, keeps them whole, and goes back to the window’s width', async () => {
    const { page, show } = await open({ width: 1600 });
    await show(viewOf());
    const width = (): Promise<number> =>
      page.locator('#lead-status-chart svg').evaluate((svg) => Number(svg.getAttribute('width')));
    const onScreen = await width();
    const printed = page.evaluate(
      () =>
        new Promise((resolve) =>
          window.addEventListener('beforeprint', () =>
            queueMicrotask(() => resolve(document.querySelector('#lead-status-chart svg')?.getAttribute('width'))),
          ),
        ),
    );
    await page.pdf({ format: 'A4' });
    assert.equal(await printed, '660');
    assert.equal(await width(), onScreen);

    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          window.dispatchEvent(new Event('beforeprint'));
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        }),
    );
    assert.equal(await width(), 660, 'however long the printing takes');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    assert.equal(await width(), onScreen);
    await page.emulateMedia({ media: 'print' });
    for (const chart of await page.locator('bar-chart, trend-chart').all()) {
      assert.equal(await chart.evaluate((element) => getComputedStyle(element).breakInside), 'avoid');
    }
  });
});
