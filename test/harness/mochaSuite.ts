import { join } from 'node:path';
import { countsOf, type Counts } from './counts';
import { makeTemporaryFolder, removeTemporaryFolder } from './endings';
import type { MochaRun } from './mochaRun';
import { runNode } from './nodeProcess';
import { testFilesIn } from './testFiles';

/** Runs the tests of a folder with mocha in a Node process of its own. */
export async function runMochaSuite(folder: string, timeout: number, args: readonly string[]): Promise<Counts> {
  const files = await testFilesIn(folder);
  return withCountsFile(async (countsFile) => {
    const run: MochaRun = { files, timeout, args, countsFile };
    const main = join(import.meta.dirname, 'mochaMain.ts');
    const stdio = ['inherit', 'inherit', 'inherit', 'ipc'] as const;
    const { code } = await runNode(['--import', 'tsx', main, JSON.stringify(run)], [...stdio]);
    return code === 0;
  });
}

/** Calls `run` with a place for the counts, and reads them; `run` says whether all went well. */
export async function withCountsFile(run: (countsFile: string) => Promise<boolean>): Promise<Counts> {
  const folder = await makeTemporaryFolder('counts');
  try {
    const countsFile = join(folder, 'counts.json');
    return await countsOf(countsFile, await run(countsFile));
  } finally {
    removeTemporaryFolder(folder);
  }
}
