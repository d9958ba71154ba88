import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { makeTemporaryFolder } from '../../harness/endings';
import { bundleForNode, loadForNode } from '../standIn/bundle';
import { times, tried } from '../tried';
import type * as snapshots from './snapshots';

const looks = tried('Two processes refresh, add and remove at once');
const together = tried('Two windows replace one answer, each in the steps of the other');
const beside = tried('Two processes add to one history, look at campaigns and tell of the same at once');
const ROUNDS = times(60, 12);
const WRITES = 100;
/** Milliseconds: as long as it takes to put an answer into its place. */
const LONGEST_PAUSE = 8;
const NAMES = ['a', 'b'];
const KEPT = ['kept-1', 'kept-2', 'kept-3'];

/** As numbers of rounds. */
const all = Array.from({ length: ROUNDS }, (_, round) => round);

describe('Two processes on one folder', function () {
  this.timeout(120_000);

  let editors: ChildProcess[] = [];

  afterEach(() => {
    for (const editor of editors) editor.kill();
  });

  it('lose nothing that one of them added, and keep nothing that one of them removed', async () => {
    const real = (await loadForNode('state/snapshots.ts')) as typeof snapshots;
    const editor = await bundleForNode('state/editor.ts');
    const place = await makeTemporaryFolder('edited');
    const { folder, lines } = real.openFolder(place);
    /** Half of what both have is removed by one of them, half by the other. */
    const contested = NAMES.flatMap((name) => all.map((round) => `both-${name}${round}`));
    for (const id of [...KEPT, ...contested]) await folder.write(real.snapshotOf(id, 0), true);

    editors = NAMES.map((name) => fork(editor, [place, name, String(ROUNDS)], { execArgv: [] }));
    let running = editors.length;
    const done = editors.map(async (each) => {
      await said(each);
      running -= 1;
    });
    while (running > 0) {
      await looks.that(async () => {
        const { snapshots } = await folder.readAll(real.ORIGIN);
        const whole = snapshots.filter((snapshot) => real.versionOf(snapshot) !== undefined).map(({ id }) => id);
        for (const id of KEPT)
          assert.ok(whole.includes(id), `${id} is not there for a third window that is opened now`);
      });
    }
    await Promise.all(done);

    await looks.that(async () => {
      const lists = editors.map((each) => said(each));
      for (const each of editors) each.send('refresh');
      const added = NAMES.map((name) => all.slice(-2).map((round) => `${name}${round}`));
      assert.deepEqual(
        await Promise.all(lists),
        added.map((own) => [...KEPT, ...own].sort()),
      );
      const { snapshots } = await folder.readAll(real.ORIGIN);
      assert.deepEqual(snapshots.map(({ id }) => id).sort(), [...KEPT, ...added.flat()].sort());
      assert.deepEqual(lines, [], 'nothing is damaged');
    });
  });

  it('lose nothing of history and visits, and tell of the same once', async () => {
    const real = (await loadForNode('state/snapshots.ts')) as typeof snapshots;
    const companion = await bundleForNode('state/companion.ts');
    const place = await makeTemporaryFolder('beside');
    editors = NAMES.map((name, index) =>
      fork(companion, [place, name, String(index + 1), String(ROUNDS)], { execArgv: [] }),
    );
    await beside.that(async () => {
      await Promise.all(editors.map((each) => said(each)));
      for (const each of editors) each.send('begin');
      const claimed = (await Promise.all(editors.map((each) => said(each)))) as number[][];
      assert.deepEqual(
        claimed.flat().sort((a, b) => a - b),
        all,
      );
      // What both have written in the same moment, the one knows whose file was replaced.
      for (const each of editors) {
        const done = said(each);
        each.send('look once more');
        await done;
      }
      const { history, seen, lines } = real.openPast(place);
      const moments = await history.read({ origin: real.ORIGIN, id: 'both' });
      assert.deepEqual(
        moments.map(({ answer }) => answer.analytics.stats.sent),
        Array.from({ length: 2 * ROUNDS }, (_, index) => index + 1),
      );
      for (const name of NAMES) {
        for (const round of [...all, ROUNDS]) assert.ok(await seen(`${name}${round}`), `${name}${round} was looked at`);
      }
      assert.deepEqual(lines, [], 'nothing is damaged');
    });
  });

  it('find what was looked at, also while another is just writing it anew', async () => {
    const real = (await loadForNode('state/snapshots.ts')) as typeof snapshots;
    const place = await makeTemporaryFolder('looked-at');
    const { look } = real.openPast(place);
    await look('one', 1);
    await beside.that(async () => {
      let left = WRITES;
      const over = (async () => {
        for (; left > 0; left -= 1) {
          await look('one', WRITES + 2 - left);
          await delay(Math.random() * LONGEST_PAUSE);
        }
      })();
      while (left > 0) assert.ok(await real.openPast(place).seen('one'), 'it is found by who looks at any time');
      await over;
    });
  });

  it('keep the answer of a campaign that both refresh over and over', async () => {
    const real = (await loadForNode('state/snapshots.ts')) as typeof snapshots;
    const place = await makeTemporaryFolder('contested');
    const windows = NAMES.map(() => real.openFolder(place).folder);
    await windows[0]?.write(real.snapshotOf('one', 0), true);
    await together.that(async () => {
      const outcomes = await Promise.all(
        windows.map(async (window) => {
          const seen = new Set<string>();
          for (let version = 1; version <= WRITES; version += 1) {
            seen.add(await window.write(real.snapshotOf('one', version), false));
            await delay(Math.random() * LONGEST_PAUSE);
          }
          return [...seen];
        }),
      );
      assert.deepEqual(outcomes, [['kept'], ['kept']]);
    });
  });
});

async function said(child: ChildProcess): Promise<unknown> {
  const [message] = (await once(child, 'message')) as unknown[];
  return message;
}
