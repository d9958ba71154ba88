import assert from 'node:assert/strict';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { makeTemporaryFolder } from '../../harness/endings';
import { chanceOf } from '../../sandbox/data/random';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { FakeClock } from '../../unit/sendkit/fakeClock';
import { seed } from '../fuzz/seed';
import { loadForNode } from '../standIn/bundle';
import { times, tried } from '../tried';
import { anyDeed, type Scene } from './deeds';
import { Pace } from './pace';
import type * as windows from './window';

const sequences = tried('Whatever is done, in whichever order: three requests at once, and none during a rest');

const SEQUENCES = times(2_000, 150);
const DEEDS = 40;
/** Turns of the event loop between two of them, at most: requests come, are under way and are answered meanwhile. */
const TURNS = 12;
const HOUR = 60 * 60_000;

describe('The pace of requests', function () {
  this.timeout(1_200_000);

  let sandbox: Sandbox;
  let real: typeof windows;
  const all = { sent: 0, refused: 0, most: 0 };

  before(async () => {
    real = (await loadForNode('load/window.ts')) as typeof windows;
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  it('is never faster than it may be, whatever is done', async () => {
    for (let index = 0; index < SEQUENCES; index += 1) await sequences.that(() => run(`${seed} ${index}`));
    console.log(`      ${all.sent} requests, ${all.refused} of them answered by a wish for a rest`);
    assert.ok(all.refused > SEQUENCES / 2, 'rests are asked for');
    assert.equal(all.most, 3, 'three are under way at once');
  });

  async function run(name: string): Promise<void> {
    const chance = chanceOf(name);
    const clock = new FakeClock();
    const pace = new Pace(clock);
    const folder = await makeTemporaryFolder('pace');
    const { url: address, key, campaigns } = sandbox;
    const window = real.openWindow({ address, key, folder, clock, watch: (fetch) => pace.watch(fetch) });
    const { seed: documented, draft, variants, untracked, subsequencesAndVariants } = campaigns;
    const ids = [documented, draft, variants, untracked, subsequencesAndVariants];
    const scene: Scene = { window, sandbox, clock, chance, ids };
    const done: string[] = [];
    const under = new Set<Promise<unknown>>();
    try {
      for (let deed = 0; deed < DEEDS; deed += 1) {
        const [what, begin] = anyDeed(chance);
        done.push(what);
        const over = Promise.resolve(begin(scene)).finally(() => under.delete(over));
        under.add(over);
        for (let left = chance.between(0, TURNS); left > 0; left -= 1) await turn();
        assert.deepEqual(pace.tooFast, [], `sequence “${name}”: ${done.join(', ')}`);
      }
      await end(scene, pace, under);
      assert.deepEqual(pace.tooFast, [], `sequence “${name}”: ${done.join(', ')}`);
      assert.deepEqual(
        window.lines.filter((line) => line.includes('TypeError')),
        [],
      );
    } finally {
      window.dispose();
      sandbox.heal();
    }
    all.sent += pace.sent;
    all.refused += pace.refused;
    all.most = Math.max(all.most, pace.most);
  }

  /** All that was begun comes to its end, and then, with nobody at the window, nothing is asked for any more. */
  async function end({ window, clock }: Scene, pace: Pace, under: ReadonlySet<Promise<unknown>>): Promise<void> {
    sandbox.heal();
    window.settings.setAutoRefresh(5);
    window.lookAt({ focus: false });
    for (let left = 20_000; under.size > 0 || !pace.idle || window.isBusy(); left -= 1) {
      assert.ok(left > 0, `${under.size} are not over`);
      clock.advance(1_000);
      // What goes to disk takes real time.
      await delay(1);
    }
    const { sent } = pace;
    clock.advance(HOUR);
    for (let turns = TURNS; turns > 0; turns -= 1) await turn();
    assert.equal(pace.sent, sent, 'nothing is asked for');
  }
});
