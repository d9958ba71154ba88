import * as vscode from 'vscode';
import { aFewAtOnce } from './aFewAtOnce';
import type { Log } from './log';
import { writeAnew } from './writeAnew';
import { encodeSnapshot, originMark, snapshotFileName, type Snapshot } from './snapshot';
import {
  answerOf,
  codeOf,
  filesOf,
  holdsAnswer,
  isLeftAlone,
  isOfNewer,
  namesIn,
  removalOf,
  removeFile,
} from './snapshotFiles';
import { readAnswers } from './snapshotReading';
import { tidy } from './snapshotTidying';

/**
 * The last good answers on disk: one file a campaign, so that windows do not undo each other. An answer is written beside
 * the one before and then takes its place. VS Code takes the old file away first: a window that dies in between leaves the
 * draft alone, which then is the answer.
 */
export interface SnapshotFolder {
  readAll(origin: string): Promise<KeptAnswers>;
  /**
   * Never rejects. What another window removed is not kept, unless it is `wanted` again, nor does it take the place of
   * what a newer version of the extension kept.
   */
  write(snapshot: Snapshot, wanted: boolean): Promise<'kept' | 'removed' | 'left' | 'failed'>;
  /** Never rejects. Other windows that still have the campaign will notice. */
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

export function snapshotFolder(folder: vscode.Uri, log: Log, { files, bytesAtStart } = BOUNDS): SnapshotFolder {
  async function isThere(name: string): Promise<boolean> {
    return (await filesOf(folder, [name])).length > 0;
  }

  return {
    async readAll(origin) {
      const [names, mark] = await Promise.all([namesIn(folder), originMark(origin)]);
      const own = names.filter((name) => name.startsWith(mark));
      const snapshots = await readAnswers({ folder, log, bytesAtStart }, own);
      return {
        snapshots: snapshots.sort((a, b) => a.loadedAt - b.loadedAt),
        tidied: tidy({ folder, log, files, mark }, names),
      };
    },

    async write(snapshot, wanted) {
      const name = await snapshotFileName(snapshot);
      if (await isOfNewer(folder, name)) {
        log.warn(isLeftAlone(name));
        return 'left';
      }
      if (!wanted && (await isThere(removalOf(name)))) return 'removed';

      try {
        await writeAnew(folder, name, encodeSnapshot(snapshot), log);
        if (!wanted && (await isThere(removalOf(name)))) return 'removed';
        // Last, because a removal also stands for what it could not take away.
        return !wanted || (await removeFile(folder, removalOf(name), log)) ? 'kept' : 'failed';
      } catch (error) {
        log.warn(`The answer could not be kept on disk (${codeOf(error)}); it is lost when the window closes.`);
        return 'failed';
      }
    },

    async remove(campaign) {
      const name = await snapshotFileName(campaign);
      let names = [name];
      try {
        await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, removalOf(name)), new Uint8Array());
        names = (await namesIn(folder)).filter((other) => holdsAnswer(other) && answerOf(other) === name);
      } catch (error) {
        log.warn(`Other windows cannot be told that ${name} was removed (${codeOf(error)}).`);
      }
      await aFewAtOnce(names, (other) => removeFile(folder, other, log));
    },
  };
}
