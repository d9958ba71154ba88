import * as vscode from 'vscode';
import { aFewAtOnce } from './aFewAtOnce';
import { groupBy } from '../analytics/groupBy';
import type { Log } from './log';
import { decodeSnapshot, MAX_SNAPSHOT_BYTES, type Snapshot } from './snapshot';
import {
  answerOf,
  codeOf,
  filesOf,
  holdsAnswer,
  isAnswer,
  isDraft,
  isLeftAlone,
  isMissing,
  isRemoval,
  LOOKS,
  namesIn,
  type SnapshotFile,
} from './snapshotFiles';

interface Reading {
  readonly folder: vscode.Uri;
  readonly log: Log;
  readonly bytesAtStart: number;
}

/** The answers in files with these names. Of a campaign with drafts beside its answer, or in its place, one is read. */
export async function readAnswers(reading: Reading, names: readonly string[], looks = LOOKS): Promise<Snapshot[]> {
  const { folder } = reading;
  const removed = new Set(names.filter(isRemoval).map(answerOf));
  const held = names.filter((name) => holdsAnswer(name) && !removed.has(answerOf(name)));
  const campaigns = groupBy(await filesOf(folder, held), ({ name }) => answerOf(name));
  const gone = new Set(held.map(answerOf).filter((answer) => !campaigns.has(answer)));
  const read = await aFewAtOnce(withinBytes(reading, [...campaigns]), async ([answer, files]) => {
    const found = await readFirst(reading, files);
    if (found === 'gone') gone.add(answer);
    return found;
  });
  const snapshots = read.filter((found) => typeof found === 'object');
  if (gone.size === 0 || looks === 1) return snapshots;
  const again = (await namesIn(folder)).filter((name) => gone.has(answerOf(name)));
  return [...snapshots, ...(await readAnswers(reading, again, looks - 1))];
}

type Campaign = readonly [answer: string, files: readonly SnapshotFile[]];

/** As many campaigns as may be read at start. */
function withinBytes({ bytesAtStart, log }: Reading, campaigns: readonly Campaign[]): readonly Campaign[] {
  let left = bytesAtStart;
  const read = campaigns.filter(([, [file]]) => (left -= Math.min(file?.bytes ?? 0, MAX_SNAPSHOT_BYTES)) >= 0);
  if (read.length < campaigns.length) {
    log.warn(
      `${campaigns.length - read.length} campaigns are too much to be read at start; their files are left alone.`,
    );
  }
  return read;
}

/** A campaign's answer or, without one, the last of its drafts that is whole; `gone` when it is just being replaced. */
async function readFirst(reading: Reading, files: readonly SnapshotFile[]): Promise<Snapshot | 'gone' | undefined> {
  const answerFirst = [...files].sort((a, b) => Number(isDraft(a.name)) - Number(isDraft(b.name)));
  let isGone = false;
  for (const file of answerFirst) {
    const found = await readOrSkip(reading, file);
    if (typeof found === 'object') return found;
    if (found === 'newer' || found === 'unreadable') return undefined;
    isGone ||= found === 'gone';
  }
  return isGone ? 'gone' : undefined;
}

async function readOrSkip(
  reading: Reading,
  file: SnapshotFile,
): Promise<ReturnType<typeof decodeSnapshot> | 'gone' | 'unreadable'> {
  try {
    return await read(reading, file);
  } catch (error) {
    if (isMissing(error)) return 'gone';
    reading.log.warn(`${file.name} could not be read (${codeOf(error)}).`);
    return 'unreadable';
  }
}

async function read(
  { folder, log }: Reading,
  { name, bytes }: SnapshotFile,
): Promise<ReturnType<typeof decodeSnapshot>> {
  const { fs } = vscode.workspace;
  const place = vscode.Uri.joinPath(folder, name);
  const snapshot = bytes > MAX_SNAPSHOT_BYTES ? 'damaged' : decodeSnapshot(await fs.readFile(place));
  if (snapshot === 'newer') log.warn(isLeftAlone(name));
  if (snapshot === 'damaged' && isAnswer(name)) {
    const aside = `${name}.damaged`;
    log.warn(`${name} is damaged and was set aside as ${aside}.`);
    await fs.rename(place, vscode.Uri.joinPath(folder, aside), { overwrite: true });
  }
  return snapshot;
}
