// A window whose disk fails it: node storage.cjs FOLDER ADDRESS KEY CAMPAIGN… [--uid=N]. Does what it is sent, and answers
// with what a person would see.
import * as vscode from 'vscode';
import { buildGraph } from '../../vscode/graph';

export type Command = 'load' | 'refresh' | 'remove';

export interface Seen {
  readonly campaigns: readonly { readonly id: string; readonly sent: number | null; readonly problem: string | null }[];
  readonly isKept: boolean;
  /** Of the log, since the answer before. */
  readonly lines: readonly string[];
}

const [, , path = '', address = '', key = '', ...rest] = process.argv;
const ids = rest.filter((word) => !word.startsWith('--'));
const uid = rest.find((word) => word.startsWith('--uid='))?.slice('--uid='.length);
if (uid !== undefined) process.setuid?.(Number(uid));

const { store, lines } = buildGraph({ address, key, folder: vscode.Uri.file(path) });

const commands: Record<Command, () => Promise<unknown>> = {
  load: () => Promise.all(ids.map((id) => store.load(id))),
  refresh: () => Promise.all(ids.filter((id) => store.get(id)).map((id) => store.load(id))),
  remove: () => store.remove(ids[0] ?? ''),
};

process.on('message', (command: Command) => {
  void commands[command]().then(() => {
    const campaigns = store.list().map(({ id, report, problem }) => ({
      ...{ id, sent: report?.figures.sent.count ?? null, problem: problem?.message ?? null },
    }));
    const seen: Seen = { campaigns, isKept: store.isKept, lines: lines.splice(0) };
    process.send?.(seen);
  });
});
