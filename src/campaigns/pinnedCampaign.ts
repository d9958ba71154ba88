import * as vscode from 'vscode';
import { PINNED_CAMPAIGN } from './storageKeys';

/** The one campaign that a person wants in sight at all times. Remembered over restarts. */
export class PinnedCampaign implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {}

  dispose(): void {
    this.changed.dispose();
  }

  get id(): string | undefined {
    const kept = this.memory.get<unknown>(PINNED_CAMPAIGN);
    return typeof kept === 'string' ? kept : undefined;
  }

  /** Takes the place of the one before. */
  async pin(id: string): Promise<void> {
    await this.memory.update(PINNED_CAMPAIGN, id);
    this.changed.fire();
  }

  async unpin(): Promise<void> {
    await this.memory.update(PINNED_CAMPAIGN, undefined);
    this.changed.fire();
  }
}
