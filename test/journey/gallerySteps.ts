import assert from 'node:assert/strict';
import type { Frame, Locator, Page } from 'playwright-core';
import { themes, type ThemeKind } from '../harness/window/themes';
import type { VSCodeWindow } from '../harness/window/vscodeWindow';
import { clipped, cutOff, overlaps } from '../report/support/drawnTexts';
import { compareCampaigns, giveKey, loadCampaign } from './loading';
import { reportText, type Journey, type Step } from './steps';

const tested = 'Founders, two openings';
const small = 'Q1 Outreach Campaign';
/** Pixels of a page, not of the window around it. */
const WIDTHS = [400, 900, 1600];

/** What the extension draws, whole, at three widths in each theme; also held against what can be measured. */
export const gallerySteps: readonly Step[] = [
  {
    name: 'Two campaigns are there to be looked at',
    async go({ window, sandbox }) {
      const { seed, variants } = sandbox.campaigns;
      await giveKey(window, sandbox);
      await loadCampaign(window, seed, small);
      await loadCampaign(window, variants, tested);
      await compareCampaigns(window, tested, small);
      await window.tree('Campaigns').expand(tested);
    },
  },
  ...(Object.keys(themes) as ThemeKind[]).map((theme): Step => ({
    name: `All of it can be read in the theme ${themes[theme].name}, at ${WIDTHS.join(', ')} pixels`,
    async go(journey) {
      const { window } = journey;
      await window.page.setViewportSize({ width: 1400, height: 900 });
      await window.setTheme(theme);
      await show(journey, tested, /Total replied/, (width) => ({
        [`report-${theme}-${width}`]: webviewOf(window.page),
        [`verdict-${theme}-${width}`]: '.verdict >> nth=0',
      }));
      await show(journey, `Compare ${small}, ${tested}`, /noise/, (width) => ({
        [`comparison-${theme}-${width}`]: webviewOf(window.page),
      }));
      await window.page.setViewportSize({ width: 1400, height: 900 });
      await journey.picture(`tree-${theme}`, window.page.locator('.part.sidebar'));
    },
  })),
];

/** Brings a page to the front and takes its pictures at each width: of a part of VS Code's, or of the page. */
async function show(
  { window, picture }: Journey,
  title: string,
  expected: RegExp,
  pictures: (width: number) => Readonly<Record<string, Locator | string>>,
): Promise<void> {
  await window.selectTab(title);
  const frame = await window.webview(title);
  await reportText(frame, expected);
  await window.page.locator('.monaco-hover').first().waitFor({ state: 'hidden' });
  for (const width of WIDTHS) {
    await fitWindow(window, frame, width);
    for (const check of [overlaps, cutOff, clipped]) assert.deepEqual(await check(frame), [], `${title} at ${width}`);
    for (const [name, part] of Object.entries(pictures(width))) {
      await picture(name, typeof part === 'string' ? frame.locator(part) : part);
    }
  }
}

function webviewOf(page: Page): Locator {
  return page.locator('iframe.webview.ready:visible');
}

/** Makes the window as large as the whole page in it is at this width. */
async function fitWindow({ page }: VSCodeWindow, frame: Frame, width: number): Promise<void> {
  const size = (): Promise<{ width: number; height: number; whole: number }> =>
    frame.evaluate(
      () =>
        new Promise((drawn) => {
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              const whole = document.body.scrollHeight;
              drawn({ width: innerWidth, height: innerHeight, whole });
            }),
          );
        }),
    );
  for (const side of ['width', 'height'] as const) {
    const now = await size();
    const window = page.viewportSize() ?? { width: 0, height: 0 };
    const target = side === 'width' ? width : now.whole;
    await page.setViewportSize({ ...window, [side]: window[side] + target - now[side] });
    await frame.waitForFunction(([isWidth, pixels]) => (isWidth ? innerWidth : innerHeight) === pixels, [
      side === 'width',
      target,
    ] as const);
  }
  await size();
}
