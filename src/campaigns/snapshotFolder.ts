import * as vscode from 'vscode';
import type { Log } from './log';
import {
  decodeSnapshot,
  encodeSnapshot,
  MAX_SNAPSHOT_BYTES,
  originMark,
  snapshotFileName,
  type Snapshot,
} from './snapshot';
import { aFewAtOnce, codeOf, filesOf, isAnswer, isDraft, isMissing, namesIn, type SnapshotFile } from './snapshotFiles';

/** The last good answers on disk: one file a campaign, each replaced in one step, so that windows do not undo each other. */
export interface SnapshotFolder {
  readAll(origin: string): Promise<KeptAnswers>;
  write(snapshot: Snapshot): Promise<void>;
  remove(campaign: Pick<Snapshot, 'origin' | 'id'>): Promise<void>;
}

export interface KeptAnswers {
  /** Those of one origin, in the order in which they were loaded. Files of others are not opened. */
  readonly snapshots: readonly Snapshot[];
  /** Resolves when the folder is within its bounds, for which nobody needs to wait. Never rejects. */
  readonly tidied: Promise<void>;
}

export interface SnapshotBounds {
  /**
   * In the folder. Beyond it those go that nobody sees: answers of other addresses, what was set aside as damaged, drafts
   * of a window that died; the oldest first. An answer of the current address is never removed for it: its campaign was
   * loaded by hand and stands in the tree, and nothing but this file remembers it.
   */
  readonly files: number;
  /** Read at start. What was fetched last is read first; the rest stays where it is, and the log says so. */
  readonly bytesAtStart: number;
}

const BOUNDS: SnapshotBounds = { files: 1_000, bytesAtStart: 128 * 1024 * 1024 };
/** Milliseconds. A younger draft may be what another window is writing. */
const DRAFT_LASTS = 60 * 60 * 1000;

export function snapshotFolder(folder: vscode.Uri, log: Log, bounds = BOUNDS): SnapshotFolder {
  const { fs } = vscode.workspace;
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);

  async function read({ name, bytes }: SnapshotFile): Promise<Snapshot | undefined> {
    const snapshot = bytes > MAX_SNAPSHOT_BYTES ? 'damaged' : decodeSnapshot(await fs.readFile(at(name)));
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

  async function readOrSkip(file: SnapshotFile): Promise<Snapshot | undefined> {
    try {
      return await read(file);
    } catch (error) {
      log.warn(`${file.name} could not be read (${codeOf(error)}).`);
      return undefined;
    }
  }

  /** As many of the files as may be read at start. */
  function withinBytes(files: readonly SnapshotFile[]): readonly SnapshotFile[] {
    let left = bounds.bytesAtStart;
    const read = files.filter(({ bytes }) => (left -= Math.min(bytes, MAX_SNAPSHOT_BYTES)) >= 0);
    if (read.length < files.length) {
      log.warn(`${files.length - read.length} campaigns are too much to be read at start; their files are left alone.`);
    }
    return read;
  }

  /** Never rejects: neither does what it calls. */
  async function tidy(names: readonly string[], own: readonly string[]): Promise<void> {
    const tooMany = names.length - bounds.files;
    if (tooMany <= 0) return;
    const seen = new Set(own);
    const unseen = await filesOf(
      folder,
      names.filter((name) => !seen.has(name)),
    );
    const draftsUntil = Date.now() - DRAFT_LASTS;
    const oldest = unseen.filter(({ name, writtenAt }) => !isDraft(name) || writtenAt < draftsUntil).slice(-tooMany);
    if (oldest.length === 0) return;
    await aFewAtOnce(oldest, ({ name }) => removeFile(name));
    log.info(`${oldest.length} old files that no view shows were removed: more than ${bounds.files} had been kept.`);
  }

  async function removeFile(name: string): Promise<void> {
    try {
      await fs.delete(at(name));
    } catch (error) {
      if (!isMissing(error)) log.warn(`${name} could not be deleted (${codeOf(error)}).`);
    }
  }

  return {
    async readAll(origin) {
      const [names, mark] = await Promise.all([namesIn(folder), originMark(origin)]);
      const own = names.filter((name) => isAnswer(name) && name.startsWith(mark));
      const files = withinBytes(await filesOf(folder, own));
      const read = await aFewAtOnce(files, readOrSkip);
      const snapshots = read.filter((snapshot) => snapshot !== undefined).sort((a, b) => a.loadedAt - b.loadedAt);
      return { snapshots, tidied: tidy(names, own) };
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
      await removeFile(await snapshotFileName(campaign));
    },
  };
}
