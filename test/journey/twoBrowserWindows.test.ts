import assert from 'node:assert/strict';
import { openServerless, type OpenVSCode } from '../harness/window/openVSCode';
import { VSCodeWindow } from '../harness/window/vscodeWindow';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { anAnswer } from '../unit/builders';
import { giveKey, loadCampaign } from './loading';

const ID = '665a1b2c3d4e5f6a7b8c9dad';
const campaign = 'Spring Founders';
const noReply = anAnswer()
  .set('stepAnalytics', [])
  .campaign({ id: ID, name: campaign, status: 'active' })
  .stats({ sent: 1000, delivered: 990, opened: 400, clicked: 60, replied: 0, bounced: 10, unsubscribed: 0 })
  .set('totalReplied', 0);

describe('A person with two windows of VS Code in a browser, without a server', function () {
  this.bail(true); // each step goes on from the last

  let sandbox: Sandbox;
  let vscode: OpenVSCode;
  let windows: VSCodeWindow[];

  before(async () => {
    sandbox = await startSandbox({ cors: 'on' });
    sandbox.setCampaign(ID, JSON.stringify(noReply.body()));
    vscode = await openServerless({
      'sendkit.apiBaseUrl': sandbox.url,
      'sendkit.alerts.about': ['firstReply', 'finished'],
    });
    await giveKey(vscode.window, sandbox);
    await loadCampaign(vscode.window, ID, campaign);
    const page = await vscode.window.page.context().newPage();
    const other = new VSCodeWindow(page);
    await page.goto(vscode.window.page.url());
    await other.waitUntilReady();
    windows = [vscode.window, other];
  });

  after(async () => {
    await vscode.close();
    await sandbox.close();
  });

  const refresh = async (window: VSCodeWindow): Promise<void> => {
    await window.openViewContainer('SendKit');
    await window.tree('Campaigns').clickAction('Refresh Campaign', campaign);
  };

  it('is told of the same in one of them', async () => {
    const [first, second] = windows as [VSCodeWindow, VSCodeWindow];
    for (const window of windows) {
      await window.openViewContainer('SendKit');
      await window.tree('Campaigns').waitForRow([campaign]);
    }
    const reply = noReply.stats({ replied: 3 });
    sandbox.setCampaign(ID, JSON.stringify(reply.body()));
    await refresh(first);
    await first.notifications.waitFor(`“${campaign}” has its first reply.`);
    await refresh(second);
    await second.tree('Campaigns').waitForRow([campaign], ({ description }) => description.includes('0.3% replied'));
    // What is told in a window is told in turn: with this, all before it has been.
    sandbox.setCampaign(ID, JSON.stringify(reply.campaign({ id: ID, name: campaign, status: 'completed' }).body()));
    await refresh(second);
    await second.notifications.waitFor(`“${campaign}” is completed.`);
    const told = (await second.notifications.readAll()).filter((message) => message.includes(campaign));
    assert.deepEqual(told, [`“${campaign}” is completed.`]);
  });
});
