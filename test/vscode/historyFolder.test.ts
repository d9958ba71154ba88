import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { historyFolder, type HistoryFolder } from '../../src/campaigns/historyFolder';
import { redactingLog } from '../../src/campaigns/log';
import { campaignMark, type Snapshot } from '../../src/campaigns/snapshot';
import { anAnswer } from '../unit/builders';

const campaign = { origin: 'https://api.sendkit.ai', id: 'c1' };
const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 23, 12);

function aSnapshot(fetchedAt: number, sent: number, id = campaign.id): Snapshot {
  const { value: analytics, oddValues } = anAnswer().stats({ sent }).read();
  return {
    ...{ origin: campaign.origin, workspace: null, id, loadedAt: 1 },
    answer: {
      ...{ fetchedAt, choice: { kind: 'all' }, period: {}, analytics, oddValues, detail: null },
      ...{ totals: null, daily: null, whole: false, missing: [], fingerprint: null },
    },
  };
}

describe('The history of a campaign', () => {
  let place: string;
  let folderOfCampaign: string;
  let lines: string[];

  /** As another window would have it. */
  const window = (): HistoryFolder => {
    const add = (line: string): void => void lines.push(line);
    const channel = { info: add, warn: add, error: add } as unknown as vscode.LogOutputChannel;
    return historyFolder(vscode.Uri.file(place), redactingLog(channel), () => NOW);
  };
  const sents = async (): Promise<(number | null)[]> =>
    (await window().read(campaign)).map(({ answer }) => answer.analytics.stats.sent);
  const files = async (): Promise<string[]> => (await readdir(folderOfCampaign)).sort();
  const keep = async (count: number): Promise<void> => {
    for (let sent = 1; sent <= count; sent += 1) await window().add(aSnapshot(NOW - HOUR + sent, sent));
  };
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

  beforeEach(async () => {
    place = join(tmpdir(), `sendkit-test-${randomUUID()}`);
    folderOfCampaign = join(place, await campaignMark(campaign));
    lines = [];
  });

  afterEach(() => rm(place, { recursive: true, force: true }));

  it('is empty where nothing was kept, and says nothing of it', async () => {
    assert.deepEqual(await sents(), []);
    assert.deepEqual(lines, []);
  });

  it('is kept in files that never change, one moment a line', async () => {
    await keep(1);
    const [first] = await files();
    const before = await readFile(join(folderOfCampaign, first ?? ''), 'utf8');
    await keep(3);
    assert.equal(await readFile(join(folderOfCampaign, first ?? ''), 'utf8'), before);
    assert.equal(before.split('\n').length, 2);
    assert.deepEqual(await sents(), [1, 2, 3]);
  });

  it('becomes one file when there are many, and loses nothing', async () => {
    await keep(17);
    assert.equal((await files()).length, 1);
    assert.deepEqual(await sents(), upTo(17));
    await keep(20);
    assert.deepEqual(await sents(), upTo(20));
  });

  it('loses nothing where two windows write and make one file of many at once', async () => {
    const [a, b] = [window(), window()];
    await Promise.all(upTo(60).map((sent) => (sent % 2 === 0 ? a : b).add(aSnapshot(NOW - HOUR + sent, sent))));
    assert.deepEqual(await sents(), upTo(60));
    assert.deepEqual(lines, []);
  });

  it('is read whole while files become one', async () => {
    await keep(16);
    const reader = window();
    const [read] = await Promise.all([reader.read(campaign), window().add(aSnapshot(NOW, 17))]);
    assert.ok(read.length >= 16, `${read.length} moments`);
  });

  it('keeps every line that can be read beside one that cannot, and leaves the file alone', async () => {
    await keep(2);
    const [first = ''] = await files();
    const damaged = join(folderOfCampaign, first);
    await appendFile(damaged, '{"version":1,"orig\n');
    const bytes = await readFile(damaged, 'utf8');
    await keep(20);
    assert.deepEqual(await sents(), upTo(20));
    assert.equal(await readFile(damaged, 'utf8'), bytes);
    assert.match(lines.join('\n'), /1 lines of .* cannot be read and are left alone/);
  });

  it('leaves alone what a newer version wrote, and what is far too large', async () => {
    await keep(1);
    const newer = `x-${randomUUID()}.jsonl`;
    const large = `y-${randomUUID()}.jsonl`;
    await writeFile(join(folderOfCampaign, newer), '{"version":2}\n');
    await writeFile(join(folderOfCampaign, large), 'x'.repeat(50 * 1024 * 1024));
    await keep(20);
    assert.deepEqual(await sents(), upTo(20));
    assert.ok((await files()).includes(newer) && (await files()).includes(large), 'both are still there');
    assert.match(lines.join('\n'), /too large to be read/);
  });

  it('shows nothing of another campaign that came into the folder', async () => {
    await mkdir(folderOfCampaign, { recursive: true });
    await window().add(aSnapshot(NOW, 7, 'c2'));
    const other = join(place, await campaignMark({ ...campaign, id: 'c2' }));
    const [name = ''] = await readdir(other);
    await writeFile(join(folderOfCampaign, name), await readFile(join(other, name)));
    assert.deepEqual(await sents(), []);
  });

  it('sweeps the draft of a window that died, and not one that is being written', async () => {
    await keep(1);
    const draft = (letter: string): string => `${letter}-${randomUUID()}.jsonl.tmp`;
    const [dead, alive] = [draft('a'), draft('b')];
    for (const name of [dead, alive]) await writeFile(join(folderOfCampaign, name), '{');
    const longAgo = new Date(NOW - 2 * HOUR);
    const now = new Date(NOW);
    await utimes(join(folderOfCampaign, dead), longAgo, longAgo);
    await utimes(join(folderOfCampaign, alive), now, now);
    await keep(18);
    const left = await files();
    assert.deepEqual([left.includes(dead), left.includes(alive)], [false, true]);
  });

  it('says in the log that it could not be kept, and goes on', async () => {
    await writeFile(place, 'a file where the folder belongs');
    await keep(1);
    assert.match(lines.join('\n'), /could not be kept in the history/);
    assert.deepEqual(await sents(), []);
  });
});
