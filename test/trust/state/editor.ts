// A window of two: node editor.cjs FOLDER NAME ROUNDS. It refreshes the campaigns that both have, adds some and removes
// some, and says at the end, as JSON, what it has.
import { openFolder, ORIGIN, snapshotOf } from './snapshots';

async function main(path: string, name: string, rounds: number): Promise<void> {
  const { folder } = openFolder(path);
  const listed = new Set((await folder.readAll(ORIGIN)).snapshots.map(({ id }) => id));

  const refreshAll = async (version: number): Promise<void> => {
    await Promise.all(
      [...listed].map(async (id) => {
        if ((await folder.write(snapshotOf(id, version), false)) === 'removed') listed.delete(id);
      }),
    );
  };
  const add = async (id: string, version: number): Promise<void> => {
    listed.add(id);
    await folder.write(snapshotOf(id, version), true);
  };
  const remove = async (id: string): Promise<void> => {
    listed.delete(id);
    await folder.remove({ id, origin: ORIGIN });
  };

  for (let round = 0; round < rounds; round += 1) {
    const edits = [add(`${name}${round}`, round), remove(`both-${name}${round}`), remove(`${name}${round - 2}`)];
    await Promise.all([refreshAll(round), ...edits]);
  }
  process.send?.('done');
  await new Promise((resolve) => process.once('message', resolve));
  await refreshAll(rounds);
  process.send?.([...listed].sort());
  process.disconnect();
}

const [, , path = '', name = '', rounds = ''] = process.argv;
void main(path, name, Number(rounds));
