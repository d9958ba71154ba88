// The real code that keeps answers on disk, and answers of which each says by itself whether it is whole.
import * as vscode from 'vscode';
import { redactingLog } from '../../../src/campaigns/log';
import type { Snapshot } from '../../../src/campaigns/snapshot';
import { snapshotFolder, type SnapshotBounds, type SnapshotFolder } from '../../../src/campaigns/snapshotFolder';
import { dayAfter } from '../days';
import { anAnswer } from '../../unit/builders';

export { decodeSnapshot, encodeSnapshot, snapshotFileName } from '../../../src/campaigns/snapshot';

export const ORIGIN = 'https://api.sendkit.ai';
const DAYS = 400;

export interface Opened {
  readonly folder: SnapshotFolder;
  /** What was logged. */
  readonly lines: string[];
}

export function openFolder(path: string, bounds?: SnapshotBounds): Opened {
  const lines: string[] = [];
  const add = (line: string): void => void lines.push(line);
  const channel = { info: add, warn: add, error: add } as unknown as vscode.LogOutputChannel;
  return { folder: snapshotFolder(vscode.Uri.file(path), redactingLog(channel), bounds), lines };
}

/** The answer number `version` of a campaign: all its figures are that number, those of 400 days among them. */
export function snapshotOf(id: string, version: number): Snapshot {
  const count = { sent: version, opened: version, clicked: version, bounced: version };
  const { value } = anAnswer().campaign({ id, name: id }).stats(count).step(0, null, count).read();
  const daily = Array.from({ length: DAYS }, (_, day) => ({
    ...{ date: dayAfter('2025-01-01', day), ...count, replied: version, positiveReplied: version },
  }));
  return {
    ...{ origin: ORIGIN, workspace: null, id, loadedAt: 1_750_000_000_000 },
    answer: {
      ...{ fetchedAt: 1_750_000_000_000 + version, choice: { kind: 'all' }, period: {}, analytics: value },
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
