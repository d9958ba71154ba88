import * as vscode from 'vscode';
import { isMissing } from './snapshotFiles';

/** How often a file is put into its place while another window does the same. */
const TRIES = 5;

/**
 * Puts a draft into the place of a file. Two windows that do so at once take the old file from under each other, or the one that
 * was just put there: then the other's stands in its place. A draft that is gone has been the file, or went with it when it was
 * removed.
 */
export async function replaceFile(file: vscode.Uri, draft: vscode.Uri, tries = TRIES): Promise<void> {
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
