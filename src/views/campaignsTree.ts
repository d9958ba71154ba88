import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Format } from '../analytics/format';
import type { PinnedCampaign } from '../campaigns/pinnedCampaign';
import type { CampaignStore } from '../campaigns/store';
import type { CampaignView } from './autoRefresh';
import { campaignRow, type TreeRow } from './campaignsTreeModel';
import { CAMPAIGN_LOADED_CONTEXT, COMMANDS, VIEWS } from './commandIds';
import type { SinceLastLook } from './sinceLastLook';
import { remedyCommand, treeItemOf } from './treeItem';
import type { Tree } from './treePlace';

interface Options {
  readonly view: vscode.TreeView<TreeRow>;
  readonly store: CampaignStore;
  readonly pinned: Pick<PinnedCampaign, 'id' | 'onDidChange'>;
  readonly lastLook: Pick<SinceLastLook, 'get' | 'onDidChange'>;
  readonly format: Format;
}

/** The Campaigns view: VS Code's plumbing around the rows of `campaignsTreeModel`. */
export class CampaignsTree implements Tree<TreeRow>, CampaignView, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  readonly onDidChangeVisibility: vscode.Event<unknown>;
  private readonly subscription: vscode.Disposable;
  private loaded = false;
  private parents = new Map<string, TreeRow>();
  private progressEnds: (() => void) | undefined;

  constructor(private readonly options: Options) {
    const { view, store, pinned, lastLook } = options;
    const redraw = (): void => this.changed.fire(undefined);
    this.onDidChangeVisibility = view.onDidChangeVisibility;
    this.subscription = vscode.Disposable.from(
      store.onDidChange(() => {
        redraw();
        this.showProgress();
        this.showBadge();
        this.showMessage();
        this.noticeLoaded();
      }),
      pinned.onDidChange(redraw),
      lastLook.onDidChange(redraw),
    );
  }

  dispose(): void {
    this.progressEnds?.();
    vscode.Disposable.from(this.subscription, this.changed).dispose();
  }

  visibleCampaigns(): readonly string[] | 'all' {
    return this.options.view.visible ? 'all' : [];
  }

  async getChildren(row?: TreeRow): Promise<TreeRow[]> {
    if (row) return [...row.children];
    const { store, pinned, lastLook, format } = this.options;
    await store.ready();
    const rows = store
      .list()
      .map((state) => campaignRow(state, format, { pinned: state.id === pinned.id, changed: lastLook.get(state.id) }));
    this.parents = new Map(rows.flatMap((root) => pairsWithParent(root)));
    return rows;
  }

  getParent({ id }: TreeRow): TreeRow | undefined {
    return this.parents.get(id);
  }

  getTreeItem(row: TreeRow): vscode.TreeItem {
    const item = treeItemOf(row, collapsibleState(row));
    const command = commandOf(row);
    if (command) item.command = command;
    return item;
  }

  /** Shows a campaign in the view, opened, without taking the focus. */
  async reveal(id: string): Promise<void> {
    const row = (await this.getChildren()).find((candidate) => candidate.campaignId === id);
    if (row) await this.options.view.reveal(row, { select: false, focus: false, expand: 1 });
  }

  private noticeLoaded(): void {
    const loaded = this.options.store.list().some(({ sample, report }) => !sample && report !== null);
    if (loaded === this.loaded) return;
    this.loaded = loaded;
    void vscode.commands.executeCommand('setContext', CAMPAIGN_LOADED_CONTEXT, loaded);
  }

  /** How many campaigns are in critical health, on the icon of the activity bar. */
  private showBadge(): void {
    const critical = this.options.store.list().filter(({ report }) => report?.health.level === 'critical').length;
    this.options.view.badge =
      critical === 0
        ? undefined
        : {
            value: critical,
            tooltip: l10n.t('Campaigns in critical health: {0}', this.options.format.count(critical)),
          };
  }

  /** In an empty view it would stand in the place of what can be done. */
  private showMessage(): void {
    this.options.view.message =
      this.options.store.isKept || this.options.store.list().length === 0
        ? ''
        : l10n.t(
            'What is shown here cannot be kept on disk, and is gone when the window closes. Is the disk full, or read-only?',
          );
  }

  /** The bar at the top of the view, for as long as anything is being asked. */
  private showProgress(): void {
    const busy = this.options.store.list().some(({ loading }) => loading);
    if (!busy) {
      this.progressEnds?.();
      this.progressEnds = undefined;
    } else if (!this.progressEnds) {
      void vscode.window.withProgress(
        { location: { viewId: VIEWS.campaigns } },
        () => new Promise<void>((resolve) => (this.progressEnds = resolve)),
      );
    }
  }
}

function pairsWithParent(parent: TreeRow): [string, TreeRow][] {
  return parent.children.flatMap((child) => [[child.id, parent] as [string, TreeRow], ...pairsWithParent(child)]);
}

function collapsibleState({ children, open }: TreeRow): vscode.TreeItemCollapsibleState {
  if (children.length === 0) return vscode.TreeItemCollapsibleState.None;
  return open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function commandOf(row: TreeRow): vscode.Command | undefined {
  switch (row.action) {
    case 'openReport':
      return { command: COMMANDS.openReport, title: '', arguments: [row] };
    case 'refresh':
      return { command: COMMANDS.refreshCampaign, title: '', arguments: [row] };
    case undefined:
      return undefined;
    default:
      return remedyCommand(row.action);
  }
}
