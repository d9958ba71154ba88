import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { snapshotFileName } from '../../src/campaigns/snapshot';
import { PINNED_CAMPAIGN, SNAPSHOT_FOLDER } from '../../src/campaigns/storageKeys';
import { activate } from '../../src/extension';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, FakeMemento, FakeSecrets, type Graph } from './graph';
import { temporaryFolder } from './temporaryFolder';

describe('The start of the extension', () => {
  let sandbox: Sandbox;
  let graph: Graph;
  const globalStorageUri = temporaryFolder();
  const folder = vscode.Uri.joinPath(globalStorageUri, SNAPSHOT_FOLDER);
  const secrets = new FakeSecrets();
  const globalState = new FakeMemento();
  const subscriptions: vscode.Disposable[] = [];

  const configure = async (values: Readonly<Record<string, unknown>>): Promise<void> => {
    for (const [name, value] of Object.entries(values)) {
      await vscode.workspace.getConfiguration('sendkit').update(name, value, vscode.ConfigurationTarget.Global);
    }
  };

  /** Leaves behind what a person does who has a key, and loaded a campaign and pinned it. */
  before(async () => {
    sandbox = await startSandbox();
    await configure({ apiBaseUrl: sandbox.url, autoRefreshMinutes: 5 });
    graph = buildGraph({ address: sandbox.url, key: sandbox.key, folder });
    await graph.store.load(sandbox.campaigns.seed);
    await secrets.store(`apiKey:${sandbox.url}`, sandbox.key);
    await globalState.update(`hasApiKey:${sandbox.url}`, true);
    await globalState.update(PINNED_CAMPAIGN, sandbox.campaigns.seed);
    sandbox.forgetRequests();
  });

  after(async () => {
    for (const subscription of subscriptions.reverse()) subscription.dispose();
    graph.dispose();
    await configure({ apiBaseUrl: undefined, autoRefreshMinutes: undefined });
    await vscode.workspace.fs.delete(globalStorageUri, { recursive: true });
    await sandbox.close();
  });

  it('reads what was kept on disk, but no secret, and asks for nothing while no view is visible', async () => {
    const installed = vscode.extensions.getExtension('outbound-tools.sendkit-analytics');
    assert.equal(installed?.isActive, false, 'It can be active only once: this test must be the first.');
    const damaged = vscode.Uri.joinPath(folder, await snapshotFileName({ origin: sandbox.url, id: 'damaged' }));
    await vscode.workspace.fs.writeFile(damaged, new TextEncoder().encode('{'));

    const context = { subscriptions, secrets, globalState, globalStorageUri, extensionUri: installed.extensionUri };
    activate(context as unknown as vscode.ExtensionContext);
    while (!(await exists(damaged.with({ path: `${damaged.path}.damaged` }))));

    // What the start had asked for would come before this.
    const { draft } = sandbox.campaigns;
    await graph.store.load(draft);
    assert.deepEqual(sandbox.requests.map(({ path }) => path).sort(), [
      `/v1/campaigns/${draft}`,
      `/v1/campaigns/${draft}/analytics`,
    ]);
    assert.equal(secrets.reads, 0);
  });
});

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
