import * as vscode from 'vscode';
import type { Remedy } from '../campaigns/problem';
import { COMMANDS } from './commandIds';
import { alarmUri } from './alarmDecorations';
import { plainTooltip } from './plainText';
import { spokenLabel, type RowLook } from './rowLook';

export function treeItemOf(row: RowLook, state: vscode.TreeItemCollapsibleState): vscode.TreeItem {
  const item = new vscode.TreeItem(row.label, state);
  item.id = row.id;
  item.contextValue = row.contextValue;
  item.tooltip = plainTooltip(row.tooltip);
  item.accessibilityInformation = { label: spokenLabel(row) };
  if (row.description !== undefined) item.description = row.description;
  if (row.alarm) item.resourceUri = alarmUri(row.alarm);
  if (row.icon !== undefined) {
    item.iconPath = new vscode.ThemeIcon(
      row.icon,
      row.iconColor === undefined ? undefined : new vscode.ThemeColor(row.iconColor),
    );
  }
  return item;
}

/** What helps with a problem, as a click; to refresh is another command in each view. */
export function remedyCommand(remedy: Exclude<Remedy, 'refresh'>): vscode.Command {
  return { command: COMMANDS[remedy], title: '' };
}
