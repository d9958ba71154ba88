import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { makeTemporaryFolder } from '../../harness/endings';
import { bundleForNode, loadForNode } from '../standIn/bundle';
import { times, tried } from '../tried';
import type * as snapshots from './snapshots';

const kills = tried('Kill -9 while answers, history and visits are written, and answers removed');
/** As many as there are processors, at most. */
const SIDE_BY_SIDE = 2;
/** Milliseconds after which a writer is dead at the latest. It writes an answer in two or three. */
const LONGEST_LIFE = 80;
const HOUR = 60 * 60 * 1000;

/** What may be on disk of each campaign: an answer's number, or `removed`. Of history and visits, the last one's. */
type Possible = Map<string, Set<string>>;

interface Written {
  readonly place: string;
  readonly possible: Possible;
  /** The numbers of all answers that are in the history. */
  past: readonly number[];
}

describe('A process that is killed while it keeps answers', function () {
  this.timeout(300_000);

  let real: typeof snapshots;
  let writer: string;
  let inTheMiddle = 0;
  let draftsLeft = 0;

  before(async () => {
    real = (await loadForNode('state/snapshots.ts')) as typeof snapshots;
    writer = await bundleForNode('state/writer.ts');
  });

  it('leaves the old answer of each campaign or the new one, and never a broken one', async () => {
    const perFolder = times(120, 22);
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => killAgainAndAgain(perFolder)));
    console.log(
      `    ${inTheMiddle} of ${SIDE_BY_SIDE * perFolder} died in the middle of it, ${draftsLeft} left drafts behind`,
    );
    assert.ok(inTheMiddle > perFolder, 'Most were killed between two writes, which shows nothing.');
    assert.ok(draftsLeft > 0, 'None left a draft, which shows little.');
  });

  async function killAgainAndAgain(count: number): Promise<void> {
    const place = join(await makeTemporaryFolder('killed'), 'campaigns');
    await mkdir(place);
    const written: Written = { place, possible: new Map(), past: [] };
    for (let kill = 0, version = 1; kill < count; kill += 1, version += 10_000) {
      const before = await drafts(place);
      await liveAndDie(written, version);
      if ([...written.possible.values()].some(({ size }) => size > 1)) inTheMiddle += 1;
      if ((await drafts(place)).some((draft) => !before.includes(draft))) draftsLeft += 1;
      await kills.that(() => assertPossible(written));
    }
    await assertSwept(place);
  }

  async function liveAndDie(written: Written, version: number): Promise<void> {
    const { place, possible } = written;
    const child = spawn(process.execPath, [writer, place, String(version)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface(child.stdout);
    const closed = once(child, 'close');
    lines.on('line', (line) => {
      const [what, id = '', state = ''] = line.split(' ');
      const states = what === 'done' ? new Set<string>() : (possible.get(id) ?? new Set(['removed']));
      possible.set(id, states.add(state));
      if (what === 'done' && id === 'history') written.past = [...written.past, Number(state)];
    });
    await once(lines, 'line');
    setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST_LIFE);
    await Promise.all([closed, once(lines, 'close')]);
  }

  async function assertPossible(written: Written): Promise<void> {
    const { place, possible } = written;
    const { folder, lines } = real.openFolder(place);
    const { snapshots, tidied } = await folder.readAll(real.ORIGIN);
    await tidied;
    const opened = real.openPast(place);
    const moments = await opened.history.read({ id: 'history', origin: real.ORIGIN });
    const past = moments.map(({ answer }) => answer.analytics.stats.sent ?? 0);
    const found = new Map<string, number | undefined>(snapshots.map((each) => [each.id, real.versionOf(each)]));
    const [last, seen] = [past.at(-1), await opened.seen('visits')];
    if (last !== undefined) found.set('history', last);
    if (seen !== undefined) found.set('visits', seen);
    for (const [id, states] of possible) {
      const state = found.has(id) ? String(found.get(id)) : 'removed';
      assert.ok(states.has(state), `${id} is ${state}, and could be ${[...states].join(' or ')}`);
      possible.set(id, new Set([state]));
    }
    written.past = [...new Set([...written.past, ...past.slice(-1)])].slice(-real.MAX_MOMENTS);
    assert.deepEqual(past, written.past, 'each moment is in the history, once');
    assert.deepEqual([...lines, ...opened.lines], [], 'nothing is damaged');
  }

  async function drafts(place: string): Promise<string[]> {
    return (await readdir(place)).filter((name) => name.endsWith('.tmp'));
  }

  /** What was left behind is gone once nobody can be writing it any more. */
  async function assertSwept(place: string): Promise<void> {
    const { folder } = real.openFolder(place);
    for (const { id } of (await folder.readAll(real.ORIGIN)).snapshots)
      await folder.write(real.snapshotOf(id, 1), true);
    const then = new Date(Date.now() - 2 * HOUR);
    for (const name of await readdir(place)) await utimes(join(place, name), then, then);
    await (
      await folder.readAll(real.ORIGIN)
    ).tidied;
    await real.openPast(place).look('visits', Date.now());
    const answers = (await readdir(place)).filter((name) => name.endsWith('.json'));
    const left = (await readdir(place)).filter(
      (name) => name.endsWith('.tmp') && answers.some((a) => name.startsWith(a)),
    );
    assert.deepEqual(left, []);
  }
});
