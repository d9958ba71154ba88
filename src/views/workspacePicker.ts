import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { WorkspaceRef } from '../campaigns/answer';
import type { Credentials } from '../campaigns/credentials';
import type { Workspaces } from '../campaigns/workspaces';
import { withoutIcons, withoutLinks } from './plainText';

interface WorkspaceItem extends vscode.QuickPickItem {
  readonly workspace: WorkspaceRef;
}

/**
 * Lets a person choose among the workspaces that the key opens, and remembers the choice. Resolves with whether one is
 * chosen; a key of one workspace has nothing to choose. Rejects with what the request rejects with.
 */
export async function pickWorkspace(credentials: Credentials, workspaces: Workspaces): Promise<boolean> {
  const { origin } = credentials.requireBaseUrl();
  const { several, workspaces: all } = await credentials.listWorkspaces();
  if (!several) {
    const name = all[0]?.name ?? '—';
    void vscode.window.showInformationMessage(
      l10n.t('This key belongs to one workspace, “{0}”: there is nothing to select.', withoutLinks(name)),
    );
    return true;
  }
  const chosen = await vscode.window.showQuickPick(
    all.map((workspace) => itemOf(workspace, workspaces.selected(origin))),
    {
      title: l10n.t('Select Workspace'),
      ignoreFocusOut: true,
      placeHolder: l10n.t('Whose campaigns to show'),
      matchOnDetail: true,
    },
  );
  if (chosen) await workspaces.select(origin, chosen.workspace);
  return chosen !== undefined;
}

function itemOf(workspace: WorkspaceRef, selected: WorkspaceRef | null): WorkspaceItem {
  return {
    label: withoutIcons(workspace.name ?? workspace.id),
    detail: withoutIcons(workspace.id),
    ...(workspace.id === selected?.id ? { description: l10n.t('selected') } : {}),
    workspace,
  };
}
