import type * as vscode from 'vscode';
import { start } from './start';

/** The start where there is Node: on the desktop and in remote windows. The rest is in bundles of its own. */
export function activate(context: vscode.ExtensionContext): void {
  start(context, {
    loadApp: () => import('./app'),
    loadFetch: async () => (await import('./sendkit/nodeFetch')).fetch,
  });
}
