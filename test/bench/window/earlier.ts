import { execFile } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../harness/cache';
import { makeTemporaryFolder } from '../../harness/endings';

const run = promisify(execFile);

/** A checkout of an earlier commit with what it published in `dist`; gone at the end, as the folder is. */
export async function buildEarlier(commit: string): Promise<string> {
  const folder = join(await makeTemporaryFolder('bench-earlier'), 'checkout');
  await run('git', ['clone', '--quiet', '--shared', '--no-checkout', root, folder]);
  await run('git', ['checkout', '--quiet', '--detach', commit], { cwd: folder });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  await run(process.execPath, ['esbuild.mjs', '--production'], { cwd: folder });
  return folder;
}
