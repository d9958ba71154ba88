import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { historyFolder, type HistoryFolder } from '../../src/campaigns/historyFolder';
import { redactingLog } from '../../src/campaigns/log';
import { campaignMark, snapshotText, type Snapshot } from '../../src/campaigns/snapshot';
import { anAnswer } from '../unit/builders';
import { filesIn, type FilesIn } from './filesIn';
import { temporaryFolder } from './temporaryFolder';

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
  let place: vscode.Uri;
  let kept: FilesIn;
  let lines: string[];

  /** As another window would have it. */
  const window = (now = () => NOW): HistoryFolder => {
    const add = (line: string): void => void lines.push(line);
    const channel = { info: add, warn: add, error: add } as unknown as vscode.LogOutputChannel;
    return historyFolder(place, redactingLog(channel), now);
  };
  const sents = async (): Promise<(number | null)[]> =>
    (await window().read(campaign)).map(({ answer }) => answer.analytics.stats.sent);
  const folderOf = async (id: string): Promise<vscode.Uri> =>
    vscode.Uri.joinPath(place, await campaignMark({ ...campaign, id }));
  const keep = async (count: number, now?: () => number): Promise<void> => {
    for (let sent = 1; sent <= count; sent += 1) await window(now).add(aSnapshot(NOW - HOUR + sent, sent));
  };
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

  beforeEach(async () => {
    place = temporaryFolder();
    kept = filesIn(await folderOf(campaign.id));
    lines = [];
  });

  afterEach(() => vscode.workspace.fs.delete(place, { recursive: true }).then(undefined, () => undefined));

  it('is empty where nothing was kept, and says nothing of it', async () => {
    assert.deepEqual(await sents(), []);
    assert.deepEqual(lines, []);
  });

  it('is kept in files that never change, one moment a line', async () => {
    await keep(1);
    const [first = ''] = await kept.names();
    const before = await kept.read(first);
    await keep(3);
    assert.equal(await kept.read(first), before);
    assert.equal(before.split('\n').length, 2);
    assert.deepEqual(await sents(), [1, 2, 3]);
  });

  it('becomes one file when there are many, and loses nothing', async () => {
    await keep(17);
    assert.equal((await kept.names()).length, 1);
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
    const [first = ''] = await kept.names();
    const damaged = `${await kept.read(first)}{"version":1,"orig\n`;
    await kept.write(first, damaged);
    await keep(20);
    assert.deepEqual(await sents(), upTo(20));
    assert.equal(await kept.read(first), damaged);
    assert.match(lines.join('\n'), /1 lines of .* cannot be read and are left alone/);
  });

  it('leaves alone what a newer version wrote, and what is far too large', async () => {
    await keep(1);
    const newer = `x-${crypto.randomUUID()}.jsonl`;
    const large = `y-${crypto.randomUUID()}.jsonl`;
    await kept.write(newer, '{"version":2}\n');
    await kept.write(large, 'x'.repeat(50 * 1024 * 1024));
    await keep(20);
    assert.deepEqual(await sents(), upTo(20));
    assert.ok((await kept.names()).includes(newer) && (await kept.names()).includes(large), 'both are still there');
    assert.match(lines.join('\n'), /too large to be read/);
  });

  it('is bounded where its files are not: of 50 MB that can be read, the newest thousand moments', async function () {
    this.timeout(60_000);
    const lines = 4_000;
    const name = 'x'.repeat((50 * 1024 * 1024) / lines);
    const one = { ...aSnapshot(NOW, 0), workspace: { id: 'w', name } };
    const { analytics } = one.answer;
    for (let file = 0; file < 4; file += 1) {
      const text = upTo(lines / 4).map((line) => {
        const sent = (file * lines) / 4 + line;
        const stats = { ...analytics.stats, sent };
        const answer = { ...one.answer, fetchedAt: NOW - lines + sent, analytics: { ...analytics, stats } };
        return `${snapshotText({ ...one, answer })}\n`;
      });
      await kept.write(`${file}-${crypto.randomUUID()}.jsonl`, text.join(''));
    }
    const sizes = async (): Promise<number[]> =>
      Promise.all((await kept.names()).map(async (file) => (await kept.read(file)).length));
    assert.ok((await sizes()).reduce((sum, size) => sum + size) > 50 * 1024 * 1024, String(await sizes()));
    const read = await sents();
    assert.deepEqual([read.length, read.at(-1)], [1000, lines]);
    await keep(20);
    const now = await sizes();
    assert.ok(Math.max(...now) <= 4 * 1024 * 1024, `what is written anew is small: ${now.join()}`);
  });

  it('shows nothing of another campaign that came into the folder', async () => {
    await window().add(aSnapshot(NOW, 7, 'c2'));
    const other = filesIn(await folderOf('c2'));
    const [name = ''] = await other.names();
    await kept.write(name, await other.read(name));
    assert.deepEqual(await sents(), []);
  });

  it('sweeps the draft of a window that died, and not one that is being written', async () => {
    await keep(1);
    const draft = `a-${crypto.randomUUID()}.jsonl.${crypto.randomUUID()}.tmp`;
    await kept.write(draft, '{');
    await keep(18, () => Date.now());
    assert.ok((await kept.names()).includes(draft), 'another window may be writing it');
    await keep(18, () => Date.now() + 2 * HOUR);
    assert.ok(!(await kept.names()).includes(draft), 'nobody writes for so long');
  });

  it('is forgotten with all that cannot be read, and nothing else is', async () => {
    await keep(2);
    await kept.write(`x-${crypto.randomUUID()}.jsonl`, '{"version":2}\n');
    await window().add(aSnapshot(NOW, 7, 'c2'));
    const other = await filesIn(await folderOf('c2')).names();
    await window().remove(campaign);
    await assert.rejects(async () => vscode.workspace.fs.stat(await folderOf(campaign.id)), { code: 'FileNotFound' });
    assert.deepEqual(await sents(), []);
    assert.deepEqual(await filesIn(await folderOf('c2')).names(), other);
    await window().remove(campaign); // what is gone already
    await keep(1);
    assert.deepEqual(await sents(), [1], 'what comes later is kept');
  });

  it('is forgotten while another window keeps more: what that window says after it is there', async () => {
    await keep(10);
    const other = window();
    const adding = upTo(20).map((sent) => other.add(aSnapshot(NOW - HOUR + sent, sent)));
    await window().remove(campaign);
    await Promise.all(adding);
    await other.add(aSnapshot(NOW, 99));
    assert.equal((await sents()).at(-1), 99);
  });

  it('says in the log that it could not be kept, and goes on', async () => {
    await vscode.workspace.fs.writeFile(place, new Uint8Array());
    await keep(1);
    assert.match(lines.join('\n'), /could not be kept in the history/);
    assert.deepEqual(await sents(), []);
  });
});
