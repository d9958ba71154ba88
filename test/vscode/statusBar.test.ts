import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { formatFor } from '../../src/analytics/format';
import { PinnedCampaign } from '../../src/campaigns/pinnedCampaign';
import { COMMANDS } from '../../src/views/commandIds';
import { StatusBar } from '../../src/views/statusBar';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, until, type Graph } from './graph';

function memento(): vscode.Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: (key: string) => values.get(key),
    update: (key: string, value: unknown) => {
      values.set(key, value);
      return Promise.resolve();
    },
  } as vscode.Memento;
}

describe('The status bar', () => {
  let sandbox: Sandbox;
  let graph: Graph;
  let memory: vscode.Memento;
  let pinned: PinnedCampaign;
  let bar: StatusBar;

  const build = (folder?: vscode.Uri): void => {
    graph = buildGraph({ address: sandbox.url, key: sandbox.key, ...(folder ? { folder } : {}) });
    pinned = new PinnedCampaign(memory);
    bar = new StatusBar({ store: graph.store, pinned, format: formatFor('en') });
  };

  beforeEach(async () => {
    sandbox = await startSandbox();
    memory = memento();
    build();
  });

  afterEach(async () => {
    bar.dispose();
    pinned.dispose();
    graph.dispose();
    await vscode.workspace.fs.delete(graph.folder, { recursive: true }).then(undefined, () => undefined);
    await sandbox.close();
  });

  it('has nothing while nothing is pinned, or what is pinned is not loaded', async () => {
    await graph.store.load(sandbox.campaigns.seed);
    assert.equal(bar.shown, undefined);
    await pinned.pin(sandbox.campaigns.variants);
    assert.equal(bar.shown, undefined);
  });

  it('has the pinned campaign, and opens its report', async () => {
    await graph.store.load(sandbox.campaigns.seed);
    await pinned.pin(sandbox.campaigns.seed);
    assert.match(bar.shown?.text ?? '', /^\$\(mail\) 8\.3% replied · /);
    assert.match(bar.shown?.accessibilityInformation?.label ?? '', /Q1 Outreach Campaign, 8\.3% replied/);
    const { command } = bar.shown ?? {};
    assert.ok(typeof command === 'object');
    assert.equal(command.command, COMMANDS.openReport);
    assert.deepEqual(command.arguments, [{ campaignId: sandbox.campaigns.seed }]);
    assert.deepEqual(bar.visibleCampaigns(), [sandbox.campaigns.seed]);
  });

  it('warns when a refresh fails, until one succeeds', async () => {
    await graph.store.load(sandbox.campaigns.seed);
    await pinned.pin(sandbox.campaigns.seed);
    sandbox.fail('http-500');
    await graph.store.load(sandbox.campaigns.seed);
    assert.match(bar.shown?.text ?? '', /^\$\(warning\) 8\.3% replied · SendKit unavailable · as of /);
    sandbox.heal();
    await graph.store.load(sandbox.campaigns.seed);
    assert.match(bar.shown?.text ?? '', /^\$\(mail\)/);
  });

  it('has nothing any more when the campaign is unpinned or removed', async () => {
    await graph.store.load(sandbox.campaigns.seed);
    await pinned.pin(sandbox.campaigns.seed);
    await pinned.unpin();
    assert.equal(bar.shown, undefined);
    await pinned.pin(sandbox.campaigns.seed);
    await graph.store.remove(sandbox.campaigns.seed);
    assert.equal(bar.shown, undefined);
  });

  it('has the same campaign after a restart, without a request', async () => {
    await graph.store.load(sandbox.campaigns.seed);
    await pinned.pin(sandbox.campaigns.seed);
    bar.dispose();
    graph.dispose();
    const requests = sandbox.requests.length;
    build(graph.folder);
    await until(graph.store, () => graph.store.list().length > 0);
    assert.match(bar.shown?.text ?? '', /8\.3% replied/);
    assert.equal(sandbox.requests.length, requests);
    assert.equal(graph.secrets.reads, 0);
  });
});
