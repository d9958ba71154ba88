import assert from 'node:assert/strict';
import { openVSCode, type OpenVSCode } from '../harness/window/openVSCode';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { reportText } from './steps';

const campaign = 'Always on: new sign-ups';

describe('A person with several workspaces', function () {
  this.bail(true); // each step goes on from the last

  let sandbox: Sandbox;
  let vscode: OpenVSCode;
  let lastThirtyDays: string;

  before(async () => {
    sandbox = await startSandbox();
    vscode = await openVSCode({ userSettings: { 'sendkit.apiBaseUrl': sandbox.url } });
    await vscode.window.openViewContainer('SendKit');
  });

  after(async () => {
    await vscode.close();
    await sandbox.close();
  });

  it('gives a platform key, and is asked for a workspace', async () => {
    const { quickInput } = vscode.window;
    await vscode.window.runCommand('SendKit: Show Campaign Analytics');
    await quickInput.waitFor(`SendKit API key for ${sandbox.url}`);
    await quickInput.type(sandbox.platformKey);
    await quickInput.accept();
    await quickInput.waitFor('Select Workspace');
    await quickInput.waitForRow(/Outbound Team/);
    await quickInput.accept();
    await quickInput.waitFor('Show Campaign Analytics');
  });

  it('finds a campaign by a part of its name', async () => {
    const { quickInput } = vscode.window;
    await quickInput.waitForRow(/./);
    const lists = (): number => sandbox.requests.filter(({ path }) => path.startsWith('/v1/campaigns?')).length;
    assert.equal(lists(), 1);
    await quickInput.type('new sign-ups');
    await quickInput.waitForRow(/Always on/);
    await quickInput.accept();
    await vscode.window.tree('Campaigns').waitForRow([campaign, 'Total replied']);
  });

  it('sees its trend, and the figures of the last 30 days', async () => {
    const page = await vscode.window.webview(campaign);
    const allTime = await reportText(page, /Trend/);
    await page.getByRole('combobox').first().selectOption({ label: 'Last 30 days' });
    await page
      .getByText(/of \d[\d,]* sent/)
      .first()
      .waitFor();
    await vscode.window
      .tree('Campaigns')
      .waitForRow([campaign], ({ description }) => description.includes('Last 30 days'));
    await vscode.window
      .tree('Campaigns')
      .waitForRow([campaign, 'Overview', 'Sent'], ({ description }) => !allTime.includes(`Sent\n${description}\n`));
    lastThirtyDays = await figureOf('Sent');
    await vscode.window.waitForTabs([`${campaign} · Last 30 days`]);
  });

  it('sees the same figures after a restart without a connection, with their age', async () => {
    const { window } = vscode;
    const sent = sandbox.requests.length;
    sandbox.fail('reset-before-headers');
    await window.reload();
    assert.equal(await figureOf('Sent'), lastThirtyDays);
    await window.waitForTabs([`${campaign} · Last 30 days`]);
    const text = await reportText(await window.webview(campaign), /Fetched/);
    assert.ok(text.includes(lastThirtyDays), text);
    assert.equal(sandbox.requests.length, sent);

    await window.tree('Campaigns').clickAction('Refresh Campaign', campaign);
    await window.tree('Campaigns').waitForRow([campaign, 'No connection']);
    assert.equal(await figureOf('Sent'), lastThirtyDays);
  });

  it('is told of a campaign that it is in another workspace, and selects that', async () => {
    const { window } = vscode;
    sandbox.heal();
    await window.runCommand('SendKit: Show Campaign Analytics');
    await window.quickInput.waitFor('Show Campaign Analytics');
    await window.quickInput.type(sandbox.campaigns.foreign);
    await window.quickInput.waitForRow(/Load this campaign/);
    await window.quickInput.accept();
    const { foreign } = sandbox.campaigns;
    const tree = window.tree('Campaigns');
    await tree.waitForRow([foreign, 'No access'], ({ description }) => description.includes('Select the workspace'));
    const page = await window.webview(foreign);
    await page.getByRole('button', { name: 'Select Workspace' }).click();
    await window.quickInput.waitFor('Select Workspace');
    await window.quickInput.choose('Agency Client');
    await tree.waitForRow(['Client launch', 'Overview']);
    await window.waitForTab('Client launch');
  });

  it('is offered a new key where the one there is is refused', async () => {
    const { window } = vscode;
    sandbox.fail('http-401', { path: '/v1/workspaces' });
    await window.runCommand('SendKit: Select Workspace');
    await window.notifications.press('The key was refused.', 'Set API Key');
    await window.quickInput.waitFor(`SendKit API key for ${sandbox.url}`);
    await window.quickInput.cancel();
    sandbox.heal();
  });

  async function figureOf(name: string): Promise<string> {
    const tree = vscode.window.tree('Campaigns');
    await tree.expand(campaign);
    return (await tree.waitForRow([campaign, 'Overview', name])).description;
  }
});
