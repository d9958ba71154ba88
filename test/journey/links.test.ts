import assert from 'node:assert/strict';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { giveKey } from '../trust/support/person';
import { openProbedWindow, type ProbedWindow } from '../trust/support/probedWindow';

const EXTENSION = 'outbound-tools.sendkit-analytics';
const campaign = 'Q1 Outreach Campaign';

describe('A link to a report', () => {
  let sandbox: Sandbox;
  let probed: ProbedWindow;

  before(async () => {
    sandbox = await startSandbox();
    probed = await openProbedWindow({ userSettings: { 'sendkit.apiBaseUrl': sandbox.url } });
    await probed.window.openViewContainer('SendKit');
    await giveKey(probed, sandbox);
    sandbox.forgetRequests();
  });

  after(async () => {
    await probed.close();
    await sandbox.close();
  });

  /** As a browser hands a link of VS Code's own scheme to the window that made it. */
  async function follow(
    path: string,
    rest: { readonly query?: string; readonly fragment?: string } = {},
  ): Promise<void> {
    const [scheme, request] = await probed.run(async ({ env, Uri }, authority) => {
      const link = Uri.from({ scheme: env.uriScheme, authority, path: '/' });
      const { query } = await env.asExternalUri(link);
      return [env.uriScheme, new URLSearchParams(query).get('vscode-reqid')];
    }, EXTENSION);
    assert.ok(request, 'VS Code waits for the link');
    const link = { scheme, authority: EXTENSION, path, ...rest };
    const entry = [`vscode-web.url-callbacks[${request}]`, JSON.stringify(link)];
    await probed.window.page.evaluate(([key = '', value = '']) => {
      localStorage.setItem(key, value);
      // Other windows hear of it; the one that wrote it is told.
      dispatchEvent(new StorageEvent('storage', { key, newValue: value }));
    }, entry);
  }

  it('asks before it loads what is not loaded, and loads nothing where that is refused', async () => {
    const { window } = probed;
    await follow(`/campaign/${sandbox.campaigns.seed}`);
    await window.notifications.answerDialog(sandbox.campaigns.seed, 'Cancel');
    assert.deepEqual(sandbox.requests, []);
    await follow(`/campaign/${sandbox.campaigns.seed}`);
    await window.notifications.answerDialog(sandbox.url, 'Load');
    await window.waitForTab(campaign);
    await window.tree('Campaigns').waitForRow([campaign]);
  });

  it('opens what is loaded at once, and brings the open report to the front', async () => {
    await probed.window.runCommand('View: Close All Editors');
    const asked = sandbox.requests.length;
    await follow(`/campaign/${sandbox.campaigns.seed}`);
    await probed.window.waitForTab(campaign);
    assert.equal(sandbox.requests.length, asked);
  });

  it('sets no address and no key, whatever else it says', async () => {
    await probed.window.runCommand('View: Close All Editors');
    await follow(`/campaign/${sandbox.campaigns.seed}`, {
      query: 'apiBaseUrl=http://127.0.0.1:9&apiKey=sk_other&sendkit.apiBaseUrl=http://127.0.0.1:9',
      fragment: 'apiKey=sk_other',
    });
    await probed.window.waitForTab(campaign);
    const address = await probed.run(({ workspace }) => workspace.getConfiguration('sendkit').get('apiBaseUrl'));
    assert.equal(address, sandbox.url);
  });

  it('is refused in a sentence where it names no campaign that could be one', async () => {
    const { notifications } = probed.window;
    const asked = sandbox.requests.length;
    for (const path of ['/', '/settings', '/campaign', '/campaign/']) {
      await follow(path);
      await notifications.waitFor('This link leads to no campaign.');
      await probed.window.runCommand('Notifications: Clear All Notifications');
    }
    await follow(`/campaign/${'x'.repeat(5_000)}`);
    await notifications.waitFor(/id/);
    await probed.window.runCommand('Notifications: Clear All Notifications');
    await follow('/campaign/a\u0000b');
    await notifications.waitFor(/id/);
    assert.equal(sandbox.requests.length, asked);
  });

  it('shows an id that looks like something else as it is, and asks for nothing unless it is wanted', async () => {
    const asked = sandbox.requests.length;
    await follow('/campaign/[x](command:workbench.action.quit)../../admin');
    await probed.window.notifications.answerDialog('command:workbench.action.quit', 'Cancel');
    assert.equal(await probed.window.page.locator('.monaco-dialog-box a').count(), 0);
    assert.equal(sandbox.requests.length, asked);
  });

  it('is copied from the report in front', async () => {
    await probed.window.selectTab(campaign);
    await probed.window.runCommand('SendKit: Copy Link to Report');
    await probed.window.waitForStatus('The link was copied');
  });
});
