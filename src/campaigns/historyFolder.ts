import * as vscode from 'vscode';
import { aFewAtOnce } from './aFewAtOnce';
import type { Log } from './log';
import { momentOf, worthKeeping, type Moment } from './moments';
import { writeAnew } from './writeAnew';
import { campaignMark, MAX_SNAPSHOT_BYTES, parseSnapshot, snapshotText, type Snapshot } from './snapshot';
import { codeOf, isMissing, readFiles, removeFile, sweep, type SnapshotFile } from './snapshotFiles';

/** Whose past it is. */
export type CampaignRef = Pick<Snapshot, 'origin' | 'id'>;

/**
 * What SendKit said of each campaign over time: a folder a campaign, in it files of one moment a line, which are written once
 * and never changed. So windows cannot undo each other and a crash leaves whole files: where there are many, one that holds all
 * of them is added, and only then do they go.
 */
export interface HistoryFolder {
  /** Oldest first, each unlike the one before. Never rejects: what cannot be read is in the log, and left alone. */
  read(campaign: CampaignRef): Promise<readonly Moment[]>;
  /** Resolves when it is on disk, or the log says why it is not. */
  add(snapshot: Snapshot): Promise<void>;
  /** Deletes all of a campaign, also what cannot be read. Rejects where it cannot. */
  remove(campaign: CampaignRef): Promise<void>;
}

/** A file and its moments, or `null` where it holds anything that cannot be read. */
interface Segment {
  readonly name: string;
  readonly moments: readonly Moment[];
  readonly whole: boolean;
}

const SEGMENT = /^[0-9a-z]+-[0-9a-f-]{36}\.jsonl$/;
const DRAFT = /^[0-9a-z]+-[0-9a-f-]{36}\.jsonl\.[0-9a-f-]{36}\.tmp$/;
/** Together with a new one they become one file. */
const TOO_MANY = 16;
/** UTF-16 units, each of at most three bytes. Of more, the oldest moments go. */
const MAX_FOLDED_LENGTH = MAX_SNAPSHOT_BYTES;
/** A larger file was not written here, and is left alone. */
const MAX_SEGMENT_BYTES = 4 * MAX_SNAPSHOT_BYTES;

export function historyFolder(folder: vscode.Uri, log: Log, now: () => number = Date.now): HistoryFolder {
  const { fs } = vscode.workspace;
  const placeOf = async (campaign: CampaignRef): Promise<vscode.Uri> =>
    vscode.Uri.joinPath(folder, await campaignMark(campaign));

  async function namesIn(place: vscode.Uri): Promise<string[]> {
    try {
      return (await fs.readDirectory(place)).map(([name]) => name);
    } catch (error) {
      if (!isMissing(error)) log.warn(`The history could not be read (${codeOf(error)}).`);
      return [];
    }
  }

  /** `undefined` where the file is gone: another window has made it part of a larger one. */
  async function readSegment(place: vscode.Uri, { name, bytes }: SnapshotFile): Promise<Segment | undefined> {
    const nothing = { name, moments: [], whole: false };
    if (bytes > MAX_SEGMENT_BYTES) {
      log.warn(`${name} of the history is too large to be read and is left alone.`);
      return nothing;
    }
    try {
      const text = new TextDecoder().decode(await fs.readFile(vscode.Uri.joinPath(place, name)));
      const lines = text.split('\n').filter((line) => line !== '');
      const moments = lines.map(parseSnapshot).filter((line) => typeof line === 'object');
      const unread = lines.length - moments.length;
      if (unread > 0) log.warn(`${unread} lines of ${name} of the history cannot be read and are left alone.`);
      return { name, moments, whole: unread === 0 };
    } catch (error) {
      if (isMissing(error)) return undefined;
      log.warn(`${name} of the history could not be read (${codeOf(error)}).`);
      return nothing;
    }
  }

  function readSegments(place: vscode.Uri): Promise<Segment[]> {
    const names = async (): Promise<string[]> => (await namesIn(place)).filter((name) => SEGMENT.test(name));
    return readFiles(place, names, (file) => readSegment(place, file));
  }

  async function write(place: vscode.Uri, lines: readonly string[]): Promise<void> {
    const name = `${now().toString(36)}-${crypto.randomUUID()}.jsonl`;
    await writeAnew(place, name, new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')), log);
  }

  /** Makes one file of many. What cannot be read stays as it is. */
  async function fold(place: vscode.Uri): Promise<void> {
    const names = await namesIn(place);
    if (names.filter((name) => SEGMENT.test(name)).length <= TOO_MANY) return;
    const segments = (await readSegments(place)).filter(({ whole }) => whole);
    if (segments.length <= TOO_MANY) return;
    const all = worthKeeping(
      segments.flatMap(({ moments }) => moments),
      now(),
    );
    await write(place, newestWithin(MAX_FOLDED_LENGTH, all.map(snapshotText)));
    await aFewAtOnce(segments, ({ name }) => removeFile(place, name, log));
    const drafts = names.filter((name) => DRAFT.test(name));
    await sweep(place, drafts, log, now());
  }

  return {
    async read(campaign) {
      const segments = await readSegments(await placeOf(campaign));
      const own = segments.flatMap(({ moments }) => moments).filter(({ id, origin }) => isOf(campaign, { id, origin }));
      return worthKeeping(own, now());
    },

    async add(snapshot) {
      const place = await placeOf(snapshot);
      try {
        await fs.createDirectory(place);
        await write(place, newestWithin(MAX_FOLDED_LENGTH, [snapshotText(momentOf(snapshot))]));
        await fold(place);
      } catch (error) {
        log.warn(`The answer could not be kept in the history (${codeOf(error)}).`);
      }
    },

    async remove(campaign) {
      try {
        await fs.delete(await placeOf(campaign), { recursive: true });
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
  };
}

/** The last of the lines that fit. */
function newestWithin(length: number, lines: readonly string[]): string[] {
  let left = length;
  const first = lines.findLastIndex((line) => (left -= line.length) < 0) + 1;
  return lines.slice(first);
}

function isOf(campaign: CampaignRef, { id, origin }: CampaignRef): boolean {
  return id === campaign.id && origin === campaign.origin;
}
