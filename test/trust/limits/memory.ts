// A window that refreshes again and again: node --expose-gc memory.cjs ADDRESS KEY FOLDER EARLY LATE CAMPAIGN… Says, as JSON,
// how many bytes it holds after so many refreshes, and after so many. Now and then a campaign `visiting-…` comes and goes.
import { getHeapCodeStatistics } from 'node:v8';
import * as vscode from 'vscode';
import { formatFor } from '../../../src/analytics/format';
import { claims } from '../../../src/campaigns/claims';
import { History } from '../../../src/campaigns/history';
import { historyFolder } from '../../../src/campaigns/historyFolder';
import type { Moment } from '../../../src/campaigns/moments';
import { Visits } from '../../../src/campaigns/visits';
import { visitsFile } from '../../../src/campaigns/visitsFile';
import { alerts } from '../../../src/views/alerts';
import { campaignRow } from '../../../src/views/campaignsTreeModel';
import { reportView } from '../../../src/views/reportView';
import { SinceLastLook } from '../../../src/views/sinceLastLook';
import { statusBarLook } from '../../../src/views/statusBarModel';
import { buildGraph, type Graph } from '../../vscode/graph';
import { seeWorkspace } from './workspace';

const [, , address = '', key = '', folder = '', early = '', late = '', ...ids] = process.argv;
/** The rest of the window is used once in so many refreshes. */
const SELDOM = 10;
/** What is under way or about to be thrown away differs from one reading to the next, by 2% at most: the least counts. */
const READINGS = 5;
const TURNS = [
  [7, 'sent'],
  [30, 'delivered'],
] as const;

async function main(): Promise<void> {
  const place = vscode.Uri.file(folder);
  const graph = buildGraph({ address, key, folder: place });
  const { store, comparisons, settings, lines } = graph;
  const { history, awayAndBack, settled } = await watchOver(graph, place);
  const workspace = seeWorkspace(address, key);
  const format = formatFor('en');
  workspace.store.setVisible(true);
  await workspace.store.ready();
  await workspace.store.ask('totals');
  const [reported = ''] = ids;
  store.showReport(reported);
  for (const id of ids) await store.load(id);

  let drawn = 0;
  store.onDidChange((id) => {
    const state = id === undefined ? undefined : store.get(id);
    if (!state) return;
    const seen = [campaignRow(state, format), statusBarLook(state, { format, now: Date.now() })];
    drawn += JSON.stringify([...seen, reportView(state, { locale: 'en', strings: null })]).length;
  });

  const readings = { early: Infinity, late: Infinity };
  for (let refresh = 1; refresh <= Number(late); refresh += 1) {
    await store.refreshAll();
    if (refresh % SELDOM === 0) {
      await workspace.store.refresh();
      workspace.rows();
      await workspace.told();
      for (const [days, base] of TURNS) {
        settings.setRateBase(base);
        await store.selectPeriod(reported, { kind: 'last', days });
      }
      await comparisons.load(ids.slice(0, 3).map((id) => ({ id, workspace: null, choice: { kind: 'all' } as const })));
      await history.moments(reported);
      awayAndBack();
      await store.load(`visiting-${refresh}`);
      await store.remove(`visiting-${refresh}`);
    }
    await settled();
    lines.length = 0;
    for (const [name, after] of [
      ['early', Number(early)],
      ['late', Number(late)],
    ] as const) {
      if (refresh > after - READINGS && refresh <= after) readings[name] = Math.min(readings[name], await heldBytes());
    }
  }
  process.stdout.write(JSON.stringify({ ...readings, drawn }));
}

/** What follows each answer: what is new since the last look, and what a person is told of. */
async function watchOver({ store, settings, log }: Graph, place: vscode.Uri) {
  const folder = vscode.Uri.joinPath(place, 'history');
  const history = new History(store, settings, historyFolder(folder, log));
  /** The first answer of each: to read a thousand from disk with each of a thousand refreshes takes too long. */
  const firsts = new Map<string, readonly Moment[]>();
  store.onDidAnswer(({ snapshot }) => firsts.set(snapshot.id, firsts.get(snapshot.id) ?? [snapshot]));
  store.onDidChange(() => {
    for (const id of firsts.keys()) if (!store.get(id)) firsts.delete(id);
  });
  const past = { moments: (id: string) => Promise.resolve(firsts.get(id) ?? []), onDidChange: history.onDidChange };

  const visits = new Visits(visitsFile(place, log));
  const changed = new vscode.EventEmitter<void>();
  let focused = true;
  const focus = { focused: () => focused, onDidChange: changed.event };
  const lastLook = new SinceLastLook({ store, history: past, settings, visits, focus });
  await lastLook.watch([{ visibleCampaigns: () => 'all', onDidChangeVisibility: changed.event }]);

  settings.alertSettings = {
    about: ['health', 'winner', 'finished', 'firstReply', 'noMail'],
    notAbout: [],
    workingDays: 3,
  };
  const telling = alerts({
    ...{ store, history: past, settings, claims: claims(folder), format: formatFor('en'), log },
    openReport: () => undefined,
    show: () => Promise.resolve(undefined),
  });
  return {
    history,
    settled: () => Promise.all([telling.settled(), visits.settled()]),
    awayAndBack: () => {
      for (focused of [false, true]) changed.fire();
    },
  };
}

/** What is reachable, once all that is not has been thrown away; without the code that Node made of ours to run it faster. */
async function heldBytes(): Promise<number> {
  for (let turn = 0; turn < 5; turn += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  const { code_and_metadata_size: code, bytecode_and_metadata_size: bytecode } = getHeapCodeStatistics();
  return heapUsed + external - code - bytecode;
}

void main().then(() => process.exit(0));
