import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { changeText } from '../../src/analytics/changeWords';
import { formatFor } from '../../src/analytics/format';
import { History } from '../../src/campaigns/history';
import { historyFolder } from '../../src/campaigns/historyFolder';
import { Visits } from '../../src/campaigns/visits';
import { visitsFile } from '../../src/campaigns/visitsFile';
import { SinceLastLook } from '../../src/views/sinceLastLook';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { buildGraph, type Graph } from './graph';

const HOUR = 3_600_000;

describe('What changed since somebody last looked', () => {
  let sandbox: Sandbox;
  let graph: Graph;
  let history: History;
  let lastLook: SinceLastLook;
  let id: string;
  let now: number;
  let focused: boolean;
  let visible: boolean;
  const shown = new vscode.EventEmitter<void>();
  const focusChanged = new vscode.EventEmitter<void>();
  let visits: Visits;
  let place: vscode.Uri | undefined;
  const format = formatFor('en');

  const start = async (): Promise<void> => {
    graph = buildGraph({ address: sandbox.url, key: sandbox.key, now: () => now, ...(place ? { folder: place } : {}) });
    place = graph.folder;
    history = new History(
      graph.store,
      graph.settings,
      historyFolder(vscode.Uri.joinPath(graph.folder, 'history'), graph.log, () => now),
    );
    visits = new Visits(visitsFile(graph.folder, graph.log), () => now);
    lastLook = new SinceLastLook({
      ...{ store: graph.store, history, settings: graph.settings, visits },
      focus: { focused: () => focused, onDidChange: focusChanged.event },
    });
    await lastLook.watch([{ visibleCampaigns: () => (visible ? 'all' : []), onDidChangeVisibility: shown.event }]);
    await graph.store.ready();
  };
  const stop = async (): Promise<void> => {
    await visits.settled();
    for (const part of [lastLook, history, graph]) part.dispose();
  };
  const look = (isVisible: boolean): void => {
    visible = isVisible;
    shown.fire();
  };
  const changes = (): string[] => (lastLook.get(id)?.changes ?? []).map((change) => changeText(change, format));
  const sent = (): number => graph.store.get(id)?.report?.figures.sent.count ?? 0;
  const moreThan = (then: number): string => `Sent: ${format.count(sent() - then)} more, ${format.count(sent())} now`;
  /** Loads, and resolves when what came of it is known. */
  const load = async (): Promise<void> => {
    const grown = new Promise((resolve) => history.onDidChange(resolve));
    await graph.store.load(id);
    await grown;
  };
  const lastChange = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await new Promise((resolve) => lastLook.onDidChange(resolve));
  };
  const whenSaid = (): Promise<void> => lastChange(() => changes().length > 0);

  before(async () => {
    sandbox = await startSandbox({ today: '2026-11-20' });
    id = sandbox.campaigns.longRunning;
  });

  after(() => sandbox.close());

  beforeEach(async () => {
    now = Date.UTC(2026, 10, 20, 9);
    focused = true;
    visible = true;
    place = undefined;
    await start();
    await load();
  });

  afterEach(stop);

  it('is nothing on the first look, and nothing while the figures stay', async () => {
    assert.deepEqual(changes(), []);
    now += 3 * HOUR;
    await graph.store.load(id);
    assert.deepEqual(changes(), []);
  });

  it('is said after a restart three days later, and stays for as long as somebody looks', async () => {
    look(false);
    const then = sent();
    await stop();
    sandbox.advance(3);
    now += 72 * HOUR;
    await start();
    await load();
    await whenSaid();
    assert.ok(sent() > then, `${sent()} is more than ${then}`);
    assert.equal(changes()[0], moreThan(then));
    assert.equal(lastLook.get(id)?.since, Date.UTC(2026, 10, 20, 9));

    now += 5 * HOUR;
    sandbox.advance(1);
    await load();
    await lastChange(() => changes()[0] === moreThan(then));
  });

  it('begins anew with the next visit', async () => {
    const then = sent();
    look(false);
    sandbox.advance(1);
    now += HOUR;
    await load();
    look(true);
    await whenSaid();
    assert.equal(changes()[0], moreThan(then));

    look(false);
    now += HOUR;
    look(true);
    await lastChange(() => changes().length === 0);
  });

  it('counts nothing as looked at while the window has no focus', async () => {
    const then = sent();
    focused = false;
    focusChanged.fire();
    sandbox.advance(1);
    now += HOUR;
    await load();
    now += HOUR;
    sandbox.advance(1);
    await load();
    focused = true;
    focusChanged.fire();
    await lastChange(() => changes()[0] === moreThan(then));
  });

  it('takes for seen what somebody has looked at in another window meanwhile', async () => {
    focused = false;
    focusChanged.fire();
    sandbox.advance(1);
    now += HOUR;
    await load();
    await whenSaid();
    const seen = graph.store.get(id)?.fetchedAt ?? 0;
    const other = new Visits(visitsFile(graph.folder, graph.log), () => now);
    await other.read();
    other.look([{ campaign: { origin: sandbox.url, id }, seen, still: false }]);
    await other.settled();

    now += HOUR;
    focused = true;
    focusChanged.fire();
    await lastChange(() => changes().length === 0);
  });

  it('is forgotten with a campaign that is removed: who loads it again looks at it anew', async () => {
    now += HOUR;
    sandbox.advance(1);
    await load();
    await whenSaid();
    const then = sent();
    await graph.store.remove(id);
    assert.equal(lastLook.get(id), null);
    now += HOUR;
    sandbox.advance(1);
    await load();
    await lastChange(() => changes()[0] === moreThan(then));
  });

  it('compares the same choice of days alone', async () => {
    look(false);
    now += HOUR;
    sandbox.advance(1);
    look(true);
    const grown = new Promise((resolve) => history.onDidChange(resolve));
    await graph.store.selectPeriod(id, { kind: 'last', days: 7 });
    await grown;
    assert.deepEqual(changes(), []);
  });
});
