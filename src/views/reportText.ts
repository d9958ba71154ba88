import * as vscode from 'vscode';
import type { Format } from '../analytics/format';
import type { CampaignStore } from '../campaigns/store';
import { markdownToCopy, reportToExport } from './exportModel';

const SCHEME = 'sendkit-report';

/** Reports as text, for who reads with a screen reader or wants to search: documents that cannot be edited and follow the figures. */
export class ReportTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly store: CampaignStore,
    private readonly format: Format,
  ) {
    this.subscription = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      store.onDidChange((id) => {
        for (const { uri } of vscode.workspace.textDocuments) {
          if (uri.scheme === SCHEME && (id === undefined || idOf(uri) === id)) this.changed.fire(uri);
        }
      }),
    );
  }

  dispose(): void {
    vscode.Disposable.from(this.subscription, this.changed).dispose();
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    await this.store.ready();
    const state = this.store.get(idOf(uri));
    if (!state) return '';
    const exported = reportToExport(state, this.format, vscode.env.language);
    return 'refusal' in exported ? exported.refusal : markdownToCopy(exported);
  }

  async open(id: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: '/SendKit.md', query: id });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  }
}

function idOf({ query }: vscode.Uri): string {
  return query;
}
