import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { makeTemporaryFolder } from '../../harness/endings';
import { chanceOf } from '../../sandbox/data/random';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { FakeClock } from '../../unit/sendkit/fakeClock';
import { loadForNode } from '../standIn/bundle';
import { times, tried } from '../tried';
import { DAY } from './day';
import { Pace } from './pace';
import type * as windows from './window';

const MINUTE = 60_000;
/** The day of the fake clock. */
const TODAY = '2025-06-15';

/** Requests of the day in each case; one that is not this many is a change of what the extension costs. */
const DAYS = [
  { campaigns: 12, minutes: 0, requests: 105 },
  { campaigns: 12, minutes: 15, requests: 211 },
  { campaigns: 100, minutes: 5, requests: 589 },
].map((day) => {
  const refreshed = day.minutes === 0 ? 'refreshed by hand' : `refreshed every ${day.minutes} minutes`;
  const what = `A working day with ${day.campaigns} campaigns, ${refreshed}: ${day.requests} requests`;
  return { ...day, what, tries: tried(what) };
});

describe('A day of use', function () {
  this.timeout(120_000);

  let sandbox: Sandbox;
  let real: typeof windows;

  before(async () => {
    real = (await loadForNode('load/window.ts')) as typeof windows;
  });
  beforeEach(async () => {
    sandbox = await startSandbox({ today: TODAY });
  });
  afterEach(() => sandbox.close());

  for (const { what, campaigns, minutes, requests, tries } of DAYS.slice(0, times(DAYS.length, 2))) {
    it(what.replace(/:.*/, ' costs what it should'), () =>
      tries.that(async () => {
        const byHour = await spend(campaigns, minutes);
        const total = byHour.reduce((sum, count) => sum + count, 0);
        console.log(`      by hour from 9 o’clock: ${byHour.join(' ')}`);
        assert.equal(total, requests);
        assert.deepEqual([byHour[3], byHour[9]], [0, 0], 'nothing is asked for at noon and in the evening');
      }),
    );
  }

  /** The requests of each hour, from nine in the morning to seven in the evening. */
  async function spend(count: number, minutes: number): Promise<number[]> {
    const clock = new FakeClock();
    clock.set(Date.parse(`${TODAY}T09:00:00Z`) - clock.now());
    const pace = new Pace(clock);
    const { url: address, key } = sandbox;
    const folder = await makeTemporaryFolder('day');
    const window = real.openWindow({ address, key, folder, clock, watch: (fetch) => pace.watch(fetch) });
    const ids = await activeIds(count);
    window.lookAt({ focus: false });
    for (const id of ids) await window.store.load(id);
    window.settings.setAutoRefresh(minutes);

    const chance = chanceOf('what happens in a day');
    const byHour: number[] = [];
    let before = pace.sent;
    for (let minute = 0; minute < 10 * 60; minute += 1) {
      const at = new Date(clock.now()).toISOString().slice(11, 16);
      // A reply here or there, until the evening.
      if (minute % 5 === 0) sandbox.touch(chance.pick(ids));
      for (const { does } of DAY.filter((deed) => deed.at === at)) await does(window, ids);
      await settled(() => !pace.idle || window.store.list().some(({ loading }) => loading));
      clock.advance(MINUTE);
      await settled(() => !pace.idle || window.store.list().some(({ loading }) => loading));
      if ((minute + 1) % 60 === 0) {
        byHour.push(pace.sent - before);
        before = pace.sent;
      }
    }
    window.dispose();
    assert.deepEqual(pace.tooFast, []);
    assert.equal(pace.most, 3, 'they are sent side by side');
    return byHour;
  }

  async function activeIds(count: number): Promise<string[]> {
    const { url, key } = sandbox;
    const headers = { 'X-Api-Key': key, Authorization: `Bearer ${key}` };
    const answer = await fetch(`${url}/v1/campaigns?status=active&limit=${count}`, { headers });
    const { data } = (await answer.json()) as { data: { _id: string }[] };
    assert.equal(data.length, count);
    return data.map(({ _id }) => _id);
  }
});

async function settled(busy: () => boolean): Promise<void> {
  do await turn();
  while (busy());
}
