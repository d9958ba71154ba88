import * as vscode from 'vscode';
import type { Credentials } from '../campaigns/credentials';
import { KEY_STATE_CONTEXT } from './commandIds';

/** Keeps the context key that chooses the welcome of the empty view. */
export function followKeyState(credentials: Credentials): vscode.Disposable {
  const update = (): void => {
    void vscode.commands.executeCommand('setContext', KEY_STATE_CONTEXT, credentials.keyState());
  };
  update();
  return credentials.onDidChange(update);
}
