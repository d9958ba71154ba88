import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { redactingLog } from '../../src/campaigns/log';
import { snapshotFileName, type Snapshot } from '../../src/campaigns/snapshot';
import {
  snapshotFolder,
  type KeptAnswers,
  type SnapshotBounds,
  type SnapshotFolder,
} from '../../src/campaigns/snapshotFolder';
import { anAnswer } from '../unit/builders';

const HERE = 'https://api.sendkit.ai';
const ELSEWHERE = 'http://127.0.0.1:8765';
const HOUR = 3_600_000;

function aSnapshot(origin: string, id: string): Snapshot {
  const { value: analytics, oddValues } = anAnswer().read();
  return {
    ...{ origin, workspace: null, id, loadedAt: 1_750_000_000_000 + Number(id) },
    answer: {
      ...{ fetchedAt: 1_750_000_100_000, choice: { kind: 'all' }, period: {}, analytics, oddValues, detail: null },
      ...{ totals: null, daily: null, whole: false, missing: [], fingerprint: null },
    },
  };
}

describe('The folder of kept answers', () => {
  let place: string;
  let lines: string[];

  const folderWith = (bounds: Partial<SnapshotBounds> = {}): SnapshotFolder => {
    const add = (line: string): void => void lines.push(line);
    const channel = { info: add, warn: add, error: add } as unknown as vscode.LogOutputChannel;
    return snapshotFolder(vscode.Uri.file(place), redactingLog(channel), {
      ...{ files: 1_000, bytesAtStart: 2 ** 30 },
      ...bounds,
    });
  };

  const age = async (name: string, hours: number): Promise<string> => {
    const then = new Date(Date.now() - hours * HOUR);
    await utimes(join(place, name), then, then);
    return name;
  };

  /** Keeps answers of an origin, and resolves with the names of their files; each is an hour older than the one before. */
  const keep = async (origin: string, ids: readonly number[]): Promise<string[]> => {
    const folder = folderWith();
    const names: string[] = [];
    for (const id of ids) {
      await folder.write(aSnapshot(origin, String(id)), true);
      names.push(await age(await snapshotFileName({ origin, id: String(id) }), id));
    }
    return names;
  };

  const put = async (name: string, hours: number): Promise<string> => {
    await writeFile(join(place, name), 'something');
    return age(name, hours);
  };

  const ids = ({ snapshots }: KeptAnswers): string[] => snapshots.map(({ id }) => id);
  const tidy = async (bounds: Partial<SnapshotBounds>): Promise<void> => {
    await (
      await folderWith(bounds).readAll(HERE)
    ).tidied;
  };
  const names = async (): Promise<string[]> => (await readdir(place)).sort();

  beforeEach(async () => {
    place = join(tmpdir(), `sendkit-test-${randomUUID()}`);
    lines = [];
    await mkdir(place);
  });

  afterEach(() => rm(place, { recursive: true }));

  it('gives back what was kept for an address, in the order in which it was loaded', async () => {
    await keep(HERE, [3, 1, 2]);
    await keep(ELSEWHERE, [4]);
    assert.deepEqual(ids(await folderWith().readAll(HERE)), ['1', '2', '3']);
    assert.deepEqual(ids(await folderWith().readAll(ELSEWHERE)), ['4']);
    assert.deepEqual(ids(await folderWith().readAll('https://another.example')), []);
  });

  it('does not open what belongs to another address, nor what somebody else put there', async () => {
    const [other = ''] = await keep(ELSEWHERE, [1]);
    for (const name of [other, 'notes.json']) await writeFile(join(place, name), '{');
    assert.deepEqual(ids(await folderWith().readAll(HERE)), []);
    assert.deepEqual(await names(), [other, 'notes.json'].sort());
    assert.deepEqual(lines, []);
  });

  it('is read among fifty thousand other files', async () => {
    const [own = ''] = await keep(HERE, [1]);
    for (let file = 0; file < 50_000; file++) {
      const name = file % 2 === 0 ? `f${own.slice(1, 8)}${String(file).padStart(24, '0')}.json` : `${file}.json`;
      writeFileSync(join(place, name), '');
    }
    assert.deepEqual(ids(await folderWith({ files: 100_000 }).readAll(HERE)), ['1']);
    assert.deepEqual(lines, []);
  });

  it('sets aside a file that is too large, unread', async () => {
    const [own = ''] = await keep(HERE, [1]);
    await truncate(join(place, own), 3 * 2 ** 30);
    assert.deepEqual(ids(await folderWith().readAll(HERE)), []);
    assert.deepEqual(await names(), [`${own}.damaged`]);
    assert.match(lines.join('\n'), /is damaged and was set aside/);
  });

  it('is read up to a number of bytes, the last fetched first; the rest stays', async () => {
    const [newest = ''] = await keep(HERE, [1, 2, 3, 4, 5]);
    const { length } = await readFile(join(place, newest));
    const folder = folderWith({ bytesAtStart: 3.5 * length });
    assert.deepEqual(ids(await folder.readAll(HERE)), ['1', '2', '3']);
    assert.match(lines.join('\n'), /^2 campaigns are too much/);
    assert.equal((await names()).length, 5);
  });

  it('holds at most so many files: beyond that the oldest of other addresses go', async () => {
    const own = await keep(HERE, [10, 11, 12]);
    const others = await keep(ELSEWHERE, [1, 3, 5]);
    const more = await keep('https://another.example', [2, 4, 6]);
    await tidy({ files: 9 });
    assert.equal((await names()).length, 9);
    await tidy({ files: 6 });
    assert.deepEqual(await names(), [...own, ...others.slice(0, 2), ...more.slice(0, 1)].sort());
    assert.match(lines.join('\n'), /^3 old files/);
  });

  it('removes what was set aside and what was never finished before it, but no draft that is being written', async () => {
    const [own = '', other = ''] = [...(await keep(HERE, [10])), ...(await keep(ELSEWHERE, [1]))];
    const draft = (): string => `${own}.${randomUUID()}.tmp`;
    await put(`${own}.damaged`, 3);
    await put(draft(), 2);
    const written = await put(draft(), 0.5);
    await tidy({ files: 3 });
    assert.deepEqual(await names(), [own, other, written].sort());
    await tidy({ files: 0 });
    assert.deepEqual(await names(), [own, written].sort());
  });

  it('never loses a campaign that is loaded, nor what somebody else put there', async () => {
    const own = await keep(HERE, [1, 2, 3, 4, 5]);
    await put('notes.json', 100);
    await mkdir(join(place, `${'0'.repeat(32)}.json`));
    const before = await names();
    await tidy({ files: 2 });
    assert.deepEqual(await names(), before);
    assert.equal(ids(await folderWith().readAll(HERE)).length, own.length);
    assert.deepEqual(lines, []);
  });

  it('needs not be there', async () => {
    await rm(place, { recursive: true });
    await tidy({ files: 0 });
    assert.deepEqual(ids(await folderWith().readAll(HERE)), []);
    await mkdir(place);
  });
});
