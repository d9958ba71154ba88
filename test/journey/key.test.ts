import assert from 'node:assert/strict';
import { openVSCode, type OpenVSCode } from '../harness/window/openVSCode';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { filesThatHold } from './filesThatHold';

describe('A person without a connection', function () {
  this.bail(true); // each step goes on from the last

  let sandbox: Sandbox;
  let vscode: OpenVSCode;

  before(async () => {
    sandbox = await startSandbox();
    vscode = await openVSCode({ userSettings: { 'sendkit.apiBaseUrl': sandbox.url } });
    await vscode.window.openViewContainer('SendKit');
  });

  after(async () => {
    await vscode.close();
    await sandbox.close();
  });

  it('is asked whether to keep a key that could not be checked, and may say no', async () => {
    const { window } = vscode;
    sandbox.fail('reset-before-headers');
    await window.runCommand('SendKit: Set API Key');
    await window.quickInput.waitFor(`SendKit API key for ${sandbox.url}`);
    await window.quickInput.type(sandbox.key);
    await window.quickInput.accept();
    await window.notifications.answerDialog('The key could not be checked.', 'Cancel');
    assert.equal(await window.quickInput.isMasked(), true);
    assert.deepEqual(await filesThatHold(sandbox.key, window.server.dataFolder), []);
  });

  it('or store it anyway', async () => {
    const { window } = vscode;
    await window.quickInput.accept();
    await window.notifications.answerDialog('SendKit cannot be reached', 'Store Anyway');
    await window.quickInput.waitUntilClosed();
    await window.welcomeText('Your key is set');
  });

  it('goes on with it when the connection is back, and can take it away again', async () => {
    const { window } = vscode;
    sandbox.heal();
    await window.runCommand('SendKit: Show Campaign Analytics');
    await window.quickInput.waitFor('Show Campaign Analytics');
    await window.quickInput.type(sandbox.campaigns.seed);
    await window.quickInput.waitForRow(/Q1 Outreach|Load this campaign/);
    await window.quickInput.accept();
    const tree = window.tree('Campaigns');
    await tree.waitForRow(['Q1 Outreach Campaign', 'Total replied']);

    await window.runCommand('SendKit: Remove API Key');
    await window.notifications.waitFor(`The API key for ${sandbox.url} was removed.`);
    const sent = sandbox.requests.length;
    await tree.clickAction('Refresh Campaign', 'Q1 Outreach Campaign');
    await tree.waitForRow(['Q1 Outreach Campaign', 'No API key']);
    await tree.waitForRow(['Q1 Outreach Campaign', 'Overview', 'Sent'], ({ description }) => description === '150');
    assert.equal(sandbox.requests.length, sent);
  });

  it('is served again as soon as there is a new key', async () => {
    const { window } = vscode;
    await window.tree('Campaigns').click('Q1 Outreach Campaign', 'No API key');
    await window.quickInput.waitFor(`SendKit API key for ${sandbox.url}`);
    await window.quickInput.type(sandbox.key);
    await window.quickInput.accept();
    await window
      .tree('Campaigns')
      .waitForRow(['Q1 Outreach Campaign'], ({ description }) => description === 'active · 8.3% replied');
  });
});
