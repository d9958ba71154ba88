import * as vscode from 'vscode';
import type { WorkspaceRef } from './answer';
import { selectedWorkspace } from './storageKeys';

/** The workspace that a person chose for each address, for keys that open several. Remembered over restarts. */
export class Workspaces implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {}

  dispose(): void {
    this.changed.dispose();
  }

  selected(origin: string): WorkspaceRef | null {
    const kept = this.memory.get<Partial<WorkspaceRef> | undefined>(selectedWorkspace(origin));
    return typeof kept?.id === 'string'
      ? { id: kept.id, name: typeof kept.name === 'string' ? kept.name : null }
      : null;
  }

  async select(origin: string, workspace: WorkspaceRef | null): Promise<void> {
    await this.memory.update(selectedWorkspace(origin), workspace ?? undefined);
    this.changed.fire();
  }
}
