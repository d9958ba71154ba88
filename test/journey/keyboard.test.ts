import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { Menu } from '../harness/window/menu';
import { openVSCode, type OpenVSCode } from '../harness/window/openVSCode';
import { until } from '../harness/window/until';
import type { VSCodeWindow } from '../harness/window/vscodeWindow';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { focused, pressIn, stopsInSight, tabTo, walkThrough } from './keyboardFocus';
import { reportText } from './steps';

const campaign = 'Founders, two openings';

describe('A person without a mouse', function () {
  this.bail(true); // each step goes on from the last

  let sandbox: Sandbox;
  let vscode: OpenVSCode;
  let window: VSCodeWindow;
  let menu: Menu;
  let report: Frame;
  let folder: string;
  let pointerUsed = 0;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charts-'));
    sandbox = await startSandbox();
    vscode = await openVSCode({
      userSettings: { 'sendkit.apiBaseUrl': sandbox.url },
      page: { permissions: ['clipboard-read', 'clipboard-write'] },
    });
    ({ window } = vscode);
    menu = new Menu(window.page);
    await window.page.exposeFunction('pointerWasUsed', () => pointerUsed++);
    for (const frame of window.page.frames()) await frame.evaluate(watchPointer);
    await window.page.addInitScript(watchPointer);
    await window.page.locator('.activitybar').getByRole('tab', { name: 'SendKit' }).waitFor();
  });

  after(async () => {
    await vscode.close();
    await sandbox.close();
    await rm(folder, { recursive: true });
  });

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await window.page.keyboard.press(key);
  };
  /** The same in the report, which has drawn by then what came of it. */
  const pressHere = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await pressIn(report, window.page, key);
  };
  const goTo = (stop: string, key?: 'Shift+Tab'): Promise<void> => tabTo(report, window.page, stop, key);
  const status = (): Promise<string> => report.locator('[role=status]').innerText();
  const isOpen = (id: string): Promise<string | null> => report.locator(`#${id}`).getAttribute('aria-expanded');

  /** Waits for a text of the page. */
  const says = (selector: string, text: string | RegExp): Promise<void> =>
    report.locator(selector).filter({ hasText: text }).first().waitFor();

  /** Waits until a stop has the focus again, which VS Code had. */
  const isBackAt = (stop: string): Promise<true> =>
    until({
      what: `the focus is back at “${stop}”`,
      look: async () => (await focused(report)) === stop || undefined,
      instead: () => focused(report),
    });

  it('gives a key and loads a campaign', async () => {
    await window.runCommandByKeys('SendKit: Set API Key');
    await window.quickInput.waitFor(`SendKit API key for ${sandbox.url}`);
    await window.page.keyboard.insertText(sandbox.key);
    await press('Enter');
    await window.quickInput.waitUntilClosed();
    await window.runCommandByKeys('SendKit: Show Campaign Analytics');
    await window.quickInput.waitFor('Show Campaign Analytics');
    await window.page.keyboard.insertText(sandbox.campaigns.variants);
    await window.quickInput.waitForRow(/Founders|Load this campaign/);
    await press('Enter');
    await reportText(await window.webview(campaign));
    await window.runCommandByKeys('View: Close All Editors');
    await window.waitForTabs([]);
  });

  it('goes from the tree to the report', async () => {
    await window.runCommandByKeys('SendKit: Focus on Campaigns View');
    await window.quickInput.waitUntilClosed();
    const row = window.page.locator('.sidebar .monaco-list:focus .monaco-list-row.focused');
    const tab = window.page.locator('.tabs-container .tab.active').filter({ hasText: campaign });
    await until({
      what: 'Enter on the campaign’s row opens its report',
      look: async () => {
        if (await tab.isVisible()) return true;
        await press('Home'); // a tree that is being drawn anew takes no key
        const spoken = await row.evaluateAll((rows) => rows.map((element) => element.getAttribute('aria-label') ?? ''));
        if (spoken[0]?.startsWith(campaign)) await press('Enter');
        return undefined;
      },
      instead: () => row.allInnerTexts(),
    });
    report = await window.webview(campaign);
    await reportText(report);
  });

  it('reaches all that can be operated, in the order in which it is read, and leaves the page again', async () => {
    const stops = await stopsInSight(report);
    assert.ok(stops.length > 30, String(stops));
    assert.deepEqual(await walkThrough(report, window.page), stops);
    assert.equal(await focused(report), '', 'the page is left');
    await window.runCommandByKeys('View: Focus Active Editor Group');
    await isBackAt(stops.at(-1) ?? '');
  });

  it('refreshes, and chooses a period, also one of own days', async () => {
    await goTo('refresh', 'Shift+Tab');
    await press('Enter');
    await says('[role=status]', 'The figures are up to date.');
    assert.equal(await focused(report), 'refresh');
    await goTo('period');
    await press('ArrowDown');
    await window.waitForTab(`${campaign} · Last 7 days`);
    await press('End');
    await goTo('period-from');
    await window.page.keyboard.type('06012025');
    await goTo('period-to');
    await window.page.keyboard.type('06302025');
    await press('Enter');
    await window.waitForTab(`${campaign} · Jun 1, 2025 – Jun 30, 2025`);
    assert.equal(await focused(report), 'period');
    await press('Home');
    await window.waitForTabs([campaign]);
    await says('.report', /Clear winner/);
  });

  it('folds a section and unfolds it', async () => {
    await goTo('health-toggle');
    for (const [key, expanded] of [
      ['Enter', 'false'],
      ['Space', 'true'],
    ] as const) {
      await pressHere(key);
      assert.equal(await isOpen('health-toggle'), expanded);
    }
  });

  it('walks a chart with the arrow keys and is told the figures', async () => {
    await goTo('Sent, 4,600');
    await pressHere('ArrowDown');
    assert.match(await focused(report), /^Delivered, /);
    assert.match(await status(), /of 4,600 sent, 95% interval/);
    await pressHere('End', 'Home', 'ArrowRight', 'Escape');
    assert.match(await focused(report), /^Delivered, /);
    assert.equal(await report.locator('.tooltip').count(), 0);
    await goTo('trend-toggle');
    await pressHere('Tab', 'Tab');
    const newest = await focused(report);
    await pressHere('ArrowLeft');
    assert.notEqual(await focused(report), newest);
    assert.match(await status(), /^Sent: \d+/);
  });

  it('reads what is behind a verdict, and the tables', async () => {
    await goTo('steps-verdict-0-figures');
    await pressHere('Enter');
    await says('#steps-verdict-0-figures + lazy-content', /Expected loss/);
    await goTo('steps-other-base');
    await pressHere('Enter');
    await says('.steps-table', 'The same rates of sent');
    await goTo('lead-status-chart-table');
    await pressHere('Enter');
    await report.locator('.lead-status table').waitFor();
  });

  const chartMenu = 'Save or copy “Click rate by variant”';

  /** Opens the menu of the first verdict's chart. */
  async function openChartMenu(): Promise<void> {
    await goTo('steps-toggle', 'Shift+Tab');
    await pressHere('Tab');
    assert.equal(await focused(report), chartMenu);
    await press('Enter');
    assert.deepEqual(await menu.entries(), ['Save Chart as SVG', 'Save Chart as PNG', 'Copy Chart as Image']);
  }

  it('opens the menu of a chart, closes it, and is where it was opened', async () => {
    await openChartMenu();
    await menu.close();
    await isBackAt(chartMenu);
  });

  for (const [ending, begin] of [
    ['svg', '<svg\nxmlns="http://www.w3.org/2000/svg"'],
    ['png', '\u0089PNG\r\n\u001a\n'],
  ] as const) {
    it(`saves a chart as ${ending.toUpperCase()}`, async () => {
      const file = join(folder, `chart.${ending}`);
      await openChartMenu();
      await menu.choose(`Save Chart as ${ending.toUpperCase()}`);
      await window.saveAs(file);
      await window.notifications.waitFor(`chart.${ending} was saved.`);
      const content = await readFile(file, 'latin1');
      assert.ok(content.startsWith(begin), content.slice(0, 40));
      assert.ok(content.length > 2_000, String(content.length));
      await isBackAt(chartMenu);
    });
  }

  it('copies a chart as an image', async () => {
    await openChartMenu();
    await menu.choose('Copy Chart as Image');
    await window.waitForStatus('The chart was copied');
    const types = await window.page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap((item) => item.types),
    );
    assert.deepEqual(types, ['image/png']);
    await isBackAt(chartMenu);
  });

  it('is told where the clipboard refuses the image, and saves it instead', async () => {
    const file = join(folder, 'instead.png');
    await window.page.context().clearPermissions();
    await openChartMenu();
    await menu.choose('Copy Chart as Image');
    await window.notifications.waitFor('The clipboard did not take the picture. It can be saved as a file.');
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await window.runCommandByKeys('Notifications: Accept Notification Primary Action');
    await window.saveAs(file);
    await window.notifications.waitFor('instead.png was saved.');
    assert.ok((await readFile(file)).length > 2_000, 'a picture was saved');
    await isBackAt(chartMenu);
  });

  it('copies the report as Markdown, and finds the exports', async () => {
    await goTo('export', 'Shift+Tab');
    await press('Enter');
    assert.deepEqual(await menu.entries(), ['Export Report', 'Copy Report as Markdown']);
    await menu.choose('Copy Report as Markdown');
    await window.waitForStatus('The report was copied as Markdown');
    const copied = await window.page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^# Founders, two openings · All time\n/);
    await isBackAt('export');
    await press('Enter');
    await menu.choose('Export Report');
    await window.quickInput.waitFor('Export Report');
    await press('Escape');
    await window.quickInput.waitUntilClosed();
    await isBackAt('export');
  });

  it('goes back to VS Code', async () => {
    await press('Control+0');
    await window.page.locator('.sidebar .monaco-list:focus').waitFor();
    assert.equal(await focused(report), '');
  });

  it('has used no mouse', () => assert.equal(pointerUsed, 0));
});

/** Runs in every page, before its own scripts. */
function watchPointer(): void {
  for (const type of ['pointerdown', 'mousedown', 'touchstart', 'wheel']) {
    addEventListener(
      type,
      ({ isTrusted }) => {
        if (isTrusted) (globalThis as unknown as { pointerWasUsed: () => void }).pointerWasUsed();
      },
      true,
    );
  }
}
