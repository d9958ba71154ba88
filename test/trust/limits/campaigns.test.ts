import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../../harness/endings';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { loadForNode } from '../standIn/bundle';
import type * as snapshots from '../state/snapshots';
import { times, tried } from '../tried';
import type * as workspace from './workspace';

const parts = tried('10,000 campaigns: lists, tree, pickers, tools and disk stay within bounds');

const CAMPAIGNS = 10_000;
/** A list is read in pages of 50; a refresh reads ten of them at most. */
const [PAGE, PAGES_OF_A_REFRESH] = [50, 10];
const LISTED = 100;
/** Bytes of a loaded campaign, with all its rows in the tree and as one that a picker offers. */
const [MOST_OF_ROW, MOST_OF_ITEM] = [8 * 1024, 400];
/** Campaigns in an answer of 8 MiB, roughly. */
const FIT = 4_000;
const KB = 1024;

describe('A workspace of 10,000 campaigns', function () {
  this.timeout(120_000);

  let sandbox: Sandbox;
  let real: typeof workspace;

  before(async () => {
    real = (await loadForNode('limits/workspace.ts')) as typeof workspace;
    sandbox = await startSandbox({ campaigns: CAMPAIGNS });
  });
  after(() => sandbox.close());
  afterEach(() => {
    sandbox.heal();
    sandbox.forgetRequests();
  });

  it('is read as far as somebody goes, and refreshed by a bounded number of requests', () =>
    parts.that(async () => {
      const { store, rows } = real.seeWorkspace(sandbox.url, sandbox.key);
      store.setVisible(true);
      await store.ready();
      const [list] = ['active'] as const;
      await store.ask(list);
      const total = store.state().lists[list].value?.total ?? 0;
      assert.ok(total > 2_000, `${total} are active`);
      assert.ok(rows() < PAGE + 20, 'one page is shown');
      while (store.state().lists[list].value?.more === true) await store.goOn(list);
      assert.equal(store.state().lists[list].value?.campaigns.length, total);
      assert.equal(sandbox.requests.length, Math.ceil(total / PAGE));
      assert.ok(rows() < total + 20, 'a row each');

      sandbox.forgetRequests();
      await store.refresh();
      assert.equal(sandbox.requests.length, PAGES_OF_A_REFRESH);
      store.dispose();
    }));

  it('offers a hundred of them to choose from, by one request', () => parts.that(() => offersAHundred(sandbox)));

  it('offers no more where the server sends all that fits into an answer', () =>
    parts.that(async () => {
      const smaller = await startSandbox({ campaigns: FIT });
      smaller.page({ whole: true });
      await offersAHundred(smaller).finally(() => smaller.close());
    }));

  it('is refused where the server sends more than that', () =>
    parts.that(async () => {
      sandbox.page({ whole: true });
      const result = await real.seeWorkspace(sandbox.url, sandbox.key).search('', new AbortController().signal);
      assert.equal(!result.ok && result.problem.kind, 'tooLarge');
    }));

  async function offersAHundred({ url, key, requests }: Sandbox): Promise<void> {
    const { search, told } = real.seeWorkspace(url, key);
    const result = await search('', new AbortController().signal);
    assert.ok(result.ok, 'they are found');
    assert.equal(result.campaigns.length, LISTED);
    assert.ok(result.more, 'it is said that there are more');
    assert.equal(requests.length, 1);
    assert.ok(JSON.stringify(await told()).length < 64 * KB, 'a language model is not told all');
  }

  it('is kept on disk, read at start, drawn and offered, all of it', () =>
    parts.that(async () => {
      const { openFolder, encodeSnapshot, snapshotFileName, snapshotOf, ORIGIN } = (await loadForNode(
        'state/snapshots.ts',
      )) as typeof snapshots;
      const place = join(await makeTemporaryFolder('many'), 'campaigns');
      await mkdir(place);
      const count = times(CAMPAIGNS, 1_000);
      const bare = snapshotOf('', 1);
      for (let index = 0; index < count; index += 1) {
        const snapshot = { ...bare, id: `c${index}`, answer: { ...bare.answer, daily: null, totals: null } };
        const name = await snapshotFileName({ origin: ORIGIN, id: snapshot.id });
        await writeFile(join(place, name), encodeSnapshot(snapshot));
      }
      const { folder, lines } = openFolder(place);
      const begun = performance.now();
      const { snapshots: read, tidied } = await folder.readAll(ORIGIN);
      console.log(`      ${read.length} read in ${Math.round(performance.now() - begun)} ms`);
      await tidied;
      assert.equal(read.length, count);
      assert.deepEqual(lines, []);

      const { rows, items } = await real.seeLoaded(ORIGIN, place);
      for (const [made, most] of [
        [rows, MOST_OF_ROW],
        [items, MOST_OF_ITEM],
      ] as const) {
        assert.equal(made.length, count);
        const bytes = Math.max(...made.map((each) => JSON.stringify(each).length));
        assert.ok(bytes <= most, `${bytes} bytes`);
      }
    }));
});
