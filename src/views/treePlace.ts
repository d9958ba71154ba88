import * as vscode from 'vscode';

/** What fills a tree view. */
export interface Tree<Row> extends vscode.TreeDataProvider<Row> {
  readonly onDidChangeTreeData: vscode.Event<undefined>;
}

/** A tree view that VS Code knows from the start. What fills it is loaded when its rows are first asked for. */
export class TreePlace<Row> implements Tree<Row>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  readonly view: vscode.TreeView<Row>;
  private tree: Tree<Row> | undefined;
  private askedInVain = false;

  /** `load` fills this place before it resolves; where it rejects, the place stays empty until it is filled. */
  constructor(
    id: string,
    private readonly load: () => Promise<unknown>,
  ) {
    this.view = vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true });
  }

  dispose(): void {
    vscode.Disposable.from(this.view, this.changed).dispose();
  }

  fill(tree: Tree<Row>): void {
    this.tree = tree;
    tree.onDidChangeTreeData(() => this.changed.fire(undefined));
    if (this.askedInVain) this.changed.fire(undefined);
  }

  async getChildren(row?: Row): Promise<Row[]> {
    await this.load().catch(() => undefined);
    this.askedInVain = !this.tree;
    return (await this.tree?.getChildren(row)) ?? [];
  }

  getParent(row: Row): vscode.ProviderResult<Row> {
    return this.tree?.getParent?.(row);
  }

  getTreeItem(row: Row): vscode.TreeItem | Thenable<vscode.TreeItem> {
    if (!this.tree) throw new Error('A row comes from the tree that fills the view.');
    return this.tree.getTreeItem(row);
  }
}
