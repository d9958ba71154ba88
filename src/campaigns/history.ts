import * as vscode from 'vscode';
import type { HistoryFolder } from './historyFolder';
import { sayTheSame, type Moment } from './moments';
import { originOf, type Settings } from './settings';
import type { CampaignStore } from './store';

/** The past of the loaded campaigns: every answer that was unlike the one before is kept. */
export class History implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<string>();
  /** The id of a campaign that has a new moment, or none any more. */
  readonly onDidChange = this.changed.event;
  private readonly subscription: vscode.Disposable;

  constructor(
    store: Pick<CampaignStore, 'onDidAnswer'>,
    private readonly settings: Pick<Settings, 'baseUrl'>,
    private readonly folder: HistoryFolder,
  ) {
    this.subscription = store.onDidAnswer(({ snapshot, before }) => {
      if (before && sayTheSame(before, snapshot.answer)) return;
      void folder.add(snapshot).then(() => {
        this.changed.fire(snapshot.id);
      });
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  /** Of the present address; oldest first, each unlike the one before. Never rejects. */
  async moments(id: string): Promise<readonly Moment[]> {
    const origin = originOf(this.settings);
    return origin === undefined ? [] : this.folder.read({ origin, id });
  }

  /** Deletes what is kept of a campaign of the present address. Rejects where it cannot. */
  async forget(id: string): Promise<void> {
    const origin = originOf(this.settings);
    if (origin !== undefined) await this.folder.remove({ origin, id });
    this.changed.fire(id);
  }
}
