import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { formatFor } from '../../src/analytics/format';
import { DEFAULT_HEALTH_RULES } from '../../src/analytics/rules';
import { alarmUri } from '../../src/views/alarmDecorations';
import { CampaignsTree } from '../../src/views/campaignsTree';
import type { TreeRow } from '../../src/views/campaignsTreeModel';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, type Graph } from './graph';

/** As much of a view as the tree needs. */
class FakeView {
  badge: vscode.ViewBadge | undefined;
  readonly visible = true;
  readonly onDidChangeVisibility = new vscode.EventEmitter<vscode.TreeViewVisibilityChangeEvent>().event;
}

describe('The Campaigns view', () => {
  let sandbox: Sandbox;
  let graph: Graph;
  let view: FakeView;
  let tree: CampaignsTree;

  before(async () => {
    sandbox = await startSandbox();
    graph = buildGraph({ address: sandbox.url, key: sandbox.key });
    view = new FakeView();
    const pinned = { id: undefined, onDidChange: new vscode.EventEmitter<void>().event };
    tree = new CampaignsTree({
      view: view as unknown as vscode.TreeView<TreeRow>,
      store: graph.store,
      pinned,
      lastLook: { get: () => null, onDidChange: new vscode.EventEmitter<string>().event },
      format: formatFor('en'),
    });
    await graph.store.load(sandbox.campaigns.seed);
  });

  after(async () => {
    tree.dispose();
    graph.dispose();
    await sandbox.close();
  });

  it('counts the campaigns in critical health on its icon, and no others', () => {
    const badge = (): vscode.ViewBadge | undefined => view.badge;
    assert.equal(badge(), undefined);
    graph.settings.setHealthRules({ ...DEFAULT_HEALTH_RULES, bounced: { warning: 0.005, critical: 0.01 } });
    assert.equal(badge()?.value, 1);
    assert.match(badge()?.tooltip ?? '', /critical/);
    graph.settings.setHealthRules(DEFAULT_HEALTH_RULES);
    assert.equal(badge(), undefined);
  });

  it('marks a campaign whose health needs a look, and nothing below it', async () => {
    const [row] = await tree.getChildren();
    assert.ok(row);
    assert.deepEqual(row.alarm, { level: 'warning', text: 'Bounce rate warning' });
    assert.equal(tree.getTreeItem(row).resourceUri?.toString(), alarmUri(row.alarm).toString());
    for (const child of await tree.getChildren(row)) assert.equal(tree.getTreeItem(child).resourceUri, undefined);
  });

  it('draws the line where the settings put it', async () => {
    graph.settings.setHealthRules({
      ...DEFAULT_HEALTH_RULES,
      bounced: { warning: 0.5, critical: 0.9 },
      unsubscribed: { warning: 0.5, critical: 0.9 },
    });
    const [row] = await tree.getChildren();
    assert.equal(row?.alarm, undefined);
    graph.settings.setHealthRules(DEFAULT_HEALTH_RULES);
  });
});
