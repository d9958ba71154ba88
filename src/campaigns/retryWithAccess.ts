import * as vscode from 'vscode';
import type { Credentials } from './credentials';
import type { Remedy } from './problem';
import type { CampaignStore, RefreshOptions } from './store';
import type { Workspaces } from './workspaces';

/**
 * What failed for want of a key or a workspace is asked for again as soon as there is one, in whichever window it was
 * given; in the workspace that was chosen for it, wherever its figures came from before.
 */
export function retryWithAccess(
  store: CampaignStore,
  credentials: Credentials,
  workspaces: Workspaces,
): vscode.Disposable {
  const retry = (remedies: readonly Remedy[], options: RefreshOptions = {}): void => {
    if (credentials.keyState() !== 'stored') return;
    void store.refreshAll(({ problem }) => problem !== null && remedies.includes(problem.remedy), options);
  };
  return vscode.Disposable.from(
    credentials.onDidChange(() => retry(['setApiKey', 'selectWorkspace'])),
    workspaces.onDidChange(() => retry(['selectWorkspace'], { inChosenWorkspace: true })),
  );
}
