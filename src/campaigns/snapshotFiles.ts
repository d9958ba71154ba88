// What stands in the folder of the last good answers, without opening it.
import * as vscode from 'vscode';
import { aFewAtOnce } from './aFewAtOnce';
import type { Log } from './log';
import { contentOf, isNewer } from './snapshot';

export interface SnapshotFile {
  readonly name: string;
  readonly bytes: number;
  /** Epoch milliseconds; an answer is written whenever it was fetched. 0 in a browser, unless this window wrote it. */
  readonly writtenAt: number;
}

/** Milliseconds. A younger draft may be what another window is writing. */
const DRAFT_LASTS = 60 * 60 * 1000;
/** How often what another window is just replacing is looked for. */
export const LOOKS = 3;
const REMOVED = '.removed';
const ANSWER = /^[0-9a-f]{32}\.json$/;
const OWN = /^[0-9a-f]{32}\.json(\.damaged|\.removed|\.[0-9a-f-]{36}\.tmp)?$/;

/** Whether a file is an answer, by its name. */
export function isAnswer(name: string): boolean {
  return ANSWER.test(name);
}

/** Whether a file is an answer that has not taken its place yet, and perhaps is half written. */
export function isDraft(name: string): boolean {
  return name.endsWith('.tmp');
}

/** Whether an answer can be in it. */
export function holdsAnswer(name: string): boolean {
  return isAnswer(name) || isDraft(name);
}

/** Whether a file tells windows that still have a campaign that it was removed. */
export function isRemoval(name: string): boolean {
  return name.endsWith(REMOVED);
}

/** The name of the file that tells of the removal of what an answer was kept for. */
export function removalOf(answer: string): string {
  return answer + REMOVED;
}

/** Whether no window can still be writing it. `now` is in epoch milliseconds. */
export function isOld({ writtenAt }: SnapshotFile, now: number): boolean {
  return writtenAt > 0 && writtenAt < now - DRAFT_LASTS;
}

/** The name of the answer that a file belongs to. */
export function answerOf(name: string): string {
  return name.slice(0, name.indexOf('.json') + 5);
}

/** The files that were written here, and nothing that somebody else put beside them. None where there is no folder yet. */
export async function namesIn(folder: vscode.Uri, own = OWN): Promise<string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name]) => name).filter((name) => own.test(name));
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

async function fileOf(folder: vscode.Uri, name: string): Promise<SnapshotFile | undefined> {
  try {
    const { type, size, mtime } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name));
    return type === vscode.FileType.File ? { name, bytes: size, writtenAt: mtime } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What is read of files; `undefined` of one is nothing. Where one is gone meanwhile, another window is just putting something
 * into its place: then it looks again.
 */
export async function readFiles<Content>(
  folder: vscode.Uri,
  names: () => Promise<readonly string[]>,
  read: (file: SnapshotFile) => Promise<Content | undefined>,
  looks = LOOKS,
): Promise<Content[]> {
  const listed = await names();
  const all = await aFewAtOnce(await filesOf(folder, listed), read);
  const found = all.filter((content) => content !== undefined);
  return found.length === listed.length || looks === 1 ? found : readFiles(folder, names, read, looks - 1);
}

/** Whether a newer version of the extension wrote a file. */
export async function isOfNewer(folder: vscode.Uri, name: string): Promise<boolean> {
  try {
    return isNewer(contentOf(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name))));
  } catch {
    return false;
  }
}

/** Removes those of the files that no window can still be writing. Resolves with how many those were. Never rejects. */
export async function sweep(
  folder: vscode.Uri,
  names: readonly string[],
  log: Pick<Log, 'warn'>,
  now = Date.now(),
): Promise<number> {
  const old = (await filesOf(folder, names)).filter((file) => isOld(file, now));
  await aFewAtOnce(old, ({ name }) => removeFile(folder, name, log));
  return old.length;
}

/** Whether it is not there any more; the log says why, where it is. */
export async function removeFile(folder: vscode.Uri, name: string, log: Pick<Log, 'warn'>): Promise<boolean> {
  try {
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name));
    return true;
  } catch (error) {
    if (isMissing(error)) return true;
    log.warn(`${name} could not be deleted (${codeOf(error)}).`);
    return false;
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** For the log. */
export function isLeftAlone(name: string): string {
  return `${name} was written by a newer version of the extension and is left alone.`;
}

/** VS Code's code of a fault or, where it has none for it, the system's: `ENOSPC`. */
export function codeOf(error: unknown): string {
  if (!(error instanceof vscode.FileSystemError)) return 'Unknown';
  return error.code === 'Unknown' ? (/\bE[A-Z]{2,}\b/.exec(error.message)?.[0] ?? error.code) : error.code;
}
