import { aFewAtOnce } from './aFewAtOnce';
import type { Uri } from 'vscode';
import type { Log } from './log';
import { MAX_SNAPSHOT_BYTES } from './snapshot';
import {
  answerOf,
  filesOf,
  holdsAnswer,
  isDraft,
  isOfNewer,
  isOld,
  removalOf,
  removeFile,
  sweep,
} from './snapshotFiles';

interface Tidying {
  readonly folder: Uri;
  readonly log: Log;
  /** As many files as may stay. */
  readonly files: number;
  /** Begins the names of what must stay. */
  readonly mark: string;
}

/** Removes what windows that died have left behind and, where there are too many files, the oldest that nobody sees. Never rejects. */
export async function tidy({ folder, log, files, mark }: Tidying, names: readonly string[]): Promise<void> {
  const all = new Set(names);
  /** A draft whose answer is there, and what a removal has missed. */
  const isLeft = (name: string): boolean =>
    (isDraft(name) && all.has(answerOf(name))) || (holdsAnswer(name) && all.has(removalOf(answerOf(name))));
  const swept = await sweep(folder, names.filter(isLeft), log);
  const tooMany = names.length - swept - files;
  if (tooMany <= 0) return;
  const isSeen = (name: string): boolean => name.startsWith(mark) && holdsAnswer(name);
  const unseen = await filesOf(
    folder,
    names.filter((name) => !isLeft(name) && !isSeen(name)),
  );
  const oldest = unseen.filter((file) => !isDraft(file.name) || isOld(file, Date.now())).slice(-tooMany);
  const removed = await aFewAtOnce(
    oldest,
    async ({ name, bytes }) =>
      (bytes > MAX_SNAPSHOT_BYTES || !(await isOfNewer(folder, name))) && removeFile(folder, name, log),
  );
  const count = removed.filter(Boolean).length;
  if (count > 0) log.info(`${count} old files that no view shows were removed: more than ${files} had been kept.`);
}
