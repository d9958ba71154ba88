import * as vscode from 'vscode';
import type { Log } from './log';
import { decodeSnapshot, encodeSnapshot, snapshotFileName, type Snapshot } from './snapshot';

/** The last good answers on disk: one file a campaign, each replaced in one step, so that windows do not undo each other. */
export interface SnapshotFolder {
  readAll(): Promise<Snapshot[]>;
  write(snapshot: Snapshot): Promise<void>;
  remove(campaign: Pick<Snapshot, 'origin' | 'id'>): Promise<void>;
}

export function snapshotFolder(folder: vscode.Uri, log: Log): SnapshotFolder {
  const { fs } = vscode.workspace;
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);

  async function read(name: string): Promise<Snapshot | undefined> {
    const snapshot = decodeSnapshot(await fs.readFile(at(name)));
    if (snapshot === 'newer') {
      log.warn(`${name} was written by a newer version of the extension and is left alone.`);
      return undefined;
    }
    if (snapshot === 'damaged') {
      log.warn(`${name} is damaged and was set aside as ${name}.damaged.`);
      await fs.rename(at(name), at(`${name}.damaged`), { overwrite: true });
      return undefined;
    }
    return snapshot;
  }

  async function readOrSkip(name: string): Promise<Snapshot | undefined> {
    try {
      return await read(name);
    } catch (error) {
      log.warn(`${name} could not be read (${codeOf(error)}).`);
      return undefined;
    }
  }

  return {
    async readAll() {
      const names = await entriesOf(folder);
      const snapshots = await Promise.all(names.filter((name) => name.endsWith('.json')).map(readOrSkip));
      return snapshots.filter((snapshot) => snapshot !== undefined).sort((a, b) => a.loadedAt - b.loadedAt);
    },

    async write(snapshot) {
      const name = await snapshotFileName(snapshot);
      const draft = at(`${name}.${crypto.randomUUID()}.tmp`);
      try {
        await fs.writeFile(draft, encodeSnapshot(snapshot));
        await fs.rename(draft, at(name), { overwrite: true });
      } catch (error) {
        log.warn(`The answer could not be kept on disk (${codeOf(error)}); it is lost when the window closes.`);
      }
    },

    async remove(campaign) {
      const name = await snapshotFileName(campaign);
      try {
        await fs.delete(at(name));
      } catch (error) {
        if (!isMissing(error)) log.warn(`${name} could not be deleted (${codeOf(error)}).`);
      }
    },
  };
}

async function entriesOf(folder: vscode.Uri): Promise<string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

function codeOf(error: unknown): string {
  return error instanceof vscode.FileSystemError ? error.code : 'Unknown';
}
