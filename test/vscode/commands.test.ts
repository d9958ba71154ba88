import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS, REPORT_PANEL } from '../../src/views/commandIds';
import { startSandbox, type Sandbox } from '../sandbox/server';

const reportTabs = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(REPORT_PANEL));

describe('The commands', () => {
  let sandbox: Sandbox;

  before(async () => {
    sandbox = await startSandbox();
    await vscode.extensions.getExtension('outbound-tools.sendkit-analytics')?.activate();
    await vscode.workspace
      .getConfiguration('sendkit')
      .update('apiBaseUrl', sandbox.url, vscode.ConfigurationTarget.Global);
  });

  afterEach(async () => {
    await vscode.window.tabGroups.close(reportTabs());
  });

  after(async () => {
    await vscode.workspace
      .getConfiguration('sendkit')
      .update('apiBaseUrl', undefined, vscode.ConfigurationTarget.Global);
    await sandbox.close();
  });

  it('are all registered', async () => {
    const registered = await vscode.commands.getCommands(true);
    for (const command of Object.values(COMMANDS)) assert.ok(registered.includes(command), command);
  });

  it('open the sample in one panel, however often it is asked for, without a request', async () => {
    await vscode.commands.executeCommand(COMMANDS.openSampleCampaign);
    await vscode.commands.executeCommand(COMMANDS.openSampleCampaign);
    assert.deepEqual(
      reportTabs().map(({ label }) => label),
      ['Q1 Outreach Campaign (sample)'],
    );
    assert.deepEqual(sandbox.requests, []);
  });

  it('take no bad id: nothing is opened, sent or thrown', async () => {
    for (const id of ['', '   ', '..', 'x'.repeat(10_240), 'a\u0000b', '\ud800']) {
      await vscode.commands.executeCommand(COMMANDS.showCampaignAnalytics, id);
    }
    assert.deepEqual(reportTabs(), []);
    assert.deepEqual(sandbox.requests, []);
  });

  it('do nothing to a row that is none', async () => {
    for (const row of [undefined, null, 5, {}, { campaignId: 5 }]) {
      for (const command of [COMMANDS.openReport, COMMANDS.refreshCampaign, COMMANDS.removeCampaign]) {
        await vscode.commands.executeCommand(command, row);
      }
    }
    assert.deepEqual(reportTabs(), []);
    assert.deepEqual(sandbox.requests, []);
  });

  it('refresh nothing when nothing is loaded, and never the sample', async () => {
    await vscode.commands.executeCommand(COMMANDS.refresh);
    assert.deepEqual(sandbox.requests, []);
  });
});
