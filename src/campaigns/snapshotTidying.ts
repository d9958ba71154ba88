import { aFewAtOnce } from './aFewAtOnce';
import type { Uri } from 'vscode';
import type { Log } from './log';
import { answerOf, filesOf, holdsAnswer, isDraft, isOld, removalOf, removeFile } from './snapshotFiles';

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
  const left = (await filesOf(folder, names.filter(isLeft))).filter((file) => isOld(file, Date.now()));
  await aFewAtOnce(left, ({ name }) => removeFile(folder, name, log));

  const tooMany = names.length - left.length - files;
  if (tooMany <= 0) return;
  const isSeen = (name: string): boolean => name.startsWith(mark) && holdsAnswer(name);
  const unseen = await filesOf(
    folder,
    names.filter((name) => !isLeft(name) && !isSeen(name)),
  );
  const oldest = unseen.filter((file) => !isDraft(file.name) || isOld(file, Date.now())).slice(-tooMany);
  if (oldest.length === 0) return;
  await aFewAtOnce(oldest, ({ name }) => removeFile(folder, name, log));
  log.info(`${oldest.length} old files that no view shows were removed: more than ${files} had been kept.`);
}
