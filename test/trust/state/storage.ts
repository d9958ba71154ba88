// A window whose disk fails it: node storage.cjs FOLDER ADDRESS KEY CAMPAIGN… [--uid=N]. Does what it is sent, and answers
// with what a person would see.
import * as vscode from 'vscode';
import { History } from '../../../src/campaigns/history';
import { historyFolder, type HistoryFolder } from '../../../src/campaigns/historyFolder';
import { HISTORY_FOLDER } from '../../../src/campaigns/storageKeys';
import { Visits } from '../../../src/campaigns/visits';
import { visitsFile } from '../../../src/campaigns/visitsFile';
import { buildGraph } from '../../vscode/graph';

export type Command = 'load' | 'refresh' | 'remove';

export interface Seen {
  readonly campaigns: readonly { readonly id: string; readonly sent: number | null; readonly problem: string | null }[];
  readonly isKept: boolean;
  /** Of how many campaigns there is a history on disk, and it is known when they were last looked at. */
  readonly onDisk: { readonly histories: number; readonly visits: number };
  /** Of the log, since the answer before. */
  readonly lines: readonly string[];
}

const [, , path = '', address = '', key = '', ...rest] = process.argv;
const ids = rest.filter((word) => !word.startsWith('--'));
const uid = rest.find((word) => word.startsWith('--uid='))?.slice('--uid='.length);
if (uid !== undefined) process.setuid?.(Number(uid));

const folder = vscode.Uri.file(path);
const { store, settings, log, lines } = buildGraph({ address, key, folder });
const past = historyFolder(vscode.Uri.joinPath(folder, HISTORY_FOLDER), log);
let adding: Promise<unknown> = Promise.resolve();
const awaited: HistoryFolder = {
  ...past,
  add: (snapshot) => {
    const added = past.add(snapshot);
    adding = Promise.all([adding, added]);
    return added;
  },
};
new History(store, settings, awaited);
const visits = new Visits(visitsFile(folder, log));
const { origin } = new URL(address);

const commands: Record<Command, () => Promise<unknown>> = {
  load: () => Promise.all(ids.map((id) => store.load(id))),
  refresh: () => Promise.all(ids.filter((id) => store.get(id)).map((id) => store.load(id))),
  remove: () => store.remove(ids[0] ?? ''),
};

async function lookAtAll(): Promise<void> {
  visits.look(
    store.list().map(({ id, fetchedAt }) => ({ campaign: { origin, id }, seen: fetchedAt ?? 0, still: false })),
  );
  await visits.settled();
}

/** As a window finds it that is opened now. */
async function onDisk(): Promise<Seen['onDisk']> {
  const others = new Visits(visitsFile(folder, { warn: () => undefined }));
  await others.read();
  const histories = await Promise.all(ids.map((id) => past.read({ origin, id })));
  return {
    histories: histories.filter(({ length }) => length > 0).length,
    visits: ids.filter((id) => others.get({ origin, id })).length,
  };
}

process.on('message', (command: Command) => {
  void commands[command]().then(async () => {
    await adding;
    await lookAtAll();
    const told = lines.splice(0);
    const campaigns = store.list().map(({ id, report, problem }) => ({
      ...{ id, sent: report?.figures.sent.count ?? null, problem: problem?.message ?? null },
    }));
    const seen: Seen = { campaigns, isKept: store.isKept, onDisk: await onDisk(), lines: told };
    process.send?.(seen);
  });
});
