import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { makeTemporaryFolder } from '../../harness/endings';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { anAnswer } from '../../unit/builders';
import { bundleForNode } from '../standIn/bundle';
import { times, tried } from '../tried';

const [EARLY, LATE] = [times(100, 20), times(1_000, 100)];
/** Percent. Readings differ by one; fewer refreshes are to be told apart from none, too. */
const MOST_GROWTH = times(10, 4);

const windows = tried(`Memory after ${LATE} refreshes is within ${MOST_GROWTH}% of that after ${EARLY}`);
const run = promisify(execFile);
/** Code is not made faster on the way, and what is noted for that is there from the start: both grow as a program runs. */
const STEADY = ['--no-opt', '--no-lazy-feedback-allocation'];
const MB = 1024 * 1024;

describe('The memory of a window', function () {
  this.timeout(1_200_000);

  let sandbox: Sandbox;

  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  it('does not grow with its refreshes', () =>
    windows.that(async () => {
      const { longRunning, variants, subsequencesAndVariants, untracked, seed } = sandbox.campaigns;
      const ids = [longRunning, variants, subsequencesAndVariants, untracked, seed];
      const visiting = Array.from({ length: 300 }, (_, step) => step).reduce(
        (answer, step) => answer.step(step, null, { sent: 10, opened: 5 }),
        anAnswer(),
      );
      for (let refresh = 1; refresh <= LATE; refresh += 1) sandbox.setCampaign(`visiting-${refresh}`, visiting.body());
      const over = new AbortController();
      const changing = changeWithEachList(sandbox, ids, over.signal);
      const { stdout } = await run(process.execPath, [
        ...['--expose-gc', ...STEADY, await bundleForNode('limits/memory.ts')],
        ...[sandbox.url, sandbox.key, await makeTemporaryFolder('memory'), String(EARLY), String(LATE), ...ids],
      ]).finally(() => over.abort());
      assert.ok((await changing) >= LATE * ids.length, 'each campaign was asked for with each refresh');
      const { early, late } = JSON.parse(stdout) as { early: number; late: number };
      const growth = (late / early - 1) * 100;
      const [before, after] = [early, late].map((bytes) => (bytes / MB).toFixed(2));
      console.log(`      ${before} MB after ${EARLY} refreshes, ${after} MB after ${LATE}: ${growth.toFixed(1)}%`);
      assert.ok(growth <= MOST_GROWTH, `${growth.toFixed(1)}% more`);
    }));
});

/** Lets something happen to the campaigns whenever a list is read, so that they are asked for. Resolves with how often they were. */
async function changeWithEachList(sandbox: Sandbox, ids: readonly string[], over: AbortSignal): Promise<number> {
  const ended = new Promise<undefined>((resolve) => over.addEventListener('abort', () => resolve(undefined)));
  let asked = 0;
  for (;;) {
    const request = await Promise.race([sandbox.nextRequest(), ended]);
    if (!request) return asked;
    if (ids.some((id) => request.path.startsWith(`/v1/campaigns/${id}/analytics`))) asked += 1;
    if (!request.path.startsWith('/v1/campaigns?')) continue;
    for (const id of ids) sandbox.touch(id);
    sandbox.forgetRequests();
  }
}
