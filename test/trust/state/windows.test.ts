import assert from 'node:assert/strict';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Keybinding } from '../../harness/vscodeServer';
import { openVSCode, type OpenVSCode } from '../../harness/window/openVSCode';
import { until } from '../../harness/window/until';
import { VSCodeWindow } from '../../harness/window/vscodeWindow';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { loadForNode } from '../standIn/bundle';
import { times, tried } from '../tried';
import { extensionHostsOf } from './extensionHosts';
import type * as snapshots from './snapshots';

const edits = tried('Two windows of VS Code add, remove, pin and refresh at once');
const kills = tried('Kill -9 of VS Code’s extension hosts while they refresh');
const disks = tried('VS Code with something in the place of its folder');

const ROUNDS = times(4, 1);
const KILLS = times(12, 2);
const LONGEST_LIFE = 400;
const NOT_KEPT = /cannot be kept on disk/;

/** Which campaigns a round is about. */
interface Round {
  readonly added: readonly [readonly string[], readonly string[]];
  readonly removed: readonly [string, string];
  readonly pinned: readonly [string, string];
}

describe('Two windows of VS Code', function () {
  this.bail(true); // each step goes on from the last

  let sandbox: Sandbox;
  let vscode: OpenVSCode;
  let windows: [VSCodeWindow, VSCodeWindow];
  let home: string;
  let folder: string;
  let real: typeof snapshots;
  let rounds: readonly Round[];
  let names: ReadonlyMap<string, string>;
  let listed: Set<string>;

  before(async () => {
    real = (await loadForNode('state/snapshots.ts')) as typeof snapshots;
    sandbox = await startSandbox();
    names = await campaignNames(sandbox, 6 + ROUNDS * 8);
    const ids = [...names.keys()];
    const take = (count: number): string[] => ids.splice(0, count);
    const shared = take(6);
    rounds = Array.from({ length: ROUNDS }, () => {
      const [first = '', second = '', third = '', fourth = ''] = take(4);
      shared.push(first, second, third, fourth);
      return { added: [take(2), take(2)], removed: [first, second], pinned: [third, fourth] };
    });
    listed = new Set(shared);
    vscode = await openVSCode({
      userSettings: { 'sendkit.apiBaseUrl': sandbox.url },
      keybindings: keybindings(shared, rounds),
    });
    const { window } = vscode;
    home = join(window.server.dataFolder, 'data/User/globalStorage/outbound-tools.sendkit-analytics');
    folder = join(home, 'campaigns');
    await window.openViewContainer('SendKit');
    await setKey(window, sandbox);
    await window.page.keyboard.press(LOAD_SHARED);
    await untilOnDisk();

    const page = await window.page.context().newPage();
    windows = [window, new VSCodeWindow(page, window.server)];
    await page.goto(window.page.url());
    await ready(windows[1]);
  });

  after(async () => {
    await vscode.close();
    await sandbox.close();
  });

  it('lose nothing that was added, removed or pinned in one of them', async () => {
    for (const [index, { added, removed, pinned }] of rounds.entries()) {
      await edits.that(async () => {
        touchAll();
        await Promise.all(windows.map(({ page }, which) => page.keyboard.press(editKey(index, which))));
        for (const id of added.flat()) listed.add(id);
        for (const id of removed) listed.delete(id);
        await untilOnDisk();
        // Each still has what the other removed, until it refreshes.
        touchAll();
        await Promise.all(windows.map(({ page }) => page.keyboard.press(REFRESH)));
        await Promise.all(
          windows.map((window, which) => untilRows(window, listed.size - (added[1 - which]?.length ?? 0))),
        );
        await reload();
        await untilOnDisk();
        const bars = await Promise.all(windows.map((window) => pinnedIn(window)));
        assert.equal(bars[0], bars[1], 'both windows have pinned the same campaign');
        assert.ok(pinned.map(labelOf).includes(bars[0]), `${bars[0]} is one that was pinned now`);
        const kept = Object.keys(await globalState(windows[0]));
        assert.deepEqual(kept.sort(), [`hasApiKey:${sandbox.url}`, 'pinnedCampaign'], 'only what a person has said');
      });
    }
  });

  it('leave the old figures or the new ones when their extension hosts are killed', async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(KILLS * 60_000);
    for (let kill = 0; kill < KILLS; kill += 1) {
      await kills.that(async () => {
        touchAll();
        await Promise.all(windows.map(({ page }) => page.keyboard.press(REFRESH)));
        await delay(Math.random() * LONGEST_LIFE);
        const hosts = await extensionHostsOf(vscode.window.server.dataFolder);
        // VS Code starts a killed host anew, and may keep that one for a while beside the one of the window loaded again.
        assert.ok(hosts.length >= windows.length);
        for (const host of hosts) process.kill(host, 'SIGKILL');
        assert.deepEqual(await onDisk(), [...listed].sort());
        await reload();
      });
    }
  });

  it('say in the view that nothing can be kept, and say no more when it can be', async () => {
    await disks.that(async () => {
      const [window] = windows;
      const message = window.page
        .locator('.sidebar .tree-explorer-viewlet-tree-view .message')
        .filter({ hasText: NOT_KEPT });
      await rename(folder, `${folder}.away`);
      await writeFile(folder, 'not a folder');
      touchAll();
      await window.page.keyboard.press(REFRESH);
      await message.waitFor();
      await untilRows(window, listed.size);
      await rm(folder);
      await rename(`${folder}.away`, folder);
      touchAll();
      await window.page.keyboard.press(REFRESH);
      await message.waitFor({ state: 'hidden' });
    });
  });

  /** Something has happened to each campaign, so that a refresh asks for it and writes it. */
  function touchAll(): void {
    for (const id of listed) sandbox.touch(id);
  }

  /** One after the other: two pages that open the storage of the same profile at once may wait for each other. */
  async function reload(): Promise<void> {
    for (const window of windows) {
      await window.page.reload();
      await ready(window);
    }
  }

  async function ready(window: VSCodeWindow): Promise<void> {
    await window.waitUntilReady();
    await window.openViewContainer('SendKit');
    await untilRows(window, listed.size);
  }

  /** The campaigns of which there is an answer and a history. */
  async function onDisk(): Promise<string[]> {
    const { origin } = new URL(sandbox.url);
    const [answers, past] = [real.openFolder(folder), real.openPast(home, origin)];
    const { snapshots } = await answers.folder.readAll(origin);
    const histories = await Promise.all(snapshots.map(({ id }) => past.history.read({ id, origin })));
    assert.ok(await past.file.read(), 'what was looked at can be read');
    assert.deepEqual([...answers.lines, ...past.lines], [], 'nothing is damaged');
    return snapshots.flatMap(({ id }, index) => (histories[index]?.length ? [id] : [])).sort();
  }

  /** What a screen reader says of a campaign in the status bar, as far as its name goes. */
  function labelOf(id: string): string | undefined {
    return `SendKit: ${names.get(id) ?? ''}`.split(',')[0];
  }

  async function untilOnDisk(): Promise<void> {
    await until({
      what: 'the campaigns in the list, and no others, are on disk',
      look: async () => ((await onDisk()).join() === [...listed].sort().join() ? true : undefined),
      instead: async () => ({ disk: await onDisk(), listed: [...listed].sort() }),
    });
  }
});

/** Of all rows, not only of those in sight: each says how many stand beside it. */
async function untilRows({ page }: VSCodeWindow, count: number): Promise<void> {
  const campaign = page
    .getByRole('tree', { name: 'Campaigns', exact: true })
    .locator('.monaco-list-row[aria-level="1"]');
  const number = async () =>
    campaign
      .first()
      .getAttribute('aria-setsize', { timeout: 1000 })
      .catch(() => undefined);
  await until({
    what: `the view has ${count} campaigns`,
    look: async () => ((await number()) === String(count) ? true : undefined),
    instead: number,
  });
}

/** What a screen reader says of the campaign in the status bar. */
async function pinnedIn({ page }: VSCodeWindow): Promise<string | undefined> {
  const item = page.locator('.statusbar [aria-label^="SendKit: "]').first();
  await item.waitFor();
  return (await item.getAttribute('aria-label'))?.split(',')[0];
}

/** What VS Code keeps of the extension's globalState, all of it in one value, which each window writes as it knows it. */
async function globalState({ page }: VSCodeWindow): Promise<object> {
  const text = await page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('It cannot be read.'));
      });
    const database = await answer(indexedDB.open('vscode-web-state-db-global'));
    const items = database.transaction('ItemTable').objectStore('ItemTable');
    const value: unknown = await answer(items.get('outbound-tools.sendkit-analytics'));
    database.close();
    return value;
  });
  return JSON.parse(String(text)) as object;
}

async function setKey(window: VSCodeWindow, { url, key }: Sandbox): Promise<void> {
  await window.runCommand('SendKit: Set API Key');
  await window.quickInput.waitFor(`SendKit API key for ${url}`);
  await window.quickInput.type(key);
  await window.quickInput.accept();
  await window.quickInput.waitUntilClosed();
}

/** By id. */
async function campaignNames({ url, key }: Sandbox, count: number): Promise<Map<string, string>> {
  const headers = { 'X-Api-Key': key, Authorization: `Bearer ${key}` };
  const answer: unknown = await (await fetch(`${url}/v1/campaigns?status=active&limit=${count}`, { headers })).json();
  return new Map((answer as { data: { _id: string; name: string }[] }).data.map(({ _id, name }) => [_id, name]));
}

const LOAD_SHARED = 'Control+Alt+F11';
const REFRESH = 'Control+Alt+F12';
const editKey = (round: number, window: number): string => `Control+Alt${window === 1 ? '+Shift' : ''}+F${round + 1}`;

/** A key for each thing that both windows do at once: no hand is as quick. */
function keybindings(shared: readonly string[], rounds: readonly Round[]): Keybinding[] {
  const run = (
    key: string,
    ...commands: readonly (readonly [command: string, campaignId?: string | undefined])[]
  ): Keybinding => ({
    key: key.toLowerCase().replace('control', 'ctrl'),
    command: 'runCommands',
    args: {
      commands: commands.map(([command, campaignId]) => ({ command: `sendkit.${command}`, args: { campaignId } })),
    },
  });
  return [
    run(LOAD_SHARED, ...shared.map((id) => ['loadCampaign', id] as const)),
    run(REFRESH, ['refresh']),
    ...rounds.flatMap(({ added, removed, pinned }, round) =>
      added.map(([first, second], window) =>
        run(
          editKey(round, window),
          ['refresh'],
          ['loadCampaign', first],
          ['removeCampaign', removed[window]],
          ['refresh'],
          ['pinCampaign', pinned[window]],
          ['loadCampaign', second],
        ),
      ),
    ),
  ];
}
