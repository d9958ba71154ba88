import * as vscode from 'vscode';
import type { Alarm } from './rowLook';

const SCHEME = 'sendkit-alarm';
const COLORS = { critical: 'list.errorForeground', warning: 'list.warningForeground' } as const;

/** Stands for an alarm where a row of a tree has a resource, so that VS Code asks for its decoration. */
export function alarmUri({ level, text }: Alarm): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${level}`, query: text });
}

/** Marks rows with an alarm, as VS Code marks files with problems. */
export function alarmDecorations(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: ({ scheme, path, query }) => {
      if (scheme !== SCHEME) return undefined;
      const level = path === '/critical' ? 'critical' : 'warning';
      return new vscode.FileDecoration('!', query, new vscode.ThemeColor(COLORS[level]));
    },
  });
}
