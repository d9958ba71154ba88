import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redactingLog } from '../../src/campaigns/log';
import type { KnownVisits } from '../../src/campaigns/visits';
import { visitsFile } from '../../src/campaigns/visitsFile';
import type * as vscode from 'vscode';
import { temporaryFolder } from './temporaryFolder';

const VISIT = { since: 1, seen: 2, at: 3 };
const LATER = { since: 2, seen: 4, at: 5 };
const DRAFT = 'visits.json.00000000-0000-4000-8000-000000000000.tmp';

describe('The file of visits', () => {
  let folder: vscode.Uri;
  let lines: string[];
  const at = (name: string): string => join(folder.fsPath, name);
  const open = (): ReturnType<typeof visitsFile> => {
    const add = (line: string): void => void lines.push(line);
    return visitsFile(folder, redactingLog({ info: add, warn: add, error: add } as unknown as vscode.LogOutputChannel));
  };
  const visits = (visit = VISIT): KnownVisits => new Map([['https://api.sendkit.ai c1', visit]]);
  const text = (visit = VISIT, version = 1): string =>
    JSON.stringify({ version, visits: Object.fromEntries(visits(visit)) });

  beforeEach(async () => {
    lines = [];
    folder = temporaryFolder();
    await mkdir(folder.fsPath);
  });

  afterEach(() => rm(folder.fsPath, { recursive: true, force: true }));

  it('is not there at first, and is read as it was written', async () => {
    await rm(folder.fsPath, { recursive: true });
    assert.deepEqual(await open().read(), []);
    await open().write(visits());
    assert.deepEqual(await open().read(), [visits()]);
    await open().write(visits(LATER));
    assert.deepEqual(await open().read(), [visits(LATER)]);
    assert.deepEqual(await readdir(folder.fsPath), ['visits.json'], 'no draft is left');
    assert.deepEqual(lines, []);
  });

  it('is read with the draft that a window left when it died before the draft took its place', async () => {
    await writeFile(at(DRAFT), text(LATER));
    assert.deepEqual(await open().read(), [visits(LATER)]);
    await writeFile(at(DRAFT), text(LATER).slice(0, -5));
    await writeFile(at('visits.json'), text());
    assert.deepEqual(
      (await open().read())?.flatMap((part) => [...part]),
      [...visits()],
    );
    assert.deepEqual(lines, [], 'a draft that is not whole is nothing to speak of');
  });

  it('is swept clean of drafts that no window is writing any more', async () => {
    const young = DRAFT.replace('4000', '4001');
    for (const name of [DRAFT, young, 'somebody’s.tmp']) await writeFile(at(name), '');
    for (const name of [DRAFT, 'somebody’s.tmp']) await utimes(at(name), 0, 0);
    await utimes(at(DRAFT), 1000, 1000);
    await open().write(visits());
    assert.deepEqual((await readdir(folder.fsPath)).sort(), ['somebody’s.tmp', 'visits.json', young]);
  });

  it('is forgotten and replaced where it is damaged', async () => {
    const large = `${text().slice(0, -1)}${' '.repeat(1024 * 1024)}}`;
    for (const damaged of ['', 'x', 'null', '[]', text().slice(0, -1), text().replace('"at":3', '"at":"x"'), large]) {
      await writeFile(at('visits.json'), damaged);
      assert.deepEqual(
        (await open().read())?.flatMap((part) => [...part]),
        [],
      );
      assert.match(lines.pop() ?? '', /visits\.json is damaged/);
      await open().write(visits());
      assert.deepEqual(await open().read(), [visits()]);
    }
  });

  it('of a newer version is not read, and so not replaced', async () => {
    await writeFile(at('visits.json'), text(VISIT, 2));
    await writeFile(at(DRAFT), text());
    assert.equal(await open().read(), null);
    assert.match(lines.join('\n'), /visits\.json was written by a newer version of the extension and is left alone/);
    assert.equal(await readFile(at('visits.json'), 'utf8'), text(VISIT, 2));
  });

  it('is said not to be kept or read where the disk does not let it', async () => {
    await rm(folder.fsPath, { recursive: true });
    await writeFile(folder.fsPath, 'no folder');
    await open().write(visits());
    assert.match(lines.join('\n'), /When campaigns were last looked at could not be kept \(\w+\)/);
    assert.equal(await open().read(), null);
    assert.match(lines.join('\n'), /It could not be read when campaigns were last looked at \(\w+\)/);
  });
});
