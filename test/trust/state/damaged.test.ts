import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../../harness/endings';
import { loadForNode } from '../standIn/bundle';
import { times, tried } from '../tried';
import type * as snapshots from './snapshots';

const damaged = tried('Damaged files: cut off, binary, of 50 MB, folders in their place');
const strange = tried('Files with strange names beside them');
const MB = 1024 * 1024;

describe('A damaged file', function () {
  this.timeout(60_000);

  let real: typeof snapshots;
  let whole: Uint8Array;
  let place: string;
  let name: string;

  before(async () => {
    real = (await loadForNode('state/snapshots.ts')) as typeof snapshots;
    whole = real.encodeSnapshot(real.snapshotOf('damaged', 7));
    name = await real.snapshotFileName({ origin: real.ORIGIN, id: 'damaged' });
  });

  beforeEach(async () => {
    place = join(await makeTemporaryFolder('damaged'), 'campaigns');
    await mkdir(place);
    await real.openFolder(place).folder.write(real.snapshotOf('good', 7), true);
  });

  it('that was cut off at any byte is set aside, as it is', async () => {
    const cuts = times(400, 40);
    for (let cut = 0; cut < cuts; cut += 1) {
      await setAside(whole.slice(0, Math.floor((cut / cuts) * whole.length)));
    }
  });

  it('of bytes that are no text is set aside', async () => {
    for (let round = 0; round < times(100, 10); round += 1) {
      const bytes = Uint8Array.from(whole);
      bytes.set(randomBytes(4), Math.floor(Math.random() * (whole.length - 4)));
      // No UTF-8, wherever it stands.
      bytes[Math.floor(Math.random() * whole.length)] = 0xff;
      await setAside(bytes);
      await setAside(randomBytes(round * 100));
    }
  });

  it('of other JSON, or hardly any, is set aside', async () => {
    const text = new TextDecoder().decode(whole);
    const others = ['null', '[]', '7', '"text"', '{}', ' ', '\ufeff', '{"version":1}', '{"__proto__":{"version":9}}'];
    const broken = [text.replaceAll(/\d+/g, '-1'), text.replaceAll('"', "'"), `${text}${text}`];
    for (const content of [...others, ...broken, '['.repeat(200_000), `{"version":1,"id":"${'x'.repeat(MB)}"}`]) {
      await setAside(new TextEncoder().encode(content));
    }
    await setAside(Buffer.from(text, 'utf16le'));
  });

  it('of 50 MB is set aside unread', async () => {
    await damaged.that(async () => {
      const file = await open(join(place, name), 'w');
      await file.write(whole);
      await file.truncate(50 * MB);
      await file.close();
      const before = process.memoryUsage().arrayBuffers;
      const { ids } = await look();
      assert.deepEqual(ids, ['good']);
      assert.ok(process.memoryUsage().arrayBuffers - before < 10 * MB, 'it is not read into memory');
      assert.ok((await readdir(place)).includes(`${name}.damaged`), 'it is set aside');
    });
  });

  it('is a folder, or a link to itself: the campaign can be kept again', async () => {
    const make = [
      () => mkdir(join(place, name, 'inside'), { recursive: true }),
      () => symlink(name, join(place, name)),
      () => symlink('nowhere', join(place, name)),
    ];
    for (const each of make) {
      await damaged.that(async () => {
        await rm(join(place, name), { force: true });
        await each();
        const { ids } = await look();
        assert.deepEqual(ids, ['good']);
        await keepAgain();
      });
    }
  });

  it('of visits is forgotten, and what is looked at then is kept', async () => {
    const file = join(place, 'visits.json');
    await real.openPast(place).look('before', 1);
    const bytes = await readFile(file);
    const cuts = times(100, 20);
    const contents = Array.from({ length: cuts }, (_, cut) =>
      bytes.subarray(0, Math.floor((cut / cuts) * bytes.length)),
    );
    const others = ['null', '[]', '7', '{"version":1}', '{"version":1,"visits":{"c":{}}}'].map((text) =>
      Buffer.from(text),
    );
    for (const content of [...contents, ...others, randomBytes(500)]) {
      await damaged.that(() => forgotten(() => writeFile(file, content)));
    }
    await damaged.that(() =>
      forgotten(async () => {
        await writeFile(file, bytes);
        await truncate(file, 50 * MB);
      }),
    );
    await damaged.that(() =>
      forgotten(async () => {
        await rm(file);
        await mkdir(join(file, 'inside'), { recursive: true });
      }),
    );
  });

  async function forgotten(damage: () => Promise<unknown>): Promise<void> {
    await damage();
    const before = process.memoryUsage().arrayBuffers;
    const { seen, look } = real.openPast(place);
    assert.equal(await seen('before'), undefined);
    assert.ok(process.memoryUsage().arrayBuffers - before < 10 * MB, 'it is not read into memory');
    await look('after', 1);
    assert.equal(await real.openPast(place).seen('after'), 1);
  }

  it('of a history is left alone, as it is, and the others are read', async () => {
    const campaign = { origin: real.ORIGIN, id: 'c' };
    const folder = join(place, 'history', await real.campaignMark(campaign));
    const { history, lines } = real.openPast(place);
    await history.add(real.snapshotOf('c', 1));
    const [first = ''] = await readdir(folder);
    const line = await readFile(join(folder, first));
    const broken = [line.subarray(0, -9), randomBytes(500), Buffer.from('[]\n{}\nnull\n'), Buffer.alloc(17 * MB, 'x')];
    for (const [index, content] of broken.entries()) {
      await damaged.that(async () => {
        const name = join(folder, `${index}-${crypto.randomUUID()}.jsonl`);
        await writeFile(name, content);
        const versions = Array.from({ length: 18 }, (_, more) => 2 + index * 18 + more);
        for (const version of versions) await history.add(real.snapshotOf('c', version));
        const moments = await history.read(campaign);
        assert.equal(moments.length, versions.at(-1), 'all that can be read');
        assert.equal(Buffer.compare(await readFile(name), content), 0, 'it is as it was');
        assert.match(lines.splice(0).join('\n'), /of the history (cannot|is too large to) be read/);
      });
    }
  });

  it('does not keep another from being read, whatever its name', async () => {
    const names = [
      ...[
        '.json',
        '..json',
        'CON.json',
        'a\nb.json',
        '"; rm -rf.json',
        '\u202egnp.json',
        '💥.json',
        ' .json',
        '%2e%2e.json',
      ],
      ...[`${'f'.repeat(250)}.json`, name.toUpperCase(), `${name}.tmp`, `${name}.exe`, `.${name}`, name.slice(1)],
      ...[`${name}.${'-'.repeat(36)}.tmp`, `${name}.removed.removed`, 'constructor', '__proto__', 'notes.txt'],
    ];
    for (const other of names) {
      await strange.that(async () => {
        await writeFile(join(place, other), whole);
        const { ids, lines } = await look();
        assert.ok(ids.includes('good'), other);
        assert.deepEqual(lines, []);
        assert.deepEqual(Buffer.compare(await readFile(join(place, other)), whole), 0, `${other} is as it was`);
      });
    }
  });

  async function setAside(bytes: Uint8Array): Promise<void> {
    await damaged.that(async () => {
      await writeFile(join(place, name), bytes);
      const { ids, lines } = await look();
      assert.deepEqual(ids, ['good']);
      assert.match(lines.join('\n'), /is damaged and was set aside as/);
      assert.equal(Buffer.compare(await readFile(join(place, `${name}.damaged`)), bytes), 0, 'nothing is lost of it');
      await keepAgain();
    });
  }

  async function keepAgain(): Promise<void> {
    assert.equal(await real.openFolder(place).folder.write(real.snapshotOf('damaged', 8), true), 'kept');
    const { ids } = await look();
    assert.deepEqual(ids, ['damaged', 'good']);
  }

  async function look(): Promise<{ readonly ids: readonly string[]; readonly lines: readonly string[] }> {
    const { folder, lines } = real.openFolder(place);
    const { snapshots, tidied } = await folder.readAll(real.ORIGIN);
    await tidied;
    return { ids: snapshots.map(({ id }) => id).sort(), lines };
  }
});
