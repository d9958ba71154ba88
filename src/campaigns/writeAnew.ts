import * as vscode from 'vscode';
import type { Log } from './log';
import { isMissing, removeFile } from './snapshotFiles';

/** How often a file is put into its place while another window does the same. */
const TRIES = 5;

/** Writes a file beside the one before, and puts it into its place. Rejects where it cannot. */
export async function writeAnew(
  folder: vscode.Uri,
  name: string,
  content: Uint8Array,
  log: Pick<Log, 'warn'>,
): Promise<void> {
  const file = vscode.Uri.joinPath(folder, name);
  const draft = `${name}.${crypto.randomUUID()}.tmp`;
  const at = vscode.Uri.joinPath(folder, draft);
  let isWhole = false;
  try {
    await vscode.workspace.fs.writeFile(at, content);
    isWhole = true;
    await replaceFile(file, at);
  } catch (error) {
    // A whole one may be all that is left.
    if (!isWhole || (await isThere(file))) await removeFile(folder, draft, log);
    throw error;
  }
}

/**
 * Puts a draft into the place of a file. Two windows that do so at once take the old file from under each other, or the one that
 * was just put there: then the other's stands in its place. A draft that is gone has been the file, or went with it when it was
 * removed.
 */
async function replaceFile(file: vscode.Uri, draft: vscode.Uri, tries = TRIES): Promise<void> {
  try {
    await vscode.workspace.fs.rename(draft, file, { overwrite: true });
  } catch (error) {
    if (!isMissing(error)) throw error;
    if (!(await isThere(draft))) return;
    if (tries === 1) throw error;
    await replaceFile(file, draft, tries - 1);
  }
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
