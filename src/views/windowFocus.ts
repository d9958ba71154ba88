import * as vscode from 'vscode';

/** Whether a person is at this window. */
export interface WindowFocus {
  readonly focused: () => boolean;
  readonly onDidChange: vscode.Event<unknown>;
}

/** The focus of VS Code's own window. */
export const windowFocus: WindowFocus = {
  focused: () => vscode.window.state.focused,
  onDidChange: (listener) => vscode.window.onDidChangeWindowState(listener),
};
