import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { retryWithAccess } from '../../src/campaigns/retryWithAccess';
import { SAMPLE_ID } from '../../src/campaigns/sample';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { FAULTS, type Fault } from '../sandbox/faults';
import { buildGraph, until, type Graph, type GraphOptions } from './graph';

describe('The loaded campaigns', () => {
  let sandbox: Sandbox;
  let graph: Graph;
  const graphs: Graph[] = [];

  const build = (options: Partial<GraphOptions> = {}): Graph => {
    const built = buildGraph({ address: sandbox.url, key: sandbox.key, ...options });
    graphs.push(built);
    return built;
  };

  const analyticsRequests = () => sandbox.requests.filter(({ path }) => path.endsWith('/analytics'));

  beforeEach(async () => {
    sandbox = await startSandbox();
    graph = build();
  });

  afterEach(async () => {
    for (const built of graphs.splice(0)) {
      built.dispose();
      await vscode.workspace.fs.delete(built.folder, { recursive: true }).then(undefined, () => undefined);
    }
    await sandbox.close();
  });

  it('hold the figures of an answer', async () => {
    const state = await graph.store.load(sandbox.campaigns.seed);
    assert.equal(state.problem, null);
    assert.equal(state.name, 'Q1 Outreach Campaign');
    assert.equal(state.report?.figures.replied.count, 12);
    assert.equal(state.loading, false);
  });

  it('are asked for once when two views ask at the same time, and say that they are loading', async () => {
    const first = graph.store.load(sandbox.campaigns.seed);
    await until(graph.store, () => graph.store.get(sandbox.campaigns.seed)?.loading === true);
    await Promise.all([first, graph.store.load(sandbox.campaigns.seed)]);
    assert.equal(analyticsRequests().length, 1);
    assert.equal(graph.store.get(sandbox.campaigns.seed)?.loading, false);
  });

  it('are there again after a restart, with their age, without a request or a key', async () => {
    let now = 1_000;
    const before = build({ now: () => (now += 1) });
    await before.store.load(sandbox.campaigns.seed);
    await before.store.load(sandbox.campaigns.variants);
    const requests = sandbox.requests.length;

    const after = build({ folder: before.folder });
    after.secrets.values.clear();
    await after.store.ready();
    assert.deepEqual(
      after.store.list().map(({ id, fetchedAt }) => [id, fetchedAt]),
      before.store.list().map(({ id, fetchedAt }) => [id, fetchedAt]),
    );
    assert.deepEqual(after.store.get(sandbox.campaigns.seed)?.report, before.store.get(sandbox.campaigns.seed)?.report);
    assert.equal(sandbox.requests.length, requests);
    assert.equal(after.secrets.reads, 0);
  });

  const KINDS: Partial<Record<Fault, string>> = {
    'http-401': 'unauthorized',
    'http-403': 'forbidden',
    'http-404': 'notFound',
  };

  /** Unusual, but it can be read. */
  const READABLE: readonly Fault[] = ['wrong-types', 'vendor-json-type', 'byte-order-mark', 'unknown-encoding', 'gzip'];

  for (const fault of FAULTS) {
    it(`keep the last good figures and say why when SendKit answers with: ${fault}`, async () => {
      const hanging = build({ attemptMs: 300 });
      const good = await hanging.store.load(sandbox.campaigns.seed);
      sandbox.fail(fault);
      const state = await hanging.store.load(sandbox.campaigns.seed);
      if (READABLE.includes(fault)) {
        assert.equal(state.problem, null);
        return;
      }
      assert.ok(state.problem);
      assert.deepEqual(state.report, good.report);
      assert.equal(state.fetchedAt, good.fetchedAt);
      assert.ok(KINDS[fault] === undefined || KINDS[fault] === state.problem.kind);
      assert.notEqual(state.problem.kind, 'unexpected');
      assert.match(state.problem.message, /\p{Lu}.+\..+\./su, 'what happened, and the next step');
      assert.ok(!hanging.lines.join('\n').includes(sandbox.key));
      assert.deepEqual(sandbox.elsewhere.requests, []);

      // A rest that SendKit asked for is kept to, whatever happens meanwhile.
      if (state.problem.kind === 'rateLimited') return;
      sandbox.heal();
      assert.equal((await hanging.store.load(sandbox.campaigns.seed)).problem, null);
    });
  }

  it('say that SendKit cannot be reached when nobody listens', async () => {
    await graph.store.load(sandbox.campaigns.seed);
    await sandbox.close();
    const state = await graph.store.load(sandbox.campaigns.seed);
    assert.equal(state.problem?.kind, 'offline');
    assert.equal(state.report?.figures.sent.count, 150);
    sandbox = await startSandbox();
  });

  it('ask for a key where there is none, and send nothing', async () => {
    graph.secrets.values.clear();
    const state = await graph.store.load(sandbox.campaigns.seed);
    assert.deepEqual([state.problem?.kind, state.problem?.remedy], ['noKey', 'setApiKey']);
    assert.deepEqual(sandbox.requests, []);
  });

  it('keep their figures when a refresh is cancelled, and can be loaded again when a first load is', async () => {
    await graph.store.load(sandbox.campaigns.seed);
    sandbox.fail('hang-before-headers');
    for (const id of [sandbox.campaigns.seed, sandbox.campaigns.variants]) {
      const asked = sandbox.nextRequest();
      const load = graph.store.load(id);
      await asked;
      graph.store.cancel(id);
      await load;
    }
    assert.equal(graph.store.get(sandbox.campaigns.seed)?.problem, null);
    assert.equal(graph.store.get(sandbox.campaigns.variants)?.problem?.kind, 'cancelled');
    sandbox.heal();
    assert.equal((await graph.store.load(sandbox.campaigns.variants)).problem, null);
  });

  it('are gone when removed, also after a restart, also while being asked for', async () => {
    await graph.store.load(sandbox.campaigns.seed);
    const load = graph.store.load(sandbox.campaigns.variants);
    await until(graph.store, () => graph.store.get(sandbox.campaigns.variants)?.loading === true);
    await graph.store.remove(sandbox.campaigns.variants);
    await graph.store.remove(sandbox.campaigns.seed);
    await load;
    assert.deepEqual(graph.store.list(), []);
    const after = build({ folder: graph.folder });
    await after.store.ready();
    assert.deepEqual(after.store.list(), []);
  });

  it('belong to the address that they came from', async () => {
    await graph.store.load(sandbox.campaigns.seed);
    const other = await startSandbox();
    try {
      graph.settings.setAddress(other.url);
      await graph.store.ready();
      assert.deepEqual(graph.store.list(), []);
      const state = await graph.store.load(sandbox.campaigns.seed);
      assert.equal(state.problem?.kind, 'noKey', 'the key of one address is not given to another');
      assert.deepEqual(other.requests, []);

      graph.settings.setAddress(sandbox.url);
      await graph.store.ready();
      assert.equal(graph.store.get(sandbox.campaigns.seed)?.report?.figures.sent.count, 150);
    } finally {
      await other.close();
    }
  });

  it('say so when the address may not be given a key', async () => {
    graph.settings.setAddress('http://api.sendkit.ai');
    const state = await graph.store.load(sandbox.campaigns.seed);
    assert.deepEqual([state.problem?.kind, state.problem?.remedy], ['badBaseUrl', 'openBaseUrlSetting']);
  });

  it('change their rates with the setting, without a request', async () => {
    await graph.store.load(sandbox.campaigns.seed);
    graph.settings.setRateBase('sent');
    assert.equal(graph.store.get(sandbox.campaigns.seed)?.report?.figures.replied.rate?.denominator, 150);
    assert.equal(analyticsRequests().length, 1);
  });

  it('are refreshed together, at most three at once, by asking only for those that have changed', async () => {
    const listed: unknown = await (
      await fetch(`${sandbox.url}/v1/campaigns?limit=100`, { headers: headers(sandbox.key) })
    ).json();
    const ids = (listed as { data: { _id: string }[] }).data.map(({ _id }) => _id);
    await Promise.all(ids.map((id) => graph.store.load(id)));
    assert.ok(sandbox.mostInFlight <= 3, `${sandbox.mostInFlight} requests at once`);
    assert.deepEqual(
      graph.store.list().filter(({ problem }) => problem !== null),
      [],
    );

    let before = sandbox.requests.length;
    await graph.store.refreshAll();
    assert.ok(
      sandbox.requests.length - before <= 2,
      `${sandbox.requests.length - before} requests for 100 unchanged campaigns`,
    );

    const [first = ''] = ids;
    sandbox.touch(first);
    before = sandbox.requests.length;
    await graph.store.refreshAll();
    const asked = sandbox.requests.slice(before).filter(({ path }) => path.endsWith('/analytics'));
    assert.deepEqual(
      asked.map(({ path }) => path),
      [`/v1/campaigns/${first}/analytics`],
    );
  });

  it('show the days that were chosen, and the figures of before until those are there', async () => {
    sandbox.setToday('2025-07-01');
    const { id } = await graph.store.load(sandbox.campaigns.longRunning);
    const allTime = graph.store.get(id)?.report?.figures.sent.count ?? 0;
    sandbox.fail('http-500');
    await graph.store.selectPeriod(id, { kind: 'custom', from: '2025-01-01', to: '2025-01-31' });
    assert.deepEqual(graph.store.get(id)?.report?.period, {});
    assert.equal(graph.store.get(id)?.problem?.kind, 'unavailable');

    sandbox.heal();
    await graph.store.load(id);
    const report = graph.store.get(id)?.report;
    assert.deepEqual(report?.period, { from: '2025-01-01', to: '2025-01-31' });
    assert.ok((report.figures.sent.count ?? allTime) < allTime);

    const after = build({ folder: graph.folder });
    await after.store.ready();
    assert.deepEqual(after.store.get(id)?.period, { kind: 'custom', from: '2025-01-01', to: '2025-01-31' });
  });

  it('are asked for with all that a report shows while it is open, and without when it is not', async () => {
    const open = graph.store.showReport(sandbox.campaigns.longRunning);
    await graph.store.load(sandbox.campaigns.longRunning);
    const report = graph.store.get(sandbox.campaigns.longRunning)?.report;
    assert.ok((report?.trend?.days.length ?? 0) > 300);
    assert.deepEqual(
      report?.notes.filter(({ kind }) => kind === 'partMissing'),
      [],
    );

    open.dispose();
    const before = sandbox.requests.length;
    await graph.store.load(sandbox.campaigns.longRunning);
    assert.equal(sandbox.requests.length - before, 1);
  });

  it('are shown without what could not be had, and say so', async () => {
    graph.store.showReport(sandbox.campaigns.seed);
    sandbox.fail('http-500', { path: `/v1/analytics/daily/campaigns/${sandbox.campaigns.seed}` });
    const state = await graph.store.load(sandbox.campaigns.seed);
    assert.equal(state.problem, null);
    assert.equal(state.report?.figures.sent.count, 150);
    assert.equal(state.report.trend, null);
    assert.deepEqual(
      state.report.notes.map(({ kind }) => kind),
      ['partMissing'],
    );

    const after = build({ folder: graph.folder });
    await after.store.ready();
    for (const shown of [state, after.store.get(sandbox.campaigns.seed)]) {
      const [note] = shown?.report?.notes ?? [];
      assert.match(note?.kind === 'partMissing' ? note.reason : '', /HTTP 500/);
    }
  });

  it('are asked for in their own workspace, whatever is chosen now', async () => {
    const several = build({ key: sandbox.platformKey });
    const state = await several.store.load(sandbox.campaigns.seed);
    assert.deepEqual([state.problem?.kind, state.problem?.remedy], ['noWorkspace', 'selectWorkspace']);
    assert.deepEqual(sandbox.requests, []);

    const { workspaces } = await several.credentials.listWorkspaces();
    assert.equal(workspaces.length, 3);
    const [own, other] = workspaces;
    assert.ok(own && other);
    await several.workspaces.select(sandbox.url, own);
    assert.equal((await several.store.load(sandbox.campaigns.seed)).problem, null);
    await several.workspaces.select(sandbox.url, other);
    assert.equal((await several.store.load(sandbox.campaigns.seed)).problem, null);
    assert.equal((await several.store.load(sandbox.campaigns.foreign)).workspace, other.name);
  });

  it('are asked for in the workspace that is selected after another was the wrong one', async () => {
    const several = build({ key: sandbox.platformKey });
    retryWithAccess(several.store, several.credentials, several.workspaces);
    const [own, other] = (await several.credentials.listWorkspaces()).workspaces;
    assert.ok(own && other);
    await several.workspaces.select(sandbox.url, own);
    const { problem, workspace } = await several.store.load(sandbox.campaigns.foreign);
    assert.deepEqual([problem?.kind, problem?.remedy, workspace], ['forbidden', 'selectWorkspace', null]);

    await several.workspaces.select(sandbox.url, other);
    await until(several.store, () => several.store.get(sandbox.campaigns.foreign)?.problem === null);
    assert.equal(several.store.get(sandbox.campaigns.foreign)?.workspace, other.name);
    const after = build({ key: sandbox.platformKey, folder: several.folder });
    await after.store.ready();
    assert.equal(after.store.get(sandbox.campaigns.foreign)?.workspace, other.name);
  });

  it('stay in their own workspace when they were refused there, unless the selected one knows them', async () => {
    const several = build({ key: sandbox.platformKey });
    retryWithAccess(several.store, several.credentials, several.workspaces);
    const [own, other] = (await several.credentials.listWorkspaces()).workspaces;
    assert.ok(own && other);
    await several.workspaces.select(sandbox.url, own);
    const { seed, variants } = sandbox.campaigns;
    await several.store.load(seed);
    await several.store.load(variants);
    sandbox.fail('http-403');
    await several.store.refreshAll();
    sandbox.heal();

    sandbox.forgetRequests();
    await several.workspaces.select(sandbox.url, other);
    await until(several.store, () => several.store.list().some(({ loading }) => loading));
    await until(several.store, () => several.store.list().every(({ loading }) => !loading));
    const asked = sandbox.requests.map(({ headers }) => headers['x-workspace-id']);
    assert.deepEqual([...new Set(asked)], [other.id]);
    const { problem, workspace } = several.store.get(seed) ?? {};
    assert.deepEqual([problem?.remedy, workspace], ['selectWorkspace', own.name]);

    assert.equal((await several.store.load(seed)).problem, null);
    await several.workspaces.select(sandbox.url, own);
    await until(several.store, () => several.store.get(variants)?.problem === null);
    assert.equal(sandbox.requests.at(-1)?.headers['x-workspace-id'], own.id);
  });

  it('of another workspace ask for another key where the key opens but one', async () => {
    const { problem } = await graph.store.load(sandbox.campaigns.foreign);
    assert.deepEqual([problem?.kind, problem?.remedy], ['forbidden', 'setApiKey']);
  });

  it('are asked for by one list again after they could not be had', async () => {
    const { seed, variants, longRunning } = sandbox.campaigns;
    for (const id of [seed, variants, longRunning]) await graph.store.load(id);
    sandbox.fail('http-500');
    await graph.store.refreshAll();
    assert.ok(graph.store.list().every(({ problem }) => problem?.kind === 'unavailable'));
    sandbox.heal();
    sandbox.forgetRequests();
    await graph.store.refreshAll();
    assert.ok(graph.store.list().every(({ problem }) => problem === null));
    assert.deepEqual(
      sandbox.requests.map(({ path }) => path),
      ['/v1/campaigns?limit=100'],
    );
  });

  it('are not asked for at all where that was given up before it began', async () => {
    await graph.store.load(sandbox.campaigns.seed);
    sandbox.forgetRequests();
    await graph.store.refreshAll(undefined, { signal: AbortSignal.abort() });
    assert.deepEqual(sandbox.requests, []);
  });

  it('can be asked for again at once after a load was cancelled', async () => {
    sandbox.fail('hang-before-headers');
    const asked = sandbox.nextRequest();
    void graph.store.load(sandbox.campaigns.seed);
    await asked;
    sandbox.heal();
    graph.store.cancel(sandbox.campaigns.seed);
    const state = await graph.store.load(sandbox.campaigns.seed);
    assert.equal(state.problem, null);
    assert.equal(state.report?.figures.sent.count, 150);
  });

  it('hold the sample, which needs no key and no network and is never refreshed', async () => {
    graph.secrets.values.clear();
    const sample = graph.store.openSample();
    assert.equal(sample.sample, true);
    assert.equal(sample.report?.leadStatus.total, 500);
    await graph.store.refreshAll();
    await graph.store.load(SAMPLE_ID);
    assert.deepEqual(sandbox.requests, []);
  });

  it('survive a damaged file, which is set aside and logged, and leave alone what a newer version wrote', async () => {
    await graph.store.load(sandbox.campaigns.seed);
    await graph.store.load(sandbox.campaigns.variants);
    const at = (name: string): vscode.Uri => vscode.Uri.joinPath(graph.folder, name);
    const [first = '', second = ''] = (await vscode.workspace.fs.readDirectory(graph.folder)).map(([name]) => name);
    await vscode.workspace.fs.writeFile(at(first), encode('{"version":1,"orig'));
    const newer = JSON.parse(await read(at(second))) as object;
    const newerText = JSON.stringify({ ...newer, version: 99 });
    await vscode.workspace.fs.writeFile(at(second), encode(newerText));

    const after = build({ folder: graph.folder });
    await after.store.ready();
    assert.deepEqual(after.store.list(), []);
    const names = (await vscode.workspace.fs.readDirectory(graph.folder)).map(([name]) => name);
    assert.deepEqual(names.sort(), [`${first}.damaged`, second].sort());
    assert.equal(await read(at(second)), newerText);
    assert.equal(after.lines.filter((line) => line.includes('.json')).length, 2);
  });

  it('are all there again, however many old files of other addresses make room for them', async () => {
    await graph.store.load(sandbox.campaigns.seed);
    const names = async (): Promise<string[]> =>
      (await vscode.workspace.fs.readDirectory(graph.folder)).map(([name]) => name);
    const [own = ''] = await names();
    const others = Array.from(
      { length: 1_005 },
      (_, file) => `${own.startsWith('0') ? '1' : '0'}${String(file).padStart(31, '0')}.json`,
    );
    await Promise.all(
      others.map((name) => vscode.workspace.fs.writeFile(vscode.Uri.joinPath(graph.folder, name), new Uint8Array())),
    );
    const after = build({ folder: graph.folder });
    await after.store.ready();
    assert.deepEqual(
      after.store.list().map(({ id }) => id),
      [sandbox.campaigns.seed],
    );
    let left = await names();
    while (left.length > 1_000) left = await names();
    assert.ok(left.includes(own));
  });

  it('are shown even where nothing can be kept on disk, which is logged', async () => {
    const readOnly = build({ folder: vscode.Uri.parse('no-such-scheme:/campaigns') });
    const state = await readOnly.store.load(sandbox.campaigns.seed);
    assert.equal(state.problem, null);
    assert.equal(state.report?.figures.sent.count, 150);
    assert.ok(readOnly.lines.some((line) => line.includes('could not be kept')));
  });
});

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function read(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

function headers(key: string): Record<string, string> {
  return { 'X-Api-Key': key, Authorization: `Bearer ${key}` };
}
