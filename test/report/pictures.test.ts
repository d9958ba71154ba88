import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { chartRef, type ChartRef } from '../../src/analytics/chartRef';
import { formatFor } from '../../src/analytics/format';
import type { CampaignReport } from '../../src/analytics/report';
import { chartPicture } from '../../src/export/chartSvg';
import { DARK } from '../../src/export/svg/chartColors';
import type { PictureUse } from '../../src/report/protocol';
import {
  answerWithVariants,
  DRAFT_ANSWER,
  fullReport,
  HOSTILE_ANSWER,
  HOSTILE_DETAIL,
  reportFrom,
  SEED_DETAIL,
  TESTED_ANSWER,
  UNTRACKED_ANSWER,
  UNTRACKED_DETAIL,
  viewOf,
} from './support/reports';
import { unfold } from './support/reading';
import { useReports } from './support/useReports';

const OPTIONS = { format: formatFor('en'), fetchedAt: null };
const PAPER = [0x16, 0x19, 0x1d]; // DARK.paper

function picture(report: CampaignReport, chart: ChartRef): string {
  const svg = chartPicture(report, chart, OPTIONS, DARK)?.svg;
  assert.ok(svg, JSON.stringify(chart));
  return svg;
}

/** What the page tells VS Code of each place that has a menu, by the id of the chart in it. */
function menus(page: Page): Promise<[string, Record<string, unknown>][]> {
  return page
    .locator('main [data-vscode-context]:has(bar-chart, trend-chart)')
    .evaluateAll((places) =>
      places.map((place) => [
        place.querySelector('bar-chart, trend-chart')?.id ?? '',
        JSON.parse(place.getAttribute('data-vscode-context') ?? '') as Record<string, unknown>,
      ]),
    );
}

describe('The menu of a chart', () => {
  const open = useReports();

  const reports: Readonly<Record<string, () => CampaignReport>> = {
    'with every section': () => fullReport(30),
    'with every verdict': () => reportFrom(TESTED_ANSWER, { detail: SEED_DETAIL }),
    'with many variants': () => reportFrom(answerWithVariants(26)),
    'with opens not tracked': () => reportFrom(UNTRACKED_ANSWER, { detail: UNTRACKED_DETAIL }),
    'with hostile names': () => reportFrom(HOSTILE_ANSWER, { detail: HOSTILE_DETAIL }),
    'of a draft': () => reportFrom(DRAFT_ANSWER),
  };

  for (const [kind, report] of Object.entries(reports)) {
    it(`is at every chart of a report ${kind}, and names one that can be drawn`, async () => {
      const { page, show } = await open();
      await show(viewOf({ report: report() }));
      await unfold(page);
      const found = await menus(page);
      const charts = await page.locator('bar-chart, trend-chart').evaluateAll((all) => all.map(({ id }) => id));
      assert.deepEqual(
        found.map(([id]) => id),
        charts,
      );
      assert.equal(new Set(found.map(([, about]) => JSON.stringify(about))).size, charts.length, 'each has its own');
      for (const [, { webviewSection, preventDefaultContextMenuItems, ...chart }] of found) {
        assert.deepEqual([webviewSection, preventDefaultContextMenuItems], ['chart', true]);
        await image(page, picture(report(), chart as unknown as ChartRef));
      }
    });
  }

  it('opens by its button below it, with the keyboard, too', async () => {
    const { page, show } = await open();
    await show(viewOf());
    await page.evaluate(() => {
      document.addEventListener('contextmenu', (event) => {
        Object.assign(window, {
          asked: [event.target instanceof Element && event.target.id, event.clientX, event.clientY],
        });
      });
    });
    const button = page.getByRole('button', { name: 'Save or copy “Funnel”' });
    assert.equal(await button.getAttribute('aria-haspopup'), 'menu');
    await button.focus();
    await page.keyboard.press('Enter');
    const box = await button.boundingBox();
    assert.deepEqual(await page.evaluate(() => (window as unknown as { asked: unknown[] }).asked), [
      'funnel-chart-menu',
      Math.floor(box?.x ?? 0),
      Math.floor((box?.y ?? 0) + (box?.height ?? 0)),
    ]);
  });

  it('is not on a page without a report', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: null }));
    assert.equal(await page.locator('[data-vscode-context]').count(), 0);
    assert.equal(await page.locator('#export').count(), 0);
  });

  it('of the page has the report’s exports, and text can be copied', async () => {
    const { page, show } = await open();
    await show(viewOf({ sample: true }));
    const about = async (selector: string): Promise<unknown> => {
      const place = page.locator('[data-vscode-context]').filter({ has: page.locator(selector) });
      return JSON.parse((await place.last().getAttribute('data-vscode-context')) ?? '');
    };
    assert.deepEqual(await about('.summary'), { webviewSection: 'report' });
    assert.deepEqual(await about('#export'), { webviewSection: 'report', preventDefaultContextMenuItems: true });
  });
});

/** Draws an SVG as the page does; its size. */
function image(page: Page, svg: string): Promise<number[]> {
  return page.evaluate(async (source) => {
    const drawn = new Image();
    drawn.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
    await drawn.decode();
    return [drawn.naturalWidth, drawn.naturalHeight];
  }, svg);
}

describe('A picture of a chart', () => {
  const open = useReports();

  /** Asks the page for a picture, and waits for what it says. */
  async function ask(
    page: Page,
    svg: string,
    use: PictureUse,
    chart: ChartRef = chartRef('funnel'),
  ): Promise<Record<string, unknown>> {
    const before = await page.evaluate(() => window.hostRecord.messages.length);
    await page.evaluate((message) => window.postMessage(message, '*'), { type: 'drawPicture', chart, use, svg });
    await page.waitForFunction((count) => window.hostRecord.messages.length > count, before);
    return page.evaluate(() => {
      const message = window.hostRecord.messages.at(-1) as Record<string, unknown>;
      return { ...message, ...(message['png'] instanceof Uint8Array ? { png: [...message['png']] } : {}) };
    });
  }

  it('is a PNG with two pixels for one, on the paper of the chart’s colours, and breaks no policy', async () => {
    const { page, show, violations } = await open();
    const report = fullReport(30);
    await show(viewOf({ report }));
    const svg = picture(report, chartRef('trendRates'));
    const { png, ...message } = await ask(page, svg, 'save', chartRef('trendRates'));
    assert.deepEqual(message, { type: 'picture', chart: chartRef('trendRates') });
    const bytes = png as number[];
    assert.deepEqual(bytes.slice(0, 8), [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const view = new DataView(new Uint8Array(bytes).buffer);
    assert.deepEqual(
      [view.getUint32(16), view.getUint32(20)],
      (await image(page, svg)).map((length) => 2 * length),
    );
    const pixels = await page.evaluate(async (given) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(given)]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const all = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
      const colours = new Set<string>();
      for (let at = 0; at < all.length; at += 4) colours.add([...all.slice(at, at + 3)].join());
      return { corner: [...all.slice(0, 4)], colours: [...colours] };
    }, bytes);
    assert.deepEqual(pixels.corner, [...PAPER, 255]);
    assert.ok(pixels.colours.includes('88,166,255'), 'the blue line is drawn with its styles');
    assert.deepEqual(await violations(), []);
  });

  it('is put on the clipboard, and that is said', async () => {
    const { page, show, violations } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await show(viewOf());
    assert.deepEqual(await ask(page, picture(viewOf().report ?? fullReport(), chartRef('funnel')), 'copy'), {
      type: 'pictureCopied',
    });
    const [types, size] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return [item?.types, (await item?.getType('image/png'))?.size];
    });
    assert.deepEqual(types, ['image/png']);
    assert.ok(Number(size) > 1000, String(size));
    assert.deepEqual(await violations(), []);
  });

  it('waits for the focus, without which the clipboard takes nothing', async () => {
    const { page, show } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await show(viewOf());
    await page.evaluate(() => {
      document.hasFocus = () => false;
    });
    const svg = picture(fullReport(), chartRef('funnel'));
    const copied = (): Promise<boolean> =>
      page.evaluate(() =>
        window.hostRecord.messages.some((message) => (message as { type: string }).type === 'pictureCopied'),
      );
    await page.evaluate((message) => window.postMessage(message, '*'), {
      type: 'drawPicture',
      chart: chartRef('funnel'),
      use: 'copy',
      svg,
    });
    await ask(page, svg, 'save'); // what was asked for later is done
    assert.equal(await copied(), false);
    const before = await page.evaluate(() => window.hostRecord.messages.length);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.waitForFunction((count) => window.hostRecord.messages.length > count, before);
    assert.equal(await copied(), true);
  });

  it('that the clipboard refuses, or that cannot be drawn, is said', async () => {
    const { page, show } = await open({ permissions: [] });
    await show(viewOf());
    const chart = chartRef('funnel');
    const svg = picture(fullReport(), chart);
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('Not allowed', 'NotAllowedError'));
    });
    assert.deepEqual(await ask(page, svg, 'copy'), { type: 'noPicture', chart, use: 'copy' });
    assert.deepEqual(await ask(page, '<svg', 'save'), { type: 'noPicture', chart, use: 'save' });
  });

  it('is not made of what is no message', async () => {
    const { page, show, send, messages } = await open();
    await show(viewOf());
    const before = (await messages()).length;
    const svg = picture(fullReport(), chartRef('funnel'));
    for (const wrong of [
      { type: 'drawPicture', chart: { ...chartRef('funnel'), chart: 'evil' }, use: 'save', svg },
      { type: 'drawPicture', chart: chartRef('funnel'), use: 'upload', svg },
      { type: 'drawPicture', chart: chartRef('funnel'), use: 'save', svg: null },
    ]) {
      await send(wrong);
    }
    await ask(page, svg, 'save');
    assert.equal((await messages()).length, before + 1);
  });
});
