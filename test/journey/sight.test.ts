import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { openVSCode, type OpenVSCode } from '../harness/window/openVSCode';
import { themes, type ThemeKind } from '../harness/window/themes';
import { COLOURS_OF_THE_SYSTEM, violationsOf } from '../report/support/axe';
import { chartColours, clipped, cutOff, overlaps } from '../report/support/drawnTexts';
import { unfold } from '../report/support/reading';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { compareCampaigns, giveKey, loadCampaign } from './loading';

const small = 'Q1 Outreach Campaign';
const full = 'Partners, two openings, with follow-ups';

describe('In the frame of the real VS Code', () => {
  let sandbox: Sandbox;
  let vscode: OpenVSCode;
  /** The pages by their tabs. */
  const pages = { report: full, comparison: `Compare ${small}, ${full}` };

  before(async () => {
    sandbox = await startSandbox();
    vscode = await openVSCode({ userSettings: { 'sendkit.apiBaseUrl': sandbox.url } });
    const { window } = vscode;
    await giveKey(window, sandbox);
    await loadCampaign(window, sandbox.campaigns.seed, small);
    await loadCampaign(window, sandbox.campaigns.subsequencesAndVariants, full);
    await compareCampaigns(window, full, small);
  });

  after(async () => {
    await vscode.close();
    await sandbox.close();
  });

  /** Brings a page to the front with everything unfolded. */
  async function show(title: string): Promise<Frame> {
    await vscode.window.selectTab(title);
    const frame = await vscode.window.webview(title);
    await frame.locator('.definitions').first().waitFor({ state: 'attached' });
    await unfold(frame);
    return frame;
  }

  for (const theme of Object.keys(themes) as ThemeKind[]) {
    it(`axe finds nothing in the theme ${themes[theme].name}`, async () => {
      await vscode.window.setTheme(theme);
      for (const title of Object.values(pages)) {
        assert.deepEqual(await violationsOf(await show(title)), [], title);
      }
    });
  }

  it('forced colours are the system’s, and axe finds nothing', async () => {
    await vscode.window.page.emulateMedia({ forcedColors: 'active' });
    for (const title of Object.values(pages)) {
      const frame = await show(title);
      const { drawn, system } = await chartColours(frame);
      assert.deepEqual(drawn, [system], title);
      assert.deepEqual(await violationsOf(frame, COLOURS_OF_THE_SYSTEM), [], title);
    }
    await vscode.window.page.emulateMedia({ forcedColors: 'none' });
  });

  it('at 200 % zoom nothing is cut off, meets, or is to be scrolled to sideways', async () => {
    await zoom(2);
    for (const title of Object.values(pages)) {
      const frame = await show(title);
      const [scroll, width, pixels] = await frame.evaluate(() => [
        document.documentElement.scrollWidth,
        innerWidth,
        devicePixelRatio,
      ]);
      assert.equal(pixels, 2, title);
      assert.equal(scroll, width, title);
      for (const check of [overlaps, cutOff, clipped]) assert.deepEqual(await check(frame), [], title);
    }
  });

  /** As the zoom of a browser or of VS Code: half as many pixels of CSS, twice as many of the screen for each. */
  async function zoom(factor: number): Promise<void> {
    const { page } = vscode.window;
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Emulation.setDeviceMetricsOverride', {
      width: width / factor,
      height: height / factor,
      deviceScaleFactor: factor,
      mobile: false,
    });
  }
});
