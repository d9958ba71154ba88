import assert from 'node:assert/strict';
import type { ReportView } from '../../src/report/protocol';
import { COLOURS_OF_THE_SYSTEM, violationsOf } from './support/axe';
import { assertKept } from './support/kept';
import { unfold } from './support/reading';
import {
  answerWithVariants,
  DRAFT_ANSWER,
  fullReport,
  HOSTILE_ANSWER,
  reportFrom,
  SEED_DETAIL,
  TESTED_ANSWER,
  UNTRACKED_ANSWER,
  UNTRACKED_DETAIL,
  viewOf,
} from './support/reports';
import { useReports } from './support/useReports';
import { THEMES, type ThemeName } from './themes';

const LAST_30 = { kind: 'last', days: 30 } as const;
const problem = { message: 'The key was refused. Set a new one.', remedy: 'setApiKey' } as const;

const states: Readonly<Record<string, () => ReportView>> = {
  loaded: () => viewOf(),
  'with every verdict': () => viewOf({ report: reportFrom(TESTED_ANSWER) }),
  'with many variants': () => viewOf({ report: reportFrom(answerWithVariants(8)) }),
  'with every section, over a period': () =>
    viewOf({ report: fullReport(30, { from: '2025-06-01', to: '2025-06-30' }), workspace: 'Growth', period: LAST_30 }),
  'with opens not tracked': () => viewOf({ report: reportFrom(UNTRACKED_ANSWER, { detail: UNTRACKED_DETAIL }) }),
  sample: () => viewOf({ sample: true }),
  draft: () => viewOf({ report: reportFrom(DRAFT_ANSWER) }),
  hostile: () => viewOf({ report: reportFrom(HOSTILE_ANSWER) }),
  'loading for the first time': () => viewOf({ report: null, loading: true }),
  refreshing: () => viewOf({ loading: true }),
  'problem without a report': () => viewOf({ report: null, problem }),
  'problem with the last good figures': () => viewOf({ problem }),
  'not loaded': () => viewOf({ report: null }),
};

describe('axe finds nothing', () => {
  const open = useReports();

  for (const theme of Object.keys(THEMES) as ThemeName[]) {
    for (const [state, view] of Object.entries(states)) {
      it(`in the theme ${theme}, ${state}`, async () => {
        const { page, show, violations } = await open({ theme });
        await show(view());
        await unfold(page);
        assert.deepEqual(await violationsOf(page), []);
        assert.deepEqual(await violations(), []);
      });
    }

    it(`in the theme ${theme}, with a mark focused and its tooltip shown, and on a narrow page`, async () => {
      const { page, show } = await open({ theme, width: 340 });
      await show(viewOf());
      await page.locator('#funnel-chart-2').focus();
      assert.deepEqual(await violationsOf(page), []);
    });

    it(`in the theme ${theme}, with the crosshair of the trend, and with a custom period that is wrong`, async () => {
      const { page, show, violations } = await open({ theme, width: 340 });
      await show(viewOf({ report: fullReport() }));
      await page.locator('#period').selectOption('other');
      await page.locator('#period-to').fill('1999-01-01');
      await page.locator('#period-apply').click();
      await page.locator('#trend-rates-5').focus();
      assert.equal(await page.locator('.crosshair').count(), 1);
      assert.deepEqual(await violationsOf(page), []);
      assert.deepEqual(await violations(), []);
    });
  }

  it('in forced colours', async () => {
    const { page, show } = await open({ forcedColors: 'active' });
    await show(viewOf({ report: fullReport() }));
    await show(viewOf({ report: reportFrom(TESTED_ANSWER) }));
    await unfold(page);
    assert.deepEqual(await violationsOf(page, COLOURS_OF_THE_SYSTEM), []);
  });
});

/** Contrast of two colours as axe and WCAG count it. */
function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
      const channel = Number(part) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

describe('What axe cannot see', () => {
  const open = useReports();

  for (const theme of Object.keys(THEMES) as ThemeName[]) {
    it(`is seen in the theme ${theme}: each bar 3:1 against the page, each text of a chart 4.5:1`, async () => {
      const { page, show } = await open({ theme });
      await show(viewOf({ report: { ...fullReport(), steps: reportFrom(answerWithVariants(8)).steps } }));
      // A canvas makes plain colours of what CSS writes as color-mix() or with transparency over the page.
      const colours = await page.evaluate(() => {
        const canvas = document.createElement('canvas');
        const context = canvas.getContext('2d', { willReadFrequently: true });
        const paper = getComputedStyle(document.body).backgroundColor;
        const plain = (color: string): string => {
          if (!context) return color;
          for (const layer of [paper, color]) {
            context.fillStyle = layer;
            context.fillRect(0, 0, 1, 1);
          }
          return `rgb(${[...context.getImageData(0, 0, 1, 1).data].slice(0, 3).join(', ')})`;
        };
        const colours = (selector: string, of: 'fill' | 'stroke'): string[] =>
          [...document.querySelectorAll(selector)].map((element) => plain(getComputedStyle(element)[of]));
        return {
          paper: plain(paper),
          bars: [...colours('.bar, .bars, .point', 'fill'), ...colours('.line, .whisker', 'stroke')],
          texts: colours(':is(bar-chart, trend-chart) text', 'fill'),
        };
      });
      for (const bar of colours.bars) assert.ok(contrast(bar, colours.paper) >= 3, `${bar} on ${colours.paper}`);
      for (const text of colours.texts) assert.ok(contrast(text, colours.paper) >= 4.5, `${text} on ${colours.paper}`);
    });
  }

  it('a screen reader is told: every figure, interval, level and verdict, as kept in screenReader.txt', async () => {
    const { page, show } = await open({ width: 1200 });
    const { steps, health } = reportFrom(TESTED_ANSWER, { detail: SEED_DETAIL });
    await show(viewOf({ report: { ...fullReport(8), steps, health }, workspace: 'Growth' }));
    await unfold(page);
    await assertKept('screenReader.txt', await page.locator('main').ariaSnapshot());
  });
});
