// A window that refreshes again and again: node --expose-gc memory.cjs ADDRESS KEY FOLDER EARLY LATE CAMPAIGN… Says, as JSON,
// how many bytes it holds after so many refreshes, and after so many.
import { getHeapCodeStatistics } from 'node:v8';
import * as vscode from 'vscode';
import { formatFor } from '../../../src/analytics/format';
import { History } from '../../../src/campaigns/history';
import { historyFolder } from '../../../src/campaigns/historyFolder';
import { campaignRow } from '../../../src/views/campaignsTreeModel';
import { reportView } from '../../../src/views/reportView';
import { statusBarLook } from '../../../src/views/statusBarModel';
import { buildGraph } from '../../vscode/graph';
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
  const { store, comparisons, settings, lines, log } = buildGraph({ address, key, folder: place });
  const history = new History(store, settings, historyFolder(vscode.Uri.joinPath(place, 'history'), log));
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
    }
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
