import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { MCP_SERVER_SETTING } from '../../src/campaigns/settingKeys';
import { until } from '../harness/window/until';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { openProbedWindow, type ProbedWindow } from '../trust/support/probedWindow';
import { giveKey } from './loading';

describe('A person who has SendKit’s own MCP server offered to the chat', function () {
  this.bail(true); // each step goes on from the last

  let sandbox: Sandbox;
  let vscode: ProbedWindow;

  /** The servers that VS Code knows of, as it lists them. */
  const servers = async (): Promise<string[]> => {
    const { window } = vscode;
    await window.runCommand('MCP: List Servers');
    await window.quickInput.waitForLabel('Add Server');
    const rows = await window.quickInput.rows();
    await window.quickInput.cancel();
    await window.quickInput.waitUntilClosed();
    return rows.map(({ label, description }) => `${label}: ${description}`).slice(1);
  };
  const waitForServers = (expected: readonly string[]): Promise<true> =>
    until({
      what: `the servers are ${expected.join(', ') || 'none'}`,
      look: async () => isDeepStrictEqual(await servers(), expected) || undefined,
      instead: servers,
    });
  const set = (value: boolean): Promise<void> =>
    vscode.run(
      async ({ workspace }, [name, to]) => {
        await workspace.getConfiguration().update(name, to, true);
      },
      [MCP_SERVER_SETTING, value] as const,
    );

  before(async () => {
    sandbox = await startSandbox();
    vscode = await openProbedWindow({
      userSettings: { 'sendkit.apiBaseUrl': sandbox.url, 'chat.disableAIFeatures': false },
    });
  });

  after(async () => {
    await vscode.close();
    await sandbox.close();
  });

  it('has none before it is wanted, though the extension has a key', async () => {
    await giveKey(vscode.window, sandbox);
    assert.deepEqual(await servers(), []);
  });

  it('has it as soon as the setting is on, not started, and not any more when it is off', async () => {
    await set(true);
    await waitForServers(['SendKit: Stopped']);
    await set(false);
    await waitForServers([]);
  });
});
