import * as vscode from 'vscode';
import type { Format } from '../analytics/format';
import type { WorkspaceStore } from '../campaigns/workspaceStore';
import { COMMANDS } from './commandIds';
import { remedyCommand, treeItemOf } from './treeItem';
import type { Tree } from './treePlace';
import { workspaceName, workspaceRows, type WorkspaceRow } from './workspaceTreeModel';

/** The Workspace view: VS Code's plumbing around the rows of `workspaceTreeModel`. */
export class WorkspaceTree implements Tree<WorkspaceRow>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly view: vscode.TreeView<WorkspaceRow>,
    private readonly store: WorkspaceStore,
    private readonly format: Format,
  ) {
    this.subscription = vscode.Disposable.from(
      store.onDidChange(() => this.draw()),
      view.onDidChangeVisibility(({ visible }) => store.setVisible(visible)),
      view.onDidExpandElement(({ element: { part } }) => {
        if (part !== undefined) void store.ask(part);
      }),
      view.onDidCollapseElement(({ element: { part } }) => {
        if (part !== undefined) store.leave(part);
      }),
    );
    store.setVisible(view.visible);
  }

  dispose(): void {
    vscode.Disposable.from(this.subscription, this.changed).dispose();
  }

  async getChildren(row?: WorkspaceRow): Promise<WorkspaceRow[]> {
    if (!row) {
      await this.store.ready();
      return workspaceRows(this.store.state(), this.format);
    }
    // Rows that were left open are drawn without being expanded anew.
    if (row.part !== undefined) void this.store.ask(row.part);
    return [...(row.children?.() ?? [])];
  }

  getTreeItem(row: WorkspaceRow): vscode.TreeItem {
    const item = treeItemOf(
      row,
      row.children ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
    );
    const command = commandOf(row);
    if (command) item.command = command;
    return item;
  }

  private draw(): void {
    this.view.description = workspaceName(this.store.state()) ?? '';
    this.changed.fire(undefined);
  }
}

function commandOf(row: WorkspaceRow): vscode.Command | undefined {
  switch (row.action) {
    case undefined:
      return undefined;
    case 'showCampaign':
      return { command: COMMANDS.showCampaignAnalytics, title: '', arguments: [row.campaignId] };
    case 'goOn':
      return { command: COMMANDS.loadMore, title: '', arguments: [row] };
    case 'refreshAll':
      return { command: COMMANDS.refreshWorkspace, title: '' };
    default:
      return remedyCommand(row.action);
  }
}
