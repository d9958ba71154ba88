import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { ReportView } from '../../src/report/protocol';
import { LANGUAGES, translated } from '../unit/languages/bundles';
import { overlaps } from './support/drawnTexts';
import {
  dailyRows,
  fullReport,
  reportFrom,
  SEED_ANSWER,
  UNTRACKED_ANSWER,
  UNTRACKED_DETAIL,
  viewOf,
} from './support/reports';
import { useReports } from './support/useReports';

const withDaily = (daily: unknown): ReportView => viewOf({ report: reportFrom(SEED_ANSWER, { daily }) });

function labels(page: Page, chart: string): Promise<string[]> {
  return page.locator(`${chart} .label`).allTextContents();
}

function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}

describe('The trend', () => {
  const open = useReports();

  it('is not there where no daily figures are known', async () => {
    const { page, show } = await open();
    await show(viewOf());
    assert.equal(await page.locator('.trend').count(), 0);
    await show(withDaily([]));
    assert.equal(await page.locator('.trend').count(), 0);
  });

  it('has each count and each rate under its own name, and says which days and why seven', async () => {
    const { page, show, violations } = await open();
    await show(viewOf({ report: fullReport(90) }));
    assert.equal(await page.locator('.trend .heading p').innerText(), 'Apr 2, 2025 – Jun 30, 2025');
    assert.deepEqual(await labels(page, '#trend-counts'), [
      'Sent',
      'Opened',
      'Clicked',
      'Replied',
      'Positive replies',
      'Bounced',
    ]);
    assert.deepEqual(await labels(page, '#trend-rates'), ['Open rate', 'Click rate', 'Reply rate', 'Bounce rate']);
    assert.equal(await page.locator('#trend-rates .band').count(), 4, 'each with its interval');
    assert.match(await page.locator('.trend').innerText(), /A day’s replies belong to mails of earlier days/);
    assert.deepEqual(await violations(), []);
  });

  for (const [days, width, slots, note] of [
    [1, 900, 1, undefined],
    [6, 900, 6, undefined],
    [30, 320, 30, undefined],
    [90, 900, 90, undefined],
    [90, 320, 13, 'Each bar is seven days'],
    [400, 900, 58, 'Each bar is seven days'],
    [3_660, 900, 121, 'Each bar is a month'],
    [3_660, 320, 121, 'Each bar is a month'],
  ] as const) {
    it(`of ${days} days has ${slots} marks in ${width} pixels${note === undefined ? '' : ', and says so'}`, async () => {
      const { page, show } = await open({ width });
      await show(viewOf({ report: fullReport(days) }));
      assert.equal(await page.locator('#trend-counts [role=option]').count(), slots);
      const sentence = page.locator('#trend-counts .sentence');
      if (note === undefined) assert.equal(await sentence.count(), 0);
      else assert.ok((await sentence.innerText()).startsWith(note));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    });
  }

  it('of six days has no rates yet and says why; of seven it has', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport(6) }));
    assert.equal(await page.locator('#trend-rates').count(), 0);
    assert.match(await page.locator('.trend').innerText(), /There are not yet seven days\./);
    await show(viewOf({ report: fullReport(7) }));
    const line = page.locator('#trend-rates .line').first();
    assert.ok(((await line.boundingBox())?.width ?? 0) >= 5, 'one value is seen');
  });

  it('of days on which nothing happened says so calmly', async () => {
    const { page, show } = await open();
    const nothing = { sent: 0, opened: 0, clicked: 0, replied: 0, positiveReplied: 0, bounced: 0 };
    await show(withDaily(dailyRows(30).map((row) => ({ ...row, ...nothing }))));
    assert.equal(
      await page.locator('.trend .empty').innerText(),
      'Nothing was sent, opened or answered on these days.',
    );
    assert.equal(await page.locator('trend-chart').count(), 0);
    await show(withDaily([{ _id: '2025-06-30' }]));
    assert.equal(await page.locator('.trend .empty').innerText(), 'SendKit gave no counts for these days.');
  });

  it('has gaps where a count is unknown, and a dash in words', async () => {
    const { page, show } = await open();
    await show(withDaily(dailyRows(30).map((row, index) => (index === 20 ? { ...row, sent: null } : row))));
    const baseline = await page.locator('#trend-counts .zero').first().getAttribute('d');
    assert.equal(baseline?.match(/M/g)?.length, 2);
    const rate = await page.locator('#trend-rates .line').first().getAttribute('d');
    assert.equal(rate?.match(/M/g)?.length, 2);
    await page.locator('#trend-counts-20').hover();
    assert.match(await page.locator('.tooltip').innerText(), /Sent: —/);
  });

  it('leaves out what is not tracked, with a sentence', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: reportFrom(UNTRACKED_ANSWER, { detail: UNTRACKED_DETAIL, daily: dailyRows(30) }) }));
    assert.ok(!(await labels(page, '#trend-counts')).includes('Opened'));
    assert.ok(!(await labels(page, '#trend-rates')).includes('Open rate'));
    assert.match(await page.locator('.trend').innerText(), /Opens are not tracked in this campaign\./);
  });

  for (const language of [null, ...LANGUAGES]) {
    it(`of ten years at 320 pixels has dates that do not meet, as they are written in ${language ?? 'en'}`, async () => {
      const { page, show } = await open({ width: 320 });
      const strings = language && translated('bundle', language);
      await show(viewOf({ report: fullReport(3650), locale: language ?? 'en', strings }));
      const years = (await page.locator('#trend-counts text').allTextContents()).filter((text) => /20\d\d/.test(text));
      assert.ok(years.length >= 2, String(years));
      assert.deepEqual(await overlaps(page), []);
    });
  }

  it('is one stop a chart, reached at the newest day', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport(90) }));
    await page.locator('#funnel-chart-table').focus();
    const stops: (string | null)[] = [];
    for (let press = 0; press < 7; press++) {
      await page.keyboard.press('Tab');
      stops.push((await focused(page)) ?? (await page.evaluate(() => document.activeElement?.id ?? null)));
    }
    assert.deepEqual(stops, [
      'trend-toggle',
      'Save or copy “Counts by day”',
      'Jun 30, 2025',
      'trend-counts-table',
      'Save or copy “Rates over seven days”',
      'Jun 30, 2025',
      'trend-rates-table',
    ]);
  });

  it('is walked day by day with the crosshair, and says each day’s figures', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport(90) }));
    await page.locator('#trend-counts-89').focus();
    const walk: [key: string, day: string][] = [
      ['ArrowLeft', 'Jun 29, 2025'],
      ['PageUp', 'Jun 19, 2025'],
      ['PageDown', 'Jun 29, 2025'],
      ['Home', 'Apr 2, 2025'],
      ['ArrowRight', 'Apr 3, 2025'],
      ['End', 'Jun 30, 2025'],
    ];
    for (const [key, day] of walk) {
      await page.keyboard.press(key);
      assert.equal(await focused(page), day, key);
      assert.ok((await page.locator('.tooltip').innerText()).startsWith(day));
      assert.match(
        await page.locator('[role=status]').innerText(),
        /^Sent: \d+, Opened: \d+, Clicked: \d+, Replied: \d+, Positive replies: \d+, Bounced: \d+$/,
      );
      assert.equal(await page.locator('#trend-counts .crosshair').count(), 1);
    }
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.crosshair, .tooltip').count(), 0);
  });

  it('says of the rates fraction and interval', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport(90) }));
    await page.locator('#trend-rates-89').focus();
    assert.match(
      await page.locator('[role=status]').innerText(),
      /^Open rate: 40\.0% \(\d+ of \d+ delivered, 95% interval [\d.]+%–[\d.]+%\), Click rate: /,
    );
  });

  for (const width of [320, 900, 1600]) {
    it(`shows a day under the pointer, with the whole tooltip in ${width} pixels`, async () => {
      const { page, show } = await open({ width });
      await show(viewOf({ report: fullReport(30) }));
      for (const mark of ['#trend-counts-0', '#trend-counts-15', '#trend-rates-29']) {
        await page.locator(mark).hover();
        const box = await page.locator('.tooltip').boundingBox();
        assert.ok(box && box.x >= 0 && box.x + box.width <= width, mark);
        assert.equal(await page.locator('.crosshair').count(), 1);
        const [dot, area] = await Promise.all([
          page.locator('.dot').first().boundingBox(),
          page.locator(mark).boundingBox(),
        ]);
        assert.ok(dot && area && Math.abs(dot.x + dot.width / 2 - area.x - area.width / 2) < 1, 'on its day');
        const crosshair = area.x + area.width / 2;
        const isBeside = box.x > crosshair || box.x + box.width < crosshair;
        assert.ok(isBeside || box.y >= area.y + area.height, 'the crosshair is not covered');
      }
      assert.equal(await page.locator('[role=status]').innerText(), '', 'hovering is not announced');
      await page.locator('h1').hover();
      assert.equal(await page.locator('.crosshair').count(), 0);
    });
  }

  it('has dates that say their year once', async () => {
    const { page, show } = await open();
    const ticks = (): Promise<string[]> => page.locator('#trend-counts .tick', { hasText: /[A-Z]/ }).allTextContents();
    await show(viewOf({ report: fullReport(30) }));
    assert.deepEqual(await ticks(), ['Jun 5, 2025', 'Jun 10', 'Jun 15', 'Jun 20', 'Jun 25', 'Jun 30']);
    await show(withDaily(dailyRows(30, '2025-01-10')));
    assert.deepEqual(await ticks(), ['Dec 16, 2024', 'Dec 21', 'Dec 26', 'Dec 31', 'Jan 5, 2025', 'Jan 10']);
  });

  it('is a table too, folded, the newest day first', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport(8) }));
    const tables = page.locator('.trend table');
    assert.equal(await tables.count(), 0, 'not made before it is wanted');
    await page.getByText('Show the counts in a table').click();
    await page.getByText('Show the rates in a table').click();
    await tables.nth(1).waitFor();
    const rows = await tables.nth(0).locator('tbody tr').allInnerTexts();
    assert.equal(rows.length, 8);
    assert.match(rows[0]?.replace(/\s+/g, ' ') ?? '', /^Jun 30, 2025 \d+ \d+ \d+ \d+ \d+ \d+$/);
    const rates = await tables.nth(1).locator('tbody tr').allInnerTexts();
    assert.equal(rates.length, 2);
    assert.match(
      rates[0]?.replace(/\s+/g, ' ') ?? '',
      /^Jun 30, 2025 [\d.]+% \d+ of \d+ delivered [\d.]+%–[\d.]+% /,
      'with intervals',
    );
  });

  it('has no more rows than a person reads, and says so', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport(3_660) }));
    await page.getByText('Show the counts in a table').click();
    await page.locator('.trend table tbody tr').first().waitFor();
    assert.equal(await page.locator('.trend table').first().locator('tbody tr').count(), 500);
    assert.equal(await page.locator('.trend .empty').first().innerText(), 'The newest 500 of 3,660 days are shown.');
  });

  it('stays on its day through a refresh', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport(30) }));
    await page.locator('#trend-counts-12').focus();
    const day = await focused(page);
    await show(viewOf({ report: fullReport(30), loading: true }));
    assert.equal(await focused(page), day);
  });

  it('on paper is whole, with its tables only where they were opened', async () => {
    const { page, show } = await open();
    await show(viewOf({ report: fullReport(30) }));
    await page.getByText('Show the rates in a table').click();
    await page.locator('.trend table').waitFor();
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(
      await page.locator('.trend .twin').evaluateAll((all) => all.map((twin) => twin.checkVisibility())),
      [false, true],
    );
    assert.ok(await page.locator('.trend table').isVisible());
    assert.equal(await page.locator('#trend-counts').evaluate((chart) => getComputedStyle(chart).breakInside), 'avoid');
  });
});
