import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../../harness/endings';
import { loadForNode } from '../standIn/bundle';
import { tried } from '../tried';
import type * as snapshots from './snapshots';

const older = tried('State of older versions is read');
const newer = tried('State of a newer version is left alone, byte for byte');

/** Files as each version of the format wrote them: `<version>-<what>.json`. A new version leaves those before it here. */
const kept = join(import.meta.dirname, 'kept');

type Json = Readonly<Record<string, unknown>>;

interface KeptFile extends Json {
  readonly version: number;
  readonly id: string;
  readonly answer: { readonly analytics: Json & { readonly stats: Json }; readonly daily: readonly unknown[] | null };
}

describe('State on disk', () => {
  let real: typeof snapshots;
  let current: number;
  let place: string;

  before(async () => {
    real = (await loadForNode('state/snapshots.ts')) as typeof snapshots;
    current = (json(real.encodeSnapshot(real.snapshotOf('c', 1))) as KeptFile).version;
  });

  beforeEach(async () => {
    place = join(await makeTemporaryFolder('versions'), 'campaigns');
    await mkdir(place);
  });

  it('has an example of every version that there was', async () => {
    const versions = new Set((await readdir(kept)).map((name) => Number.parseInt(name, 10)));
    assert.deepEqual(
      [...versions].sort(),
      Array.from({ length: current }, (_, index) => index + 1),
    );
  });

  it('of every version is read with all its figures, and written anew', async () => {
    for (const name of await readdir(kept)) {
      await older.that(async () => {
        const bytes = await readFile(join(kept, name));
        const file = json(bytes) as KeptFile;
        await writeFile(join(place, await nameOf(file.id)), bytes);
        const [snapshot] = await campaigns(file.id);
        assert.ok(snapshot, `${name} is read`);
        const { analytics, daily } = snapshot.answer;
        assert.deepEqual({ ...analytics.stats }, file.answer.analytics.stats);
        assert.deepEqual(daily?.length, file.answer.daily?.length);

        assert.equal(await real.openFolder(place).folder.write(snapshot, false), 'kept');
        assert.deepEqual(await campaigns(file.id), [snapshot]);
      });
    }
  });

  /** As the next version may write it: other fields, and none that this one knows. */
  const NEXT: readonly ((version: number) => unknown)[] = [
    (version) => ({ version, origin: real.ORIGIN, id: 'c', all: { new: [1, 2, 3] } }),
    (version) => ({ ...(json(real.encodeSnapshot(real.snapshotOf('c', 1))) as Json), version, more: true }),
    (version) => ({ version }),
  ];

  it('of a newer version is not read, not set aside, not swept, and not replaced by what is loaded', async () => {
    for (const [index, version] of [current + 1, current + 0.5, 99, Number.MAX_VALUE].entries()) {
      for (const next of NEXT) {
        await newer.that(async () => {
          const name = await nameOf('c');
          const content = JSON.stringify(next(version), undefined, index);
          await writeFile(join(place, name), content);
          await utimes(join(place, name), 0, 0);
          const { folder, lines } = real.openFolder(place, { files: 0, bytesAtStart: 2 ** 30 });
          const { snapshots, tidied } = await folder.readAll(real.ORIGIN);
          await tidied;
          assert.deepEqual(snapshots, []);
          for (const wanted of [true, false]) {
            assert.equal(await folder.write(real.snapshotOf('c', 2), wanted), 'left');
          }
          assert.equal(await readFile(join(place, name), 'utf8'), content);
          assert.deepEqual(await readdir(place), [name]);
          assert.match(lines.join('\n'), /was written by a newer version of the extension and is left alone/);
        });
      }
    }
  });

  it('of a newer version is not removed to make room, whatever its address', async () => {
    const elsewhere = 'https://another.example';
    for (const next of NEXT) {
      await newer.that(async () => {
        const name = await real.snapshotFileName({ origin: elsewhere, id: 'c' });
        const content = JSON.stringify(next(current + 1));
        await writeFile(join(place, name), content);
        await real.openFolder(place).folder.write({ ...real.snapshotOf('d', 1), origin: elsewhere }, true);
        const { folder, lines } = real.openFolder(place, { files: 0, bytesAtStart: 2 ** 30 });
        await (
          await folder.readAll(real.ORIGIN)
        ).tidied;
        assert.deepEqual(await readdir(place), [name]);
        assert.equal(await readFile(join(place, name), 'utf8'), content);
        assert.match(lines.join('\n'), /^1 old files that no view shows were removed/);
      });
    }
  });

  it('of a newer version’s visits is not read, and not replaced by what is looked at', async () => {
    for (const version of [2, 1.5, 99]) {
      await newer.that(async () => {
        const file = join(place, 'visits.json');
        const content = JSON.stringify({ version, visits: { [`${real.ORIGIN} c`]: { since: 1, seen: 1, at: 1 } } });
        await writeFile(file, content);
        const { look, seen, lines } = real.openPast(place);
        assert.equal(await seen('c'), undefined);
        await look('c', 2);
        assert.equal(await seen('c'), 2, 'this window remembers it');
        assert.equal(await readFile(file, 'utf8'), content);
        assert.deepEqual(await readdir(place), ['visits.json']);
        assert.match(lines.join('\n'), /was written by a newer version of the extension and is left alone/);
      });
    }
  });

  it('of a newer version’s history is not read, and stays where files become one', async () => {
    await newer.that(async () => {
      const folder = join(place, 'history', await real.campaignMark({ origin: real.ORIGIN, id: 'c' }));
      const name = `z-${crypto.randomUUID()}.jsonl`;
      const content = `${JSON.stringify({ version: current + 1, more: true })}\n`;
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, name), content);
      const { history } = real.openPast(place);
      const all = Array.from({ length: 20 }, (_, index) => index + 1);
      for (const version of all) await history.add(real.snapshotOf('c', version));
      const moments = await history.read({ origin: real.ORIGIN, id: 'c' });
      assert.deepEqual(
        moments.map(({ answer }) => answer.analytics.stats.sent),
        all,
      );
      assert.equal(await readFile(join(folder, name), 'utf8'), content);
      assert.ok((await readdir(folder)).length < all.length, 'files have become one');
    });
  });

  it('of before the first version has other names: it is left alone', async () => {
    const name = `${'0'.repeat(32)}.json`;
    await writeFile(join(place, name), '{"version":1,"origin":"https://api.sendkit.ai","id":"c","analytics":{}}');
    assert.deepEqual(await campaigns('c'), []);
    assert.deepEqual(await readdir(place), [name]);
  });

  async function campaigns(id: string): Promise<readonly ReturnType<typeof real.snapshotOf>[]> {
    const { snapshots } = await real.openFolder(place).folder.readAll(real.ORIGIN);
    return snapshots.filter((snapshot) => snapshot.id === id);
  }

  function nameOf(id: string): Promise<string> {
    return real.snapshotFileName({ origin: real.ORIGIN, id });
  }
});

function json(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
