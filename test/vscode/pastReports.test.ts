import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { History } from '../../src/campaigns/history';
import { historyFolder } from '../../src/campaigns/historyFolder';
import { PastReports } from '../../src/views/pastReports';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, type Graph } from './graph';

const DAY = 24 * 60 * 60 * 1000;

describe('The past of a report', () => {
  let sandbox: Sandbox;
  let graph: Graph;
  let history: History;
  let past: PastReports;
  let id: string;
  let now: number;

  const load = async (): Promise<void> => {
    const grown = new Promise((resolve) => history.onDidChange(resolve));
    await graph.store.load(id);
    await grown;
  };
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await new Promise((resolve) => past.onDidChange(resolve));
  };
  const sent = (): number | null | undefined => past.stateOf(id)?.report?.figures.sent.count;

  beforeEach(async () => {
    sandbox = await startSandbox({ today: '2026-11-20' });
    id = sandbox.campaigns.longRunning;
    now = Date.UTC(2026, 10, 20, 9);
    graph = buildGraph({ address: sandbox.url, key: sandbox.key, now: () => now });
    const folder = historyFolder(vscode.Uri.joinPath(graph.folder, 'history'), graph.log, () => now);
    history = new History(graph.store, graph.settings, folder);
    past = new PastReports({ store: graph.store, history, settings: graph.settings });
    await load();
  });

  afterEach(async () => {
    for (const part of [past, history, graph]) part.dispose();
    await sandbox.close();
  });

  it('can be shown at each moment, with the figures of that day, and be left again', async () => {
    const first = sent();
    const start = now;
    for (let day = 0; day < 2; day += 1) {
      sandbox.advance(1);
      now += DAY;
      await load();
    }
    const last = sent();
    assert.notEqual(first, last);
    past.follow(id);
    await until(() => past.of(id).times.length === 3);
    assert.deepEqual(past.of(id).times, [start + 2 * DAY, start + DAY, start]);

    await past.show(id, start);
    assert.equal(sent(), first);
    assert.equal(past.stateOf(id)?.fetchedAt, start);
    await past.show(id, null);
    assert.equal(sent(), last);
  });

  it('stays where it was set to while new figures come', async () => {
    past.follow(id);
    const first = sent();
    sandbox.advance(1);
    const start = now;
    now += DAY;
    await past.show(id, start);
    await load();
    await until(() => past.of(id).times.length === 2);
    assert.equal(sent(), first);
    assert.notEqual(graph.store.get(id)?.report?.figures.sent.count, first);
  });

  it('is that of the days that were chosen, and its rates those of the settings', async () => {
    past.follow(id);
    await until(() => past.of(id).times.length === 1);
    const grown = new Promise((resolve) => history.onDidChange(resolve));
    await graph.store.selectPeriod(id, { kind: 'last', days: 7 });
    await grown;
    now += DAY;
    await until(() => past.of(id).shown === null && past.of(id).times.length === 1);
    await graph.store.selectPeriod(id, { kind: 'all' });
    await past.show(id, now);
    assert.equal(past.stateOf(id)?.report?.rateBase, 'delivered');
    graph.settings.setRateBase('sent');
    await until(() => past.stateOf(id)?.report?.rateBase === 'sent');
  });

  it('is nothing for a report that is closed, and of a moment before the first', async () => {
    await past.show(id, now);
    assert.deepEqual(past.of(id).times, []);
    const following = past.follow(id);
    await past.show(id, now - DAY);
    assert.equal(past.of(id).shown, null);
    following.dispose();
    assert.deepEqual(past.of(id).times, []);
  });

  it('is gone when it is forgotten, also from the report that is set back to it; the figures of now stay', async () => {
    past.follow(id);
    const first = sent();
    const start = now;
    sandbox.advance(1);
    now += DAY;
    await load();
    const last = sent();
    await past.show(id, start);
    assert.equal(sent(), first);
    await history.forget(id);
    await until(() => past.of(id).times.length === 0);
    assert.deepEqual([past.of(id).shown, sent()], [null, last]);
    assert.deepEqual(await history.moments(id), []);
    await graph.store.remove(id);
    await load();
    const sents = (await history.moments(id)).map(({ answer }) => answer.analytics.stats.sent);
    assert.deepEqual(sents, [last], 'what comes back with the campaign is what SendKit says now');
  });

  it('outlives the campaign in SendKit', async () => {
    past.follow(id);
    const first = sent();
    sandbox.fail('http-404', { path: `/v1/campaigns/${id}/analytics` });
    await graph.store.load(id);
    assert.ok(graph.store.get(id)?.problem, 'it is gone');
    await past.show(id, now);
    assert.equal(sent(), first);
    assert.equal(past.stateOf(id)?.problem, null);
  });
});
