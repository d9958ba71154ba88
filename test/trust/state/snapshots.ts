// The real code that keeps answers, their history and visits on disk, and answers of which each says by itself whether it is whole.
import * as vscode from 'vscode';
import { historyFolder, type HistoryFolder } from '../../../src/campaigns/historyFolder';
import { redactingLog, type Log } from '../../../src/campaigns/log';
import type { Snapshot } from '../../../src/campaigns/snapshot';
import { snapshotFolder, type SnapshotBounds, type SnapshotFolder } from '../../../src/campaigns/snapshotFolder';
import { HISTORY_FOLDER } from '../../../src/campaigns/storageKeys';
import { Visits, type VisitsFile } from '../../../src/campaigns/visits';
import { visitsFile } from '../../../src/campaigns/visitsFile';
import { dayAfter } from '../days';
import { anAnswer } from '../../unit/builders';

export { MAX_MOMENTS } from '../../../src/campaigns/moments';
export { campaignMark, decodeSnapshot, encodeSnapshot, snapshotFileName } from '../../../src/campaigns/snapshot';
export { faults } from '../standIn/disk';

export const ORIGIN = 'https://api.sendkit.ai';
const DAYS = 400;
/** Epoch milliseconds. */
const FETCHED_AT = 1_750_000_000_000;

export interface Opened {
  readonly folder: SnapshotFolder;
  /** What was logged. */
  readonly lines: string[];
}

export function openFolder(path: string, bounds?: SnapshotBounds): Opened {
  const { log, lines } = aLog();
  return { folder: snapshotFolder(vscode.Uri.file(path), log, bounds), lines };
}

/** What is kept beside the answers without a person’s doing. */
export interface OpenedPast {
  /** At the time of the answers: none is so old that one a day is enough. */
  readonly history: HistoryFolder;
  readonly lines: string[];
  readonly file: VisitsFile;
  /** The number of the answer that was last looked at, of any campaign that was looked at. */
  readonly seen: (id: string) => Promise<number | undefined>;
  /** Looks at the answer number `version`; resolves when that is kept. */
  readonly look: (id: string, version: number) => Promise<void>;
}

/** As a window opens what is kept in the folder that VS Code gives the extension. */
export function openPast(path: string, origin = ORIGIN): OpenedPast {
  const { log, lines } = aLog();
  const place = vscode.Uri.file(path);
  let latest = Infinity;
  const file = visitsFile(place, log);
  const visits = new Visits(file, () => latest);
  return {
    history: historyFolder(vscode.Uri.joinPath(place, HISTORY_FOLDER), log, () => FETCHED_AT),
    lines,
    file,
    seen: async (id) => {
      await visits.read();
      return visits.get({ origin, id })?.seen;
    },
    look: async (id, version) => {
      latest = version;
      visits.look([{ campaign: { origin, id }, seen: version, still: false }]);
      await visits.settled();
    },
  };
}

function aLog(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  const add = (line: string): void => void lines.push(line);
  const channel = { info: add, warn: add, error: add } as unknown as vscode.LogOutputChannel;
  return { log: redactingLog(channel), lines };
}

/** The answer number `version` of a campaign: all its figures are that number, those of 400 days among them. */
export function snapshotOf(id: string, version: number): Snapshot {
  const count = { sent: version, opened: version, clicked: version, bounced: version };
  const { value } = anAnswer().campaign({ id, name: id }).stats(count).step(0, null, count).read();
  const daily = Array.from({ length: DAYS }, (_, day) => ({
    ...{ date: dayAfter('2025-01-01', day), ...count, replied: version, positiveReplied: version },
  }));
  return {
    ...{ origin: ORIGIN, workspace: null, id, loadedAt: FETCHED_AT },
    answer: {
      ...{ fetchedAt: FETCHED_AT + version, choice: { kind: 'all' }, period: {}, analytics: value },
      ...{ oddValues: [], detail: null, totals: value, daily, whole: true, missing: [], fingerprint: null },
    },
  };
}

/** The number of a campaign's answer; `undefined` where it is not one answer from its first figure to its last. */
export function versionOf({ answer: { analytics, totals, daily } }: Snapshot): number | undefined {
  const { sent } = analytics.stats;
  const all = [
    ...[analytics, totals].map((each) => each?.stats.clicked),
    ...analytics.stepAnalytics.map((row) => row.opened),
    ...(daily ?? []).map((row) => row.positiveReplied),
  ];
  return sent !== null && daily?.length === DAYS && all.every((figure) => figure === sent) ? sent : undefined;
}
