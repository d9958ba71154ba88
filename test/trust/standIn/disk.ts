// Files as VS Code's `workspace.fs` handles them: with the steps in between, at which a process can die.
import * as fs from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { FileStat, FileSystem, Uri } from 'vscode';
import { FileSystemError } from './fileSystemError';

interface Disk extends Pick<FileSystem, 'createDirectory' | 'readFile' | 'writeFile' | 'delete' | 'rename'> {
  stat(uri: Uri): Promise<Omit<FileStat, 'type'> & { readonly type: number }>;
  readDirectory(uri: Uri): Promise<[name: string, type: number][]>;
}

/** What a disk refuses while it is switched on. */
export const faults = {
  /** To put what is moved into its place, from which the old file was just taken. */
  rename: false,
  /** To say what is in a folder. */
  readDirectory: false,
};

export const disk: Disk = {
  stat: (uri) =>
    ofDisk(async () => {
      const stat = await fs.stat(uri.fsPath);
      return { type: typeOf(stat), size: stat.size, mtime: Math.floor(stat.mtimeMs), ctime: Math.floor(stat.ctimeMs) };
    }),
  readDirectory: (uri) =>
    ofDisk(async () => {
      refuseWhere(faults.readDirectory);
      const entries = await fs.readdir(uri.fsPath, { withFileTypes: true });
      return entries.map((entry) => [entry.name, typeOf(entry)]);
    }),
  createDirectory: (uri) =>
    ofDisk(async () => {
      await fs.mkdir(uri.fsPath, { recursive: true });
    }),
  readFile: (uri) => ofDisk(() => fs.readFile(uri.fsPath)),
  writeFile: (uri, content) =>
    ofDisk(async () => {
      await fs.mkdir(dirname(uri.fsPath), { recursive: true });
      await fs.writeFile(uri.fsPath, content);
    }),
  delete: (uri, { recursive = false } = {}) => ofDisk(() => remove(uri, recursive)),
  /**
   * Not in one step: what is to be overwritten is deleted first, and what was moved is looked at last, where somebody else
   * may have deleted it (`FileService.move`, in 1.100 as in 1.139).
   */
  rename: (from, to, { overwrite = false } = {}) =>
    ofDisk(async () => {
      await fs.stat(from.fsPath);
      if (await isThere(to)) {
        if (!overwrite) throw new FileSystemError('FileExists', to.fsPath);
        await remove(to, true);
      }
      await message();
      await fs.mkdir(dirname(to.fsPath), { recursive: true });
      await message();
      refuseWhere(faults.rename);
      await fs.rename(from.fsPath, to.fsPath);
      await message();
      await fs.stat(to.fsPath);
    }),
};

/** The window and the process that has the files are two: each step of a rename is a message from one to the other. */
async function message(): Promise<void> {
  await delay(1);
}

function refuseWhere(refused: boolean): void {
  if (refused) throw new FileSystemError('Unknown', 'EIO: i/o error');
}

async function remove(uri: Uri, recursive: boolean): Promise<void> {
  await fs.rm(uri.fsPath, { recursive });
}

async function isThere({ fsPath }: Uri): Promise<boolean> {
  return fs.stat(fsPath).then(
    () => true,
    () => false,
  );
}

interface Kind {
  isFile(): boolean;
  isDirectory(): boolean;
}

/** `vscode.FileType` */
export const fileTypes = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };

function typeOf(kind: Kind): number {
  return kind.isFile() ? fileTypes.File : kind.isDirectory() ? fileTypes.Directory : fileTypes.Unknown;
}

const CODES: Readonly<Record<string, string>> = {
  ENOENT: 'FileNotFound',
  EISDIR: 'FileIsADirectory',
  ENOTDIR: 'FileNotADirectory',
  EEXIST: 'FileExists',
  EPERM: 'NoPermissions',
  EACCES: 'NoPermissions',
};

/** Runs it, and throws what VS Code would throw. */
async function ofDisk<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof FileSystemError) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new FileSystemError(CODES[code] ?? 'Unknown', message);
  }
}
