// Keeps answers, their history and what was looked at without a pause until it is killed: node writer.cjs FOLDER FIRST_VERSION.
// Says what it is about to do, and what is done; what it has written to its output is said even if it is killed in the same moment.
import { writeSync } from 'node:fs';
import { openFolder, openPast, ORIGIN, snapshotOf } from './snapshots';

const CAMPAIGNS = ['a', 'b', 'c', 'd'];
/** Each campaign is removed in one round of so many. */
const REMOVED_EACH = 7;

async function main(path: string, firstVersion: number): Promise<void> {
  const { folder } = openFolder(path);
  const { history, look } = openPast(path);
  const say = (...words: readonly (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`);
  const run = async (id: string, state: string | number, work: () => Promise<unknown>): Promise<void> => {
    say('begin', id, state);
    await work();
    say('done', id, state);
  };
  for (let version = firstVersion; ; version += 1) {
    const isRemoved = (index: number): boolean => (version + index) % REMOVED_EACH === 0;
    // Made beforehand, so that it is rather killed while it writes.
    const rounds = CAMPAIGNS.map((id, index) => ({ id, snapshot: isRemoved(index) ? null : snapshotOf(id, version) }));
    const moment = snapshotOf('history', version);
    await Promise.all([
      ...rounds.map(({ id, snapshot }) =>
        snapshot
          ? run(id, version, () => folder.write(snapshot, true))
          : run(id, 'removed', () => folder.remove({ id, origin: ORIGIN })),
      ),
      run('history', version, () => history.add(moment)),
      run('visits', version, () => look('visits', version)),
    ]);
  }
}

const [, , path = '', firstVersion = ''] = process.argv;
void main(path, Number(firstVersion));
