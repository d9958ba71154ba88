import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { writeFailure } from './exportModel';
import { proposedFolder } from './homeFolder';
import { writeWhole } from './wholeFile';

export interface FileToSave {
  /** Of the dialog. */
  readonly title: string;
  /** Proposed, with its ending. */
  readonly name: string;
  /** The ending alone, without its dot. */
  readonly ending: string;
  readonly content: string | Uint8Array;
}

/** Asks where, and writes a file there. Gives the place, or nothing where none was written; why not is said in a sentence. */
export async function saveFile({ title, name, ending, content }: FileToSave): Promise<vscode.Uri | undefined> {
  const folder = proposedFolder();
  const target = await vscode.window.showSaveDialog({
    title,
    defaultUri: folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.file(name),
    filters: { [ending.toUpperCase()]: [ending] },
  });
  if (!target) return undefined;
  const failure = await write(target, content);
  if (failure === undefined) return target;
  void vscode.window.showErrorMessage(failure);
  return undefined;
}

/** Says that a file was saved, and opens it for those who want to see it. */
export async function tellSaved(target: vscode.Uri, kind: 'browser' | 'editor'): Promise<void> {
  const open = l10n.t('Open');
  const chosen = await vscode.window.showInformationMessage(l10n.t('{0} was saved.', nameOf(target)), open);
  if (chosen !== open) return;
  // What belongs into a browser is not reached by it on another computer, nor by VS Code in a browser.
  const reachable = isOnThisComputer(target) && !isGivenByBrowser(target);
  if (kind === 'browser' && reachable && (await vscode.env.openExternal(target))) return;
  await vscode.commands.executeCommand('vscode.open', target);
}

/** Why a file could not be written, or nothing. */
export async function write(target: vscode.Uri, content: string | Uint8Array): Promise<string | undefined> {
  const { fs } = vscode.workspace;
  const draft = sibling(target, `.${crypto.randomUUID()}.tmp`);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  try {
    await (isGivenByBrowser(target) ? fs.writeFile(target, bytes) : writeWhole(fs, target, draft, bytes));
    return undefined;
  } catch (error) {
    const { code } = error as { readonly code?: string };
    return writeFailure(nameOf(target), isGivenByBrowser(target) ? 'NoPermissions' : code);
  }
}

/** A browser lets the file be written that a person chose, and none beside it; it replaces it in one step by itself. */
function isGivenByBrowser(target: vscode.Uri): boolean {
  return isOnThisComputer(target) && vscode.env.uiKind === vscode.UIKind.Web;
}

function isOnThisComputer({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' && vscode.env.remoteName === undefined;
}

export function sibling(uri: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..', name);
}

export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
