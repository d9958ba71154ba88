// A window of two: node companion.cjs FOLDER NAME FIRST ROUNDS. It claims what only one may tell, adds every other answer to one
// history, and looks at campaigns. Begins when it is told to, as does the other; says what it has claimed and, when it has looked
// once more, that it is done.
import * as vscode from 'vscode';
import { claims } from '../../../src/campaigns/claims';
import { HISTORY_FOLDER } from '../../../src/campaigns/storageKeys';
import { openPast, ORIGIN, snapshotOf } from './snapshots';

async function main(path: string, name: string, first: number, rounds: number): Promise<void> {
  const { history, look } = openPast(path);
  const once = claims(vscode.Uri.joinPath(vscode.Uri.file(path), HISTORY_FOLDER));
  const all = Array.from({ length: rounds }, (_, round) => round);

  process.send?.('ready');
  await toldToGoOn();
  const claimed: number[] = [];
  for (const round of all) {
    if (await once.claim({ origin: ORIGIN, id: 'both' }, String(round))) claimed.push(round);
  }
  for (const round of all) {
    const version = first + 2 * round;
    await Promise.all([history.add(snapshotOf('both', version)), look(`${name}${round}`, version)]);
  }
  process.send?.(claimed);
  await toldToGoOn();
  await look(`${name}${rounds}`, first + 2 * rounds);
  process.send?.('done');
  process.disconnect();
}

function toldToGoOn(): Promise<unknown> {
  return new Promise((resolve) => process.once('message', resolve));
}

const [, , path = '', name = '', first = '', rounds = ''] = process.argv;
void main(path, name, Number(first), Number(rounds));
