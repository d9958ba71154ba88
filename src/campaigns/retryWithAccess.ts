import * as vscode from 'vscode';
import type { Credentials } from './credentials';
import type { CampaignStore } from './store';
import type { Workspaces } from './workspaces';

/** What failed for want of a key or a workspace is asked for again as soon as there is one, in whichever window it was given. */
export function retryWithAccess(
  store: CampaignStore,
  credentials: Credentials,
  workspaces: Workspaces,
): vscode.Disposable {
  const retry = (): void => {
    if (credentials.keyState() !== 'stored') return;
    void store.refreshAll(({ problem }) => problem?.remedy === 'setApiKey' || problem?.remedy === 'selectWorkspace');
  };
  return vscode.Disposable.from(credentials.onDidChange(retry), workspaces.onDidChange(retry));
}
