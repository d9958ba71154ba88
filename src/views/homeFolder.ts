import * as vscode from 'vscode';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a file is proposed to be saved: in the workspace, else at home; `undefined` where neither is known. */
export function proposedFolder(): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.workspace.fs.isWritableFileSystem(folder.scheme) !== false ? folder : homeFolder();
}

/** Only a host with Node has an environment; in the browser there is no home. */
function homeFolder(): vscode.Uri | undefined {
  const { process } = globalThis as { readonly process?: { readonly env?: Environment } };
  const path = process?.env?.['HOME'] ?? process?.env?.['USERPROFILE'];
  return path === undefined ? undefined : vscode.Uri.file(path);
}
