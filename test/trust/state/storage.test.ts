import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../../harness/endings';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { anAnswer } from '../../unit/builders';
import { bundleForNode, loadForNode } from '../standIn/bundle';
import { times, tried } from '../tried';
import type * as snapshots from './snapshots';
import type { Command, Seen } from './storage';

const disks = tried('A disk that is full, read-only or in the way');
const PAGE = 4096;
const NOBODY = 65534;
/** A campaign whose answer takes eight pages. */
const LARGE = 'large-campaign';

interface Failing {
  readonly folder: string;
  /** The code of the fault, as the log has it. */
  readonly code: string;
  /** What stands before the program in its command line. */
  readonly before?: readonly string[];
  readonly options?: readonly string[];
  /** Ends the trouble, where the window can live to see it. */
  readonly mend?: () => Promise<unknown>;
}

describe('A window whose disk fails it', function () {
  this.timeout(60_000);

  let sandbox: Sandbox;
  let program: string;
  let window: ChildProcess | undefined;
  const mounted: string[] = [];

  before(async () => {
    sandbox = await startSandbox();
    const rows = Array.from({ length: 300 }, (_, step) => [step, null, { sent: 10, opened: 5 }] as const);
    sandbox.setCampaign(LARGE, rows.reduce((answer, row) => answer.step(...row), anAnswer()).body());
    program = await bundleForNode('state/storage.ts');
  });
  afterEach(() => {
    window?.kill();
    for (const place of mounted.splice(0)) execFileSync('umount', ['--lazy', place]);
  });
  after(() => sandbox.close());

  it('says so when the disk is full, and keeps all again when there is room', async function () {
    for (let free = 0; free < times(8, 3); free += 1) {
      const disk = await makeTemporaryFolder('full');
      if (!mount(disk, '-t', 'tmpfs', '-o', `size=${16 * PAGE}`, 'tmpfs')) this.skip();
      const filler = join(disk, 'filler');
      const folder = join(disk, 'campaigns');
      await mkdir(folder);
      await writeFile(filler, new Uint8Array((16 - free) * PAGE)).catch(() => undefined);
      await disks.that(() => survives({ folder, code: 'ENOSPC', mend: () => rm(filler) }));
    }
  });

  it('says so when a file may not grow', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = await makeTemporaryFolder('limited');
    // 1,024 bytes, at which a write ends in the middle.
    const before = ['bash', '-c', 'ulimit -f 1; exec "$0" "$@"'];
    await disks.that(() => survives({ folder, code: 'EFBIG', before }));
  });

  it('says so when it may not write, and keeps all again when it may', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = join(await publicFolder(), 'campaigns');
    await mkdir(folder, { mode: 0o555 });
    // Root may write everywhere.
    const options = process.getuid?.() === 0 ? [`--uid=${NOBODY}`] : [];
    await disks.that(() => survives({ folder, code: 'NoPermissions', options, mend: () => chmod(folder, 0o777) }));
  });

  it('says so when the whole disk is read-only', async function () {
    const folder = await makeTemporaryFolder('read-only');
    if (!mount(folder, '-t', 'tmpfs', '-o', 'ro', 'tmpfs')) this.skip();
    await disks.that(() => survives({ folder, code: 'EROFS' }));
  });

  it('says so when a file is in the place of its folder, and keeps all again when it is gone', async () => {
    const folder = join(await makeTemporaryFolder('in-the-way'), 'campaigns');
    await writeFile(folder, 'not a folder');
    await disks.that(() => survives({ folder, code: 'FileNotADirectory|FileExists', mend: () => rm(folder) }));
    assert.deepEqual((await answers(folder)).length, 2);
  });

  it('loses nothing when the disk fails between the two steps of putting a file into its place', async () => {
    const { openFolder, openPast, snapshotOf, versionOf, faults, ORIGIN } = await inThisProcess();
    const place = await makeTemporaryFolder('halfway');
    const [{ folder }, past] = [openFolder(place), openPast(place)];
    await disks.that(async () => {
      await folder.write(snapshotOf('c', 1), true);
      await past.look('c', 1);
      faults.rename = true;
      assert.equal(await folder.write(snapshotOf('c', 2), false), 'failed');
      await past.look('c', 2);
      faults.rename = false;
      assert.match(past.lines.join('\n'), /When campaigns were last looked at could not be kept \(EIO\)/);
      const { snapshots } = await openFolder(place).folder.readAll(ORIGIN);
      assert.deepEqual(snapshots.map(versionOf), [2]);
      assert.equal(await openPast(place).seen('c'), 2);
    });
  });

  it('says nothing of what was kept where the folder cannot be tidied after it', async () => {
    const { openPast, faults, ORIGIN } = await inThisProcess();
    const place = await makeTemporaryFolder('untidied');
    await disks.that(async () => {
      const { file, lines } = openPast(place);
      faults.readDirectory = true;
      await file.write(new Map([[`${ORIGIN} c`, { since: 1, seen: 1, at: 1 }]]));
      faults.readDirectory = false;
      assert.deepEqual(lines, []);
      assert.equal(await openPast(place).seen('c'), 1);
    });
  });

  async function inThisProcess(): Promise<typeof snapshots> {
    return (await loadForNode('state/snapshots.ts')) as typeof snapshots;
  }

  /** Everything works but what needs the disk, and that is said. */
  async function survives({ folder, code, before = [], options = [], mend }: Failing): Promise<void> {
    const { seed } = sandbox.campaigns;
    const [command, ...args] = [...before, process.execPath, program, folder, sandbox.url, sandbox.key];
    window = spawn(command, [...args, seed, LARGE, ...options], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });

    const loaded = await send(window, 'load');
    const shown = [
      { id: seed, sent: 150, problem: null },
      { id: LARGE, sent: 200, problem: null },
    ];
    assert.deepEqual(loaded.campaigns, shown);
    assert.equal(loaded.isKept, false, 'the view says that nothing is kept');
    assert.match(loaded.lines.join('\n'), new RegExp(`The answer could not be kept on disk \\((${code})\\)`));
    const { histories, visits } = loaded.onDisk;
    if (histories < 2) assert.match(loaded.lines.join('\n'), /The answer could not be kept in the history \(/);
    if (visits < 2) assert.match(loaded.lines.join('\n'), /hen campaigns were last looked at( could not be kept)? \(/);
    assert.deepEqual(await drafts(folder), [], 'what was half written is taken away');

    const refreshed = await send(window, 'refresh');
    assert.deepEqual(refreshed.campaigns, shown);
    await mend?.();
    if (mend) {
      sandbox.touch(seed);
      const again = await send(window, 'refresh');
      assert.equal(again.isKept, true, 'the view says no more');
      assert.deepEqual(again.campaigns, shown);
      assert.equal((await answers(folder)).length, 2);
      assert.equal(again.onDisk.visits, 2, 'both were looked at');
      assert.ok(again.onDisk.histories > 0, 'the history goes on');
    } else {
      const removed = await send(window, 'remove');
      assert.deepEqual(removed.campaigns, shown.slice(1));
    }
    window.kill();
  }

  function mount(place: string, ...how: string[]): boolean {
    try {
      execFileSync('mount', [...how, place], { stdio: 'ignore' });
      mounted.push(place);
      return true;
    } catch {
      console.log('    Only root may put a disk of its own into a folder: left out.');
      return false;
    }
  }
});

async function send(child: ChildProcess, command: Command): Promise<Seen> {
  const answer = once(child, 'message') as Promise<unknown[]>;
  const over = once(child, 'exit').then(() => Promise.reject(new Error('The window has died.')));
  child.send(command);
  const [seen] = await Promise.race([answer, over]);
  over.catch(() => undefined);
  return seen as Seen;
}

/** Another user may look into it. */
async function publicFolder(): Promise<string> {
  const folder = await makeTemporaryFolder('public');
  await chmod(folder, 0o755);
  return folder;
}

async function answers(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^[0-9a-f]{32}\.json$/.test(name));
}

/** Of answers, history and visits. */
async function drafts(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.filter((name) => name.endsWith('.tmp'));
}
