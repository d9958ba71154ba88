import * as vscode from 'vscode';

/** A folder that is not there yet, where VS Code keeps what is an extension's own: in the browser's database. */
export function temporaryFolder(): vscode.Uri {
  return vscode.Uri.from({ scheme: 'vscode-userdata', path: `/User/globalStorage/test-${crypto.randomUUID()}` });
}
