import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openServerless, type OpenVSCode } from '../harness/window/openVSCode';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { placesThatHold } from './placesThatHold';
import { reportText, steps } from './steps';

const CAMPAIGN = 'Q1 Outreach Campaign';

describe('A person with VS Code in a browser, without a server', function () {
  this.bail(true); // each step goes on from the last

  let sandbox: Sandbox;
  let vscode: OpenVSCode;

  before(async () => {
    sandbox = await startSandbox({ cors: 'on' });
    vscode = await openServerless({ 'sendkit.apiBaseUrl': sandbox.url });
  });

  after(async () => {
    await vscode.close();
    await sandbox.close();
  });

  const exportAs = async (kind: string): Promise<void> => {
    const { window } = vscode;
    await window.selectTab(CAMPAIGN);
    await reportText(await window.webview(CAMPAIGN));
    await window.runCommand('SendKit: Export Report');
    await window.quickInput.waitFor('Export Report');
    await window.quickInput.choose(kind);
  };

  for (const { name, go } of steps) {
    it(name, () => go({ window: vscode.window, sandbox, note: () => undefined, picture: () => Promise.resolve() }));
  }

  it('The campaigns are kept in the browser, whose storage was searched for the key', async () => {
    assert.notDeepEqual(await placesThatHold(CAMPAIGN, vscode.window), []);
  });

  it('The report is saved as a page where the browser’s own dialog says', async () => {
    const { window } = vscode;
    await takePlaceOfDialog(window.page);
    await exportAs('HTML');
    await window.notifications.waitFor(/\.html was saved\.$/);
    const page = await savedFile(window.page, '.html');
    assert.match(page, /^<!doctype html>/i);
    assert.match(page, /8\.3%/);
    await window.notifications.press(/\.html was saved\.$/, 'Open');
    await window.waitForTab(/\.html$/);
  });

  it('No second file is saved beside the one that was chosen, which is said', async () => {
    const { window } = vscode;
    await exportAs('CSV of steps and variants');
    await window.notifications.waitFor(/definitions\.csv was not saved: it, or its folder, is read-only\.$/);
    assert.match(await savedFile(window.page, '.csv'), /Follow-up 1/);
  });

  it('When SendKit lets no browser read its answers, the last good figures stay and the view says what to do', async () => {
    const { window } = vscode;
    const tree = window.tree('Campaigns');
    sandbox.cors('off');
    await window.reload();
    await window.selectTab(CAMPAIGN);
    await tree.expand(CAMPAIGN);
    await tree.clickAction('Refresh Campaign', CAMPAIGN);
    await tree.waitForRow([CAMPAIGN, 'No connection']);
    const text = await reportText(await window.webview(CAMPAIGN), /lets no browser read its answers/);
    assert.match(text, /8\.3%/);
  });
});

/** The browser's dialog is not of the page. What is chosen in it is a file of the page's own. */
async function takePlaceOfDialog(page: Page): Promise<void> {
  await page.evaluate(() => {
    const showSaveFilePicker = async ({ suggestedName = '' }: { readonly suggestedName?: string }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
    Object.assign(globalThis, { showSaveFilePicker });
  });
}

/** The text of the file that was saved with such a name. */
function savedFile(page: Page, ending: string): Promise<string> {
  return page.evaluate(async (end) => {
    const folder = await navigator.storage.getDirectory();
    for await (const [name, file] of folder.entries()) {
      if (name.endsWith(end)) return (await (file as FileSystemFileHandle).getFile()).text();
    }
    throw new Error(`Nothing was saved as *${end}.`);
  }, ending);
}
