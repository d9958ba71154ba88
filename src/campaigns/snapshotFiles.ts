// What stands in the folder of the last good answers, without opening it.
import pLimit from 'p-limit';
import * as vscode from 'vscode';

export interface SnapshotFile {
  readonly name: string;
  readonly bytes: number;
  /** Epoch milliseconds; an answer is written whenever it was fetched. */
  readonly writtenAt: number;
}

const AT_ONCE = 8;

const ANSWER = /^[0-9a-f]{32}\.json$/;
const OWN = /^[0-9a-f]{32}\.json(\.damaged|\.[0-9a-f-]{36}\.tmp)?$/;

/** Whether a file is an answer, by its name. */
export function isAnswer(name: string): boolean {
  return ANSWER.test(name);
}

/** Whether a file is half written, or was left so. */
export function isDraft(name: string): boolean {
  return name.endsWith('.tmp');
}

/** The files that were written here, and nothing that somebody else put beside them. None where there is no folder yet. */
export async function namesIn(folder: vscode.Uri): Promise<string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name]) => name).filter((name) => OWN.test(name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** The last written first; without those that are gone meanwhile, or are no files. */
export async function filesOf(folder: vscode.Uri, names: readonly string[]): Promise<SnapshotFile[]> {
  const files = await aFewAtOnce(names, (name) => fileOf(folder, name));
  return files.filter((file) => file !== undefined).sort((a, b) => b.writtenAt - a.writtenAt);
}

/** Does something with each, and resolves with what came of it, in the same order. */
export function aFewAtOnce<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  return pLimit(AT_ONCE).map(items, run);
}

async function fileOf(folder: vscode.Uri, name: string): Promise<SnapshotFile | undefined> {
  try {
    const { type, size, mtime } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name));
    return type === vscode.FileType.File ? { name, bytes: size, writtenAt: mtime } : undefined;
  } catch {
    return undefined;
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

export function codeOf(error: unknown): string {
  return error instanceof vscode.FileSystemError ? error.code : 'Unknown';
}
